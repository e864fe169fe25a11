import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { sha256 } from "../../../lib/ids"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"

type Input = { user_id: string; email: string; token: string; member_id?: string; is_required: boolean }

/** Makes an invited membership active for a user. */
export const activateMemberStep = createStep(
  "activate-member",
  async ({ is_required, ...input }: Input, { container }) => {
    const ids = await container.resolve<CompanyModuleService>(COMPANY_MODULE).activateMember(input)
    if (is_required && ids.length === 0) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such invitation for you", "NOT_FOUND")
    }
    return new StepResponse(ids, { ids, token_sha256: sha256(input.token) })
  },
  async (done, { container }) => {
    if (done?.ids.length) {
      const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
      const { ids, token_sha256 } = done
      const before = { status: "invited" as const, user_id: null, token_sha256 }
      await companies.updateMembers(ids.map((id) => ({ id, ...before })))
    }
  }
)

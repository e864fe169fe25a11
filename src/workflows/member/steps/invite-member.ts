import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyErrors } from "../../../modules/company/errors"
import { Role } from "../../../modules/company/lib/permissions"
import CompanyModuleService from "../../../modules/company/service"

/** Whether a Medusa user with this e-mail address exists: such a person accepts by signing in, not by a new account. */
export const findUserByEmailStep = createStep("find-user-by-email", async (email: string, { container }) => {
  assertId(email, "email")
  const [user] = await container.resolve(Modules.USER).listUsers({ email }, { select: ["id"], take: 1 })
  return new StepResponse({ exists: !!user })
})

type Input = { company_id: string; email: string; role: Role; invited_by: string | null; invite_id: string | null }

/** Makes the invited membership; the unique index on company and e-mail decides between two at once. */
export const createMemberStep = createStep(
  "create-member",
  async (input: Input, { container }) => {
    assertId(input.company_id, "company id")
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const [existing] = await companies.listMembers(
      { company_id: input.company_id, email: input.email, status: { $ne: "removed" } },
      { select: ["id"], take: 1 }
    )
    if (existing) {
      throw CompanyErrors.alreadyMember(input.email)
    }
    const member = await companies.createMembers(input)
    return new StepResponse(member, member.id)
  },
  async (memberId, { container }) => {
    if (memberId) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteMembers(memberId)
    }
  }
)

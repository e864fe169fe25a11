import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { changeVisibility } from "../../access"

type Change = { company_id: string; is_private: boolean }

/** `changeVisibility` as a step. */
export const changeVisibilityStep = createStep(
  "change-company-visibility",
  async (change: Change, { container }) => {
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const { is_private } = await companies.retrieveCompany(change.company_id)
    await changeVisibility(container, change)
    return new StepResponse(undefined, { company_id: change.company_id, is_private })
  },
  async (before: Change | undefined, { container }) => {
    if (before) {
      await changeVisibility(container, before)
    }
  }
)

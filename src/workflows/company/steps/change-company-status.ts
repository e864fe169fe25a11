import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyStatus, CompanyTransition } from "../../../modules/company/lib/status"
import CompanyModuleService from "../../../modules/company/service"

type Input = { company_id: string; transition: CompanyTransition; reason?: string | null }

/** One move along the table of allowed status changes; undone when a later step fails. */
export const changeCompanyStatusStep = createStep(
  "change-company-status",
  async ({ company_id, transition, reason }: Input, { container }) => {
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const { from } = await companies.transition(company_id, transition, reason ?? null)
    return new StepResponse({ company_id, from }, { company_id, from })
  },
  async (before: { company_id: string; from: CompanyStatus } | undefined, { container }) => {
    if (before) {
      await container
        .resolve<CompanyModuleService>(COMPANY_MODULE)
        .revertStatus(before.company_id, before.from)
    }
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { isUniqueViolation } from "../../../lib/sql"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyErrors } from "../../../modules/company/errors"
import CompanyModuleService, { CompanyDTO } from "../../../modules/company/service"

type Input = {
  id: string
  update: Partial<Omit<CompanyDTO, "id" | "status" | "commission_percent">> & {
    commission_percent?: number | null
  }
}

/**
 * Writes plain fields of a company; its status is never among them.
 * @throws {MedusaError} 404; COMPANY_HANDLE_TAKEN
 */
export const updateCompanyStep = createStep(
  "update-company",
  async ({ id, update }: Input, { container }) => {
    assertId(id, "company id")
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const before = await companies.retrieveCompany(id)
    const fields = Object.keys(update) as Array<keyof CompanyDTO>
    const previous = Object.fromEntries(fields.map((field) => [field, before[field]]))
    const company = await companies.updateCompanies({ id, ...update } as never).catch((error: unknown) => {
      throw update.handle && isUniqueViolation(error) ? CompanyErrors.handleTaken(update.handle) : error
    })
    return new StepResponse(company as unknown as CompanyDTO, { id, ...previous })
  },
  async (previous, { container }) => {
    if (previous) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).updateCompanies(previous as never)
    }
  }
)

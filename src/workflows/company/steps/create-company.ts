import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { toHandle } from "../../../lib/handle"
import { isUniqueViolation } from "../../../lib/sql"
import { COMPANY_MODULE } from "../../../modules/company"
import { CompanyErrors } from "../../../modules/company/errors"
import { drawCode } from "../../../modules/company/lib/codes"
import CompanyModuleService from "../../../modules/company/service"

export type CreateCompanyInput = {
  /** Drawn unless an import gives one, which finds its company by it again. */
  id?: string
  name: string
  handle?: string
  phone: string
  email?: string | null
  tax_id_type?: "stir" | "pinfl" | null
  tax_id?: string | null
  is_vat_payer?: boolean
  bank_account?: string | null
  bank_mfo?: string | null
  legal_name?: string | null
  address?: string | null
  is_private?: boolean
  code?: string | null
  commission_percent?: number | null
}

/** Makes the company's row, pending; the unique index on the handle decides between two at once. */
export const createCompanyStep = createStep(
  "create-company",
  async (input: CreateCompanyInput, { container }) => {
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const handle = input.handle ?? toHandle(input.name)
    if (!handle) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "No handle can be made of this name; send one of a-z, 0-9 and -",
        "COMPANY_HANDLE_REQUIRED"
      )
    }
    const [taken] = await companies.listCompanies({ handle }, { select: ["id"], take: 1 })
    if (taken) {
      throw CompanyErrors.handleTaken(handle)
    }
    // A code of a private company's own is drawn; a draw that somebody has is as rare as a lottery's, and can be made again.
    const code = input.code ?? (input.is_private ? drawCode() : null)
    const company = await companies.createCompanies({ ...input, code, handle }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? CompanyErrors.handleTaken(handle) : error
    })
    return new StepResponse(company, company.id)
  },
  async (companyId, { container }) => {
    if (companyId) {
      await container.resolve<CompanyModuleService>(COMPANY_MODULE).deleteCompanies(companyId)
    }
  }
)

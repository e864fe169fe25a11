import { z } from "@medusajs/framework/zod"
import { checkTaxId, companyProfile, companyRequisites } from "../../admin/companies/validators"

export const UpdateOwnCompany = z
  .strictObject({ ...companyProfile, ...companyRequisites })
  .partial()
  .superRefine(checkTaxId)

export const REQUISITES = Object.keys(companyRequisites)

export type UpdateOwnCompanyBody = z.infer<typeof UpdateOwnCompany>

import { z } from "@medusajs/framework/zod"
import { checkTaxId, companyProfile, companyRequisites } from "../../admin/companies/validators"

const note = z.string().trim().max(2000).nullable().optional()
const notes = z.strictObject({ uz: note, ru: note, en: note }).nullable().optional()

/** What the company tells its shoppers, beside its profile. */
const companyNotes = {
  payment_notes: notes,
  opening_hours: notes,
  // A picture of the market's own, or one of the web; never a script.
  logo_url: z
    .string()
    .trim()
    .max(500)
    .regex(/^(https?:\/\/|\/)\S+$/, "logo_url must be the address of a picture")
    .nullable()
    .optional(),
}

export const UpdateOwnCompany = z
  .strictObject({ ...companyProfile, ...companyNotes, ...companyRequisites })
  .partial()
  .superRefine(checkTaxId)

export const REQUISITES = Object.keys(companyRequisites)

export type UpdateOwnCompanyBody = z.infer<typeof UpdateOwnCompany>

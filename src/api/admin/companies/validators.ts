import { z } from "@medusajs/framework/zod"
import { normalizePhone } from "../../../lib/phone"
import { isBankAccount, isMfo, isPinfl, isStir } from "../../../lib/tax-id"
import { paging } from "../../access/validate-query"

const phone = z.string().transform((typed, ctx) => {
  const normal = normalizePhone(typed)
  if (!normal) {
    ctx.addIssue({ code: "custom", message: "phone must be an Uzbek number like +998901234567" })
    return z.NEVER
  }
  return normal
})

const nullable = <T extends z.ZodType>(schema: T) => schema.nullable().optional()

/** Fields of a company that its own people may write. */
export const companyProfile = {
  name: z.string().trim().min(2).max(120),
  phone,
  email: nullable(z.email().max(200)),
  address: nullable(z.string().trim().max(300)),
}

/** The legal identity; only those who keep the books write it. */
export const companyRequisites = {
  legal_name: nullable(z.string().trim().max(200)),
  tax_id_type: nullable(z.enum(["stir", "pinfl"])),
  tax_id: nullable(z.string().trim()),
  is_vat_payer: z.boolean().optional(),
  bank_account: nullable(z.string().trim().refine(isBankAccount, "bank_account must be 20 digits")),
  bank_mfo: nullable(z.string().trim().refine(isMfo, "bank_mfo must be 5 digits")),
}

/**
 * A tax number and its kind come together, and fit: a change of one alone would leave a number of the wrong kind.
 * Neither means no change, null for both takes the number away.
 */
export function checkTaxId(
  value: { tax_id_type?: string | null; tax_id?: string | null },
  ctx: z.RefinementCtx
) {
  const { tax_id_type: type, tax_id: id } = value
  const isLeftOut = type === undefined && id === undefined
  const isTakenAway = type === null && id === null
  const fits = !!type && !!id && (type === "pinfl" ? isPinfl(id) : isStir(id))
  if (!isLeftOut && !isTakenAway && !fits) {
    ctx.addIssue({
      code: "custom",
      path: ["tax_id"],
      message:
        "tax_id must be a STIR of 9 digits (tax_id_type stir) or a PINFL of 14 digits (tax_id_type pinfl)",
    })
  }
}

const operatorFields = {
  handle: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "handle must be lower-case letters, digits and single hyphens")
    .max(60)
    .optional(),
  is_private: z.boolean().optional(),
  commission_percent: nullable(z.number().min(0).max(100)),
}

export const CreateCompany = z
  .strictObject({
    ...companyProfile,
    ...companyRequisites,
    ...operatorFields,
    owner_email: z.email("owner_email must be an e-mail address").max(200).toLowerCase().optional(),
  })
  .superRefine(checkTaxId)

export const UpdateCompany = z
  .strictObject({ ...companyProfile, ...companyRequisites, ...operatorFields })
  .partial()
  .superRefine(checkTaxId)

export const ChangeStatus = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() })

export const ListCompanies = z.object({
  ...paging,
  q: z.string().trim().max(100).optional(),
  status: z.enum(["pending", "active", "suspended", "archived"]).optional(),
})

export type CreateCompanyBody = z.infer<typeof CreateCompany>
export type UpdateCompanyBody = z.infer<typeof UpdateCompany>
export type ListCompaniesQuery = z.infer<typeof ListCompanies>

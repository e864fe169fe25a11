import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

export const ListCompanies = z.object({ ...paging, q: z.string().trim().max(100).optional() })

/** A code of a wrong form is answered as a wrong code: nobody learns the form of somebody's code from a refusal. */
export const JoinCompany = z.strictObject({
  code: z.string().min(1).max(100),
  access_key: z.string().max(200).nullable().optional(),
})

export const LeaveCompany = z.strictObject({ company_id: z.string().min(1).max(100) })

export type ListCompaniesQuery = z.infer<typeof ListCompanies>
export type JoinCompanyBody = z.infer<typeof JoinCompany>
export type LeaveCompanyBody = z.infer<typeof LeaveCompany>

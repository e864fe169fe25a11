import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

export const ListCompanies = z.object({ ...paging, q: z.string().trim().max(100).optional() })

export type ListCompaniesQuery = z.infer<typeof ListCompanies>

import { z } from "@medusajs/framework/zod"
import { LANGUAGES } from "../../../documents"
import { paging } from "../../access/validate-query"

export const ListSettlements = z.object({
  ...paging,
  status: z.enum(["closed", "carried", "paid"]).optional(),
})

/** The language of a printed statement. */
export const PrintSettlement = z.object({ lang: z.enum(LANGUAGES).default("uz") })

export type ListSettlementsQuery = z.infer<typeof ListSettlements>
export type PrintSettlementQuery = z.infer<typeof PrintSettlement>

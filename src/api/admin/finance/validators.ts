import { z } from "@medusajs/framework/zod"
import { DIMENSIONS } from "../../../workflows/finance/queries/breakdown"
import {
  breakdownQuery,
  exportQuery,
  goodsQuery,
  isPeriod,
  summaryQuery,
} from "../../merchant/finance/validators"

export const MarketSummary = isPeriod(
  z.strictObject({
    ...summaryQuery,
    /** Left out: all companies. */
    company_id: z.string().min(1).max(100).optional(),
  })
)

export type MarketSummaryQuery = z.infer<typeof MarketSummary>

const company_id = z.string().min(1).max(100).optional()

export const MarketGoods = isPeriod(z.strictObject({ ...goodsQuery, company_id }))
export const MarketBreakdown = isPeriod(
  z.strictObject({ ...breakdownQuery, by: z.enum([...DIMENSIONS, "company"]), company_id })
)
export const MarketExport = isPeriod(z.strictObject({ ...exportQuery, company_id }))

export type MarketGoodsQuery = z.infer<typeof MarketGoods>
export type MarketBreakdownQuery = z.infer<typeof MarketBreakdown>
export type MarketExportQuery = z.infer<typeof MarketExport>

import { z } from "@medusajs/framework/zod"
import { isPeriod, summaryQuery } from "../../merchant/finance/validators"

export const MarketSummary = isPeriod(
  z.strictObject({
    ...summaryQuery,
    /** Left out: all companies. */
    company_id: z.string().min(1).max(100).optional(),
  })
)

export type MarketSummaryQuery = z.infer<typeof MarketSummary>

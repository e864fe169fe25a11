import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"

const day = z.string().refine(isDay, "must be a day like 2026-11-21")

/** What both readers of the ledger may ask. */
export const ledgerQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  /** `next_cursor` of the page before. */
  cursor: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/)
    .default("uzs"),
  kind: z.enum(["sale", "commission", "refund", "payout", "ad_spend"]).optional(),
  /** Days of what happened, in Tashkent, both included. */
  from: day.optional(),
  to: day.optional(),
}

export const ListLedger = z.object({
  ...ledgerQuery,
  account: z.enum(["payable", "commission", "refunds", "ad_spend", "settlement"]).optional(),
})

const DAYS_MAX = 366

/** A period of at most a year; a chart of more days says nothing. */
export const LedgerSummary = z
  .object({ from: day, to: day, currency_code: ledgerQuery.currency_code })
  .refine(({ from, to }) => from <= to, { message: "from must not be after to", path: ["from"] })
  .refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < DAYS_MAX, {
    message: `must be at most ${DAYS_MAX} days`,
    path: ["to"],
  })

export type LedgerSummaryQuery = z.infer<typeof LedgerSummary>
export type ListLedgerQuery = z.infer<typeof ListLedger>

import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"
import { COMPARISONS, daysIn, STEPS } from "../../../workflows/finance/lib/periods"

const day = z.string().refine(isDay, "must be a day like 2026-11-21")

/** Three years; a summary of more says nothing. */
const DAYS_MAX = 1100

/** A period of days of Tashkent, both included. */
export const period = { from: day, to: day }

/** What every report of a period refuses. */
export function isPeriod<T extends z.ZodType<{ from: string; to: string }>>(schema: T): T {
  return schema
    .refine(({ from, to }) => from <= to, { message: "from must not be after to", path: ["from"] })
    .refine((range) => daysIn(range) <= DAYS_MAX, {
      message: `must be at most ${DAYS_MAX} days`,
      path: ["to"],
    })
}

export const summaryQuery = {
  ...period,
  compare: z.enum(COMPARISONS).default("none"),
  by: z.enum(STEPS).default("day"),
  currency_code: z
    .string()
    .regex(/^[a-z]{3}$/)
    .default("uzs"),
}

export const FinanceSummary = isPeriod(z.strictObject(summaryQuery))

export type FinanceSummaryQuery = z.infer<typeof FinanceSummary>

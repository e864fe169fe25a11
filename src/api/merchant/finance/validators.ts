import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"
import { paging } from "../../access/validate-query"
import { DIMENSIONS } from "../../../workflows/finance/queries/breakdown"
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

const lang = z.enum(["uz", "ru", "en"]).default("uz")
const { currency_code } = summaryQuery

export const goodsQuery = {
  ...period,
  ...paging,
  currency_code,
  order: z.enum(["revenue", "quantity", "profit"]).default("revenue"),
  /** A part of the goods' name. */
  q: z.string().trim().max(100).optional(),
}
export const breakdownQuery = { ...period, currency_code, by: z.enum(DIMENSIONS) }
export const exportQuery = { ...summaryQuery, lang }

export const FinanceGoods = isPeriod(z.strictObject(goodsQuery))
export const SlowGoods = isPeriod(z.strictObject({ ...period, ...paging }))
export const FinanceBreakdown = isPeriod(z.strictObject(breakdownQuery))
export const FinanceExport = isPeriod(z.strictObject(exportQuery))

export type FinanceGoodsQuery = z.infer<typeof FinanceGoods>
export type SlowGoodsQuery = z.infer<typeof SlowGoods>
export type FinanceBreakdownQuery = z.infer<typeof FinanceBreakdown>
export type FinanceExportQuery = z.infer<typeof FinanceExport>

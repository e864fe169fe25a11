import { z } from "@medusajs/framework/zod"
import { LANGUAGES } from "../../../../documents"
import { ListExpenses } from "../validators"

const lang = z.enum(LANGUAGES).default("uz")
const format = z.enum(["xlsx", "csv"]).default("xlsx")

export const ImportExpenses = z.object({
  /** Without it nothing is written. */
  apply: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true"),
  lang,
})

export const ImportTemplate = z.object({ format, lang })

/** The filters of the list. */
export const ExportExpenses = ListExpenses.omit({ limit: true, offset: true, order: true }).extend({
  format,
  lang,
})

export type ImportExpensesQuery = z.infer<typeof ImportExpenses>
export type ImportTemplateQuery = z.infer<typeof ImportTemplate>
export type ExportExpensesQuery = z.infer<typeof ExportExpenses>

import { z } from "@medusajs/framework/zod"
import { FIELDS } from "../../../modules/exchange/lib/fields"
import { paging } from "../../access/validate-query"

const lang = z.enum(["uz", "ru", "en"]).default("uz")
const format = z.enum(["xlsx", "csv"]).default("xlsx")

export const ListImports = z.object({ ...paging })
export const ListRows = z.object({
  ...paging,
  status: z.enum(["create", "update", "unchanged", "error", "applied"]).optional(),
  lang,
})
export const SheetFile = z.object({ format, lang })

const column = z.number().int().min(0).max(200)

/** Field → index of the column that holds it; a field that is left out is not imported. */
export const RemapImport = z.strictObject({
  mapping: z.strictObject(
    Object.fromEntries(FIELDS.map((field) => [field, column.optional()])) as Record<
      (typeof FIELDS)[number],
      z.ZodOptional<typeof column>
    >
  ),
})

export const NoBody = z.strictObject({})

export type ListImportsQuery = z.infer<typeof ListImports>
export type ListRowsQuery = z.infer<typeof ListRows>
export type SheetFileQuery = z.infer<typeof SheetFile>
export type RemapImportBody = z.infer<typeof RemapImport>

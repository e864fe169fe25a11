/** What a column of an import can mean, in the order of the export's columns. */
export const FIELDS = [
  "id",
  "name_uz",
  "name_ru",
  "name_en",
  "category",
  "cost",
  "markup_percent",
  "price",
  "barcode",
  "shop_code",
  "stock",
  "is_visible",
  "ikpu",
  "package_code",
  "vat_percent",
  "description",
  "images",
  "group",
  "options",
  "variant_title",
] as const
export type Field = (typeof FIELDS)[number]

/** Columns that tell what goods cost the company: neither exported to nor imported from those who may not see it. */
export const COST_FIELDS: readonly Field[] = ["cost", "markup_percent"]

/** Which column holds a field: its index from 0. A field without a column is left as it is. */
export type Mapping = Partial<Record<Field, number>>

/** A cell as the file had it: numbers of a sheet stay numbers, so that "1.125" of a sheet is never read as 1 125. */
export type Cell = string | number

/** A column of the uploaded file, with a few of its first values for people to recognise it by. */
export type FileColumn = { index: number; header: string; sample: string[] }

/** Every number here is a limit of a file; `docs/import.md` names them. */
export const LIMITS = { bytes: 10 * 1024 * 1024, rows: 10_000, columns: 60, unzipped_bytes: 96 * 1024 * 1024 }

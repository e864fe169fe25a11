import { Cell, Field, FIELDS, Mapping } from "./fields"
import {
  CellProblem,
  parseBarcode,
  parseBounded,
  parseIkpu,
  parseImages,
  parseOptions,
  parsePackageCode,
  parseShopCode,
  parseText,
  parseYesNo,
  Read,
} from "./values"

/** Why a row cannot be applied; `field` is null where no single cell is to blame. */
export type RowError = { field: Field | null } & CellProblem

/** What a row says. `undefined` is an empty cell (leave it as it is), null a cell with "-" (take it away). */
export type RowValues = {
  id?: string
  name_uz?: string
  name_ru?: string | null
  name_en?: string | null
  category?: string | null
  cost?: number
  markup_percent?: number
  price?: number
  barcode?: string | null
  shop_code?: string | null
  stock?: number
  is_visible?: boolean
  ikpu?: string | null
  package_code?: string | null
  vat_percent?: number | null
  description?: string | null
  images?: string[] | null
  group?: string
  options?: Record<string, string>
  variant_title?: string
}

const READERS: { [F in Field]: (cell: Cell) => Read<NonNullable<RowValues[F]>> } = {
  id: (cell) => parseText(cell, 100),
  name_uz: (cell) => parseText(cell, 300),
  name_ru: (cell) => parseText(cell, 300),
  name_en: (cell) => parseText(cell, 300),
  category: (cell) => parseText(cell, 500),
  cost: (cell) => parseBounded(cell, { min: 0, max: 1_000_000_000_000, decimals: 2 }),
  markup_percent: (cell) => parseBounded(cell, { min: 0, max: 999.99, decimals: 2, hasThousands: false }),
  price: (cell) => parseBounded(cell, { min: 1, max: 11_000_000_000_000, decimals: 0 }),
  barcode: parseBarcode,
  shop_code: parseShopCode,
  stock: (cell) => parseBounded(cell, { min: 0, max: 1_000_000, decimals: 0 }),
  is_visible: parseYesNo,
  ikpu: parseIkpu,
  package_code: parsePackageCode,
  vat_percent: (cell) => parseBounded(cell, { min: 0, max: 100, decimals: 2, hasThousands: false }),
  description: (cell) => parseText(cell, 10_000),
  images: parseImages,
  group: (cell) => parseText(cell, 100),
  options: parseOptions,
  variant_title: (cell) => parseText(cell, 200),
}

/** Fields that a "-" empties. */
const CLEARED: ReadonlySet<Field> = new Set<Field>([
  "name_ru",
  "name_en",
  "category",
  "barcode",
  "shop_code",
  "ikpu",
  "package_code",
  "vat_percent",
  "description",
  "images",
])

/** Reads the cells of a row as its columns are mapped. Every wrong cell is named, not the first one only. */
export function parseRow(cells: Cell[], mapping: Mapping): { values: RowValues; errors: RowError[] } {
  const values: Record<string, unknown> = {}
  const errors: RowError[] = []
  for (const field of FIELDS) {
    const column = mapping[field]
    const cell = column === undefined ? "" : (cells[column] ?? "")
    const text = String(cell).trim()
    if (text === "") {
      continue
    }
    if (/^[-–—]$/.test(text) && CLEARED.has(field)) {
      values[field] = null
      continue
    }
    const read = READERS[field](cell)
    if ("problem" in read) {
      errors.push({ field, ...read.problem })
    } else {
      values[field] = read.value
    }
  }
  return { values: values as RowValues, errors }
}

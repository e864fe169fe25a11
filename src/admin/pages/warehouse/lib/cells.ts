import type { Listing, Variant } from "../types"
import { costOf, markupOf, previewPrice, stockOf } from "./numbers"

/** What can be changed in place, in the order in which Tab walks a row. */
export const FIELDS = ["cost", "markup_percent", "stock"] as const
export type CellField = (typeof FIELDS)[number]
export type Cell = { variantId: string; field: CellField }
export type CellPatch = {
  id: string
  cost?: number
  markup_percent?: number
  stock?: number
  stock_was?: number
}

const PARSERS: Record<CellField, (typed: string) => number | null> = {
  cost: costOf,
  markup_percent: markupOf,
  stock: stockOf,
}

export const parseCell = (field: CellField, typed: string): number | null => PARSERS[field](typed)

/** The number that a cell holds now; undefined when the reader may not see it. */
export const valueOf = (variant: Variant, field: CellField): number | undefined =>
  field === "stock" ? variant.stocked : variant[field]

/** What a cell shows when somebody starts typing in it. */
export const typedOf = (value: number | undefined): string => (value === undefined ? "" : String(value))

/**
 * The change to send. Stock names the number that the person saw, so that a sale in between is not overwritten.
 */
export function patchOf(variantId: string, field: CellField, value: number, was: number): CellPatch {
  return field === "stock"
    ? { id: variantId, stock: value, stock_was: was }
    : { id: variantId, [field]: value }
}

/** Cells that this person may change, row by row. */
export function cellsOf(variants: Variant[], may: { price: boolean; stock: boolean }): Cell[] {
  return variants.flatMap(({ id }) =>
    FIELDS.filter((field) => (field === "stock" ? may.stock : may.price)).map((field) => ({
      variantId: id,
      field,
    }))
  )
}

/** The cell `step` places on; null past either end, where Tab leaves the table as it always does. */
export function neighbour(cells: Cell[], from: Cell, step: 1 | -1): Cell | null {
  const at = cells.findIndex(({ variantId, field }) => variantId === from.variantId && field === from.field)
  return at < 0 ? null : (cells[at + step] ?? null)
}

/** The price while a cost or markup is typed; undefined when the typing does not touch it, null when it gives none. */
export function priceWhileTyping(
  variant: Variant,
  field: CellField,
  typed: string
): number | null | undefined {
  if (field === "stock") {
    return undefined
  }
  const value = parseCell(field, typed)
  return field === "cost" ? previewPrice(value, variant.markup_percent) : previewPrice(variant.cost, value)
}

/** Cheapest and dearest of the variants. */
export function priceRange({ variants }: Pick<Listing, "variants">): [number, number] {
  const prices = variants.map(({ price }) => price)
  return [Math.min(...prices), Math.max(...prices)]
}

const GRAVITY = ["in", "low", "urgent", "out"] as const

/**
 * How goods stand: out when nothing is left of any kind, "some" when a kind is out and another is not, else the state of
 * the kind that is shortest.
 */
export function worstStock({ variants, available }: Pick<Listing, "variants" | "available">) {
  if (available <= 0) {
    return "out" as const
  }
  const worst = Math.max(0, ...variants.map(({ stock_state }) => GRAVITY.indexOf(stock_state)))
  return GRAVITY[worst] === "out" ? ("some" as const) : GRAVITY[worst]
}

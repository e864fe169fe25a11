import { SalePlan } from "../plans"
import { Planned } from "../types"
import { FindProduct, goodsOf, itemsOf, noteMismatch, readLines } from "./lines"
import { Notes, planned } from "./notes"
import { keptLines, noteFuture, ownLine } from "./orders"
import { decimalOf, idOf, textOf, timeOf } from "./values"

type Row = Record<string, unknown>

/** An order that a sale may be a copy of: equal total and a confirmation within five minutes are known already. */
export type Twin = { order: string; company: string; goods: string }

export type SaleContext = {
  find: FindProduct
  hasCompany: (id: string) => boolean
  /** Nearest in time first. */
  twins: Twin[]
  now: Date
}

/** A sale over the counter, or nothing when it only copies an order that is brought over anyway. */
export function planSale(row: Row, context: SaleContext): Planned<SalePlan> {
  const id = idOf(row.id)!
  const company = idOf(row.company_id)
  const sold = timeOf(row.sale_date) ?? timeOf(row.created_at)
  const notes = new Notes()
  const facts = { table: "sales_history", legacy_id: id, notes }
  if (sold) {
    noteFuture(sold, context.now, notes)
  }
  if (isEmpty(row)) {
    notes.add("empty_sale", "Neither goods nor money.")
    return planned<SalePlan>("sales", null, facts)
  }
  const items = itemsOf(row.items, notes)
  const read = items && readLines(items, context.find, notes)
  const twin = read && context.twins.find((twin) => twin.company === company && twin.goods === goodsOf(read))
  if (twin) {
    notes.add("sale_is_order", `A copy of order ${twin.order}.`)
    return planned<SalePlan>("sales", null, { ...facts, merged_into: twin.order })
  }
  const lines = read && keptLines(id, row.total_amount, read, notes)
  if (!lines || !company || !context.hasCompany(company) || !sold) {
    notes.add("row_invalid", "Without lines, a company or a date it is no sale.")
    return planned<SalePlan>("sales", null, facts)
  }
  const stated = noteMismatch(lines, row.total_amount, notes)
  const assumed = lines.filter((line) => line.is_cost_assumed).map(({ product_id }) => product_id)
  const value: SalePlan = {
    company,
    channel: "pos",
    customer: null,
    customer_name: null,
    customer_phone: null,
    code: `SALE-${id}`,
    legacy_code: `SALE-${id}`,
    parent_code: null,
    placed_at: sold,
    paid_at: sold,
    status: "completed",
    is_accepted: true,
    is_delivered: true,
    needs_review: false,
    lines: lines.map((line) => ownLine(line, company, notes)),
    metadata: {
      legacy: true,
      legacy_sale_id: id,
      ...(stated !== null && { legacy_total: stated }),
      ...(assumed.length > 0 && { cost_assumed: assumed }),
    },
  }
  return planned("sales", value, facts)
}

function isEmpty(row: Row): boolean {
  const hasItems = Array.isArray(row.items) ? row.items.length > 0 : textOf(row.items) !== null
  return !hasItems && Number(decimalOf(row.total_amount) ?? "0") === 0
}

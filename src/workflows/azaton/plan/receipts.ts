import { ReceiptPlan } from "../plans"
import { Planned } from "../types"
import { FindProduct, itemsOf, readLines, totalOf } from "./lines"
import { sumOf } from "./money"
import { Notes, planned } from "./notes"
import { legacyPhone } from "./phone"
import { decimalOf, idOf, textOf, timeOf } from "./values"

type Row = Record<string, unknown>

export type ReceiptContext = {
  find: FindProduct
  hasCompany: (id: string) => boolean
  /** The order (its first part, when it was split) that has a code exactly as it is. */
  orderWith: (code: string) => { legacy_id: string; part: string; company: string } | null
  /** An older receipt of the same key. */
  copyOf: (id: string) => string | null
}

/** A receipt that the old shop showed its customer; repeated ones are one. */
export function planReceipt(row: Row, context: ReceiptContext): Planned<ReceiptPlan> {
  const id = idOf(row.id)!
  const notes = new Notes()
  const facts = { table: "user_receipts", legacy_id: id, notes }
  const kept = context.copyOf(id)
  if (kept) {
    notes.add("receipt_duplicate", `The same as receipt ${kept}.`)
    return planned<ReceiptPlan>("receipts", null, { ...facts, merged_into: kept })
  }
  const issued = timeOf(row.issued_at)
  if (!issued) {
    notes.add("row_invalid", "The receipt has no date.")
    return planned<ReceiptPlan>("receipts", null, facts)
  }
  const phone = legacyPhone(row.phone_number)
  if (!phone) {
    notes.add("invalid_phone", `“${textOf(row.phone_number) ?? ""}” is no telephone; the text is kept.`)
  }
  const number = textOf(row.order_code)
  const order = number ? context.orderWith(number) : null
  if (!order) {
    notes.add("receipt_orphan", "No order has its code; its lines are kept as they stood.")
  }
  const lines = readLines(itemsOf(row.items, notes) ?? [], context.find, new Notes())
  const own = idOf(row.company_id)
  const companies = [...new Set(lines.map(({ company }) => company).filter((company) => company !== null))]
  const byGoods = companies.length === 1 ? companies[0] : null
  const value: ReceiptPlan = {
    order: order && { legacy_id: order.legacy_id, part: order.part },
    company: order?.company ?? (own && context.hasCompany(own) ? own : byGoods),
    phone: phone ?? textOf(row.phone_number) ?? "",
    number,
    total: decimalOf(row.total) ?? sumOf(totalOf(lines)),
    lines: lines.map(({ title, quantity, unit_price }) => ({ title, quantity, unit_price })),
    issued_at: issued,
  }
  return planned("receipts", value, facts)
}

/** What makes two receipts one: telephone and order code, or telephone, date and total where the source has no code. */
export function receiptKey(row: Row): string {
  const who = legacyPhone(row.phone_number) ?? textOf(row.phone_number)
  const what = textOf(row.order_code) ?? [timeOf(row.issued_at), decimalOf(row.total)]
  return JSON.stringify([who, what])
}

import { OrderPlan } from "../plans"
import { Planned } from "../types"
import { FindProduct, itemsOf, noteMismatch, plainLine, readLines, ReadLine } from "./lines"
import { Notes, planned } from "./notes"
import { isCashDesk, legacyPhone } from "./phone"
import { standingOf } from "./status"
import { decimalOf, idOf, textOf, timeOf } from "./values"

type Row = Record<string, unknown>

export type OrderContext = {
  find: FindProduct
  hasCompany: (id: string) => boolean
  /** The customer that stands for a user. */
  customerOf: (user: string) => string | null
  customerWith: (phone: string) => string | null
  /** Whether an older order has the same code, ignoring case. */
  losesCode: (id: string) => boolean
  now: Date
}

/** An order as one plan, or as one for each company whose goods are in it. */
export function planOrder(row: Row, context: OrderContext): Array<Planned<OrderPlan>> {
  const id = idOf(row.id)!
  const notes = new Notes()
  const facts = { table: "customer_orders", legacy_id: id, notes }
  const skipped = () => [planned<OrderPlan>("orders", null, facts)]
  const items = itemsOf(row.items, notes)
  const lines = items && keptLines(id, row.total_amount, readLines(items, context.find, notes), notes)
  if (!lines) {
    return skipped()
  }
  const groups = byCompany(row.company_id, lines, context, notes)
  if (groups.length === 0) {
    notes.add("order_without_company", "Neither the row nor its goods name a company.")
    return skipped()
  }
  const base = baseOf(id, row, lines, context, notes)
  if (!base) {
    notes.add("row_invalid", "The order has no date at all.")
    return skipped()
  }
  if (groups.length === 1) {
    return [planned("orders", { ...base, ...groups[0] }, facts)]
  }
  notes.add("order_split", `Goods of companies ${groups.map(({ company }) => company).join(", ")}.`)
  return groups.map((group, index) => {
    const part = String(index + 1)
    const value = { ...base, ...group, code: `${base.code}-${part}`, parent_code: base.code }
    // What is odd about the row is said once.
    return planned("orders", value, { ...facts, part, notes: index === 0 ? notes : new Notes() })
  })
}

/** A row whose items name nothing, but which has a total, keeps it as one line: sums agree with the old database. */
export function keptLines(id: string, total: unknown, lines: ReadLine[], notes: Notes): ReadLine[] | null {
  const stated = decimalOf(total) ?? "0"
  if (lines.length > 0) {
    return lines
  }
  if (Number(stated) <= 0) {
    notes.add("items_invalid", "No line is left, and no total.")
    return null
  }
  notes.add("line_product_missing", `No line is left; the total of ${stated} is kept as one.`)
  const nothing = {
    product: null,
    product_id: null,
    company: null,
    cost: null,
    markup_percent: null,
    color: null,
  }
  return [{ ...nothing, title: `Azaton #${id}`, quantity: 1, unit_price: stated, is_cost_assumed: false }]
}

type Group = Pick<OrderPlan, "company" | "lines">

/** The row's company; else that of the goods; goods of several make several. */
function byCompany(column: unknown, lines: ReadLine[], context: OrderContext, notes: Notes): Group[] {
  const named = idOf(column)
  const found = [...new Set(lines.map(({ company }) => company).filter((company) => company !== null))]
  const companies = found.sort((a, b) => Number(a) - Number(b))
  if (named && context.hasCompany(named)) {
    return [{ company: named, lines: lines.map((line) => ownLine(line, named, notes)) }]
  }
  if (companies.length === 1) {
    notes.add("company_from_items", `Company ${companies[0]}, by its goods.`)
  }
  return companies.map((company) => ({
    company,
    lines: lines.filter((line) => (line.company ?? companies[0]) === company).map(plainLine),
  }))
}

/** Goods of another company are no goods of this one: the line keeps its words and its price. */
export function ownLine(line: ReadLine, company: string, notes: Notes) {
  if (line.company === null || line.company === company) {
    return plainLine(line)
  }
  notes.add("line_product_missing", `Product ${line.product} belongs to company ${line.company}.`)
  return { ...plainLine(line), product: null }
}

function baseOf(id: string, row: Row, lines: ReadLine[], context: OrderContext, notes: Notes) {
  const placed =
    timeOf(row.order_date) ?? timeOf(row.created_date) ?? timeOf(row.created_at) ?? timeOf(row.updated_at)
  if (!placed) {
    return null
  }
  noteFuture(placed, context.now, notes)
  const { is_paid, unknown, ...standing } = standingOf(row.status, row.payment_confirmed, notes)
  const isCash = isCashDesk(row.user_phone)
  const phone = isCash ? null : legacyPhone(row.user_phone)
  const customer = isCash ? null : customerOf(row, phone, context)
  const legacyCode = textOf(row.order_code) ?? `AZATON-${id}`
  const isTaken = context.losesCode(id)
  if (isTaken) {
    notes.add("order_code_collision", `An older order has the code ${legacyCode}.`)
  }
  const stated = noteMismatch(lines, row.total_amount, notes)
  const assumed = lines.filter((line) => line.is_cost_assumed).map(({ product_id }) => product_id)
  return {
    channel: isCash ? ("pos" as const) : ("web" as const),
    customer,
    customer_name: isCash ? null : textOf(row.user_name),
    customer_phone: phone,
    code: isTaken ? `${legacyCode}-${id}` : legacyCode,
    legacy_code: legacyCode,
    parent_code: null,
    placed_at: placed,
    paid_at: is_paid ? (timeOf(row.confirmed_date) ?? timeOf(row.updated_at) ?? placed) : null,
    ...standing,
    metadata: {
      legacy: true,
      legacy_id: id,
      legacy_code: legacyCode,
      ...(unknown !== undefined && { legacy_status: unknown }),
      ...(stated !== null && { legacy_total: stated }),
      ...(!customer && !isCash && guestWords(row)),
      ...(assumed.length > 0 && { cost_assumed: assumed }),
    },
  }
}

function customerOf(row: Row, phone: string | null, context: OrderContext): string | null {
  const user = idOf(row.user_id)
  return (user && context.customerOf(user)) ?? (phone && context.customerWith(phone))
}

/** A guest's name and telephone as they were typed. */
function guestWords(row: Row) {
  const words = { guest_name: textOf(row.user_name), guest_phone: textOf(row.user_phone) }
  return Object.fromEntries(Object.entries(words).filter(([, text]) => text !== null))
}

export function noteFuture(iso: string, now: Date, notes: Notes): void {
  if (new Date(iso) > now) {
    notes.add("date_in_future", `${iso} is still to come.`)
  }
}

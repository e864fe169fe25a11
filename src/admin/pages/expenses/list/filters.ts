import { Query } from "../../../lib/api"
import { daysOf } from "../../../lib/periods"
import { Method, METHODS, Status, STATUSES } from "../lib/types"

/** What the list of expenses shows; the address bar holds it. */
export const ORDERS = ["-day", "day", "-amount", "amount"] as const
export type Order = (typeof ORDERS)[number]
export type Filters = {
  from: string
  to: string
  category_id: string
  status: Status | ""
  payment_method: Method | ""
  q: string
  order: Order
  offset: number
}

export const LIMIT = 20

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | "" =>
  values.find((known) => known === value) ?? ""

/** Filters of an address; without days it is this month, and `all` stands for no end on either side. */
export function filtersOf(params: URLSearchParams, today: string): Filters {
  const text = (name: string) => params.get(name) ?? ""
  const isOpen = params.has("all")
  const days =
    params.has("from") || params.has("to") || isOpen ? { from: "", to: "" } : daysOf("month", today)
  return {
    from: text("from") || days.from,
    to: text("to") || days.to,
    category_id: text("category_id"),
    status: oneOf(STATUSES, params.get("status")),
    payment_method: oneOf(METHODS, params.get("payment_method")),
    q: text("q"),
    order: oneOf(ORDERS, params.get("order")) || "-day",
    offset: Math.max(0, Math.floor(Number(text("offset"))) || 0),
  }
}

/** The address of a list with some of it changed; another question starts at its first page. */
export function changed(filters: Filters, change: Partial<Filters>, today: string): Record<string, string> {
  const { from, to, order, offset, ...rest } = { ...filters, offset: 0, ...change }
  const month = daysOf("month", today)
  const days =
    from === month.from && to === month.to ? {} : from || to ? { from, to } : ({ all: "1" } as const)
  const written = {
    ...rest,
    ...days,
    order: order === "-day" ? "" : order,
    offset: offset ? String(offset) : "",
  }
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ""))
}

export const queryOf = (filters: Filters): Query => ({ ...filters, limit: LIMIT })

export const isNarrowed = ({ category_id, status, payment_method, q }: Filters): boolean =>
  !!(category_id || status || payment_method || q)

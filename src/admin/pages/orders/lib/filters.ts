import { Query } from "../../../lib/api"
import { OrderStatus, STATUSES } from "./types"

/** What the list of orders shows; the address bar holds it, so that a page can be sent to somebody. */
export type Filters = {
  q: string
  status: OrderStatus | ""
  channel: string
  from: string
  to: string
  offset: number
}

export const LIMIT = 20

export function filtersOf(params: URLSearchParams): Filters {
  const status = params.get("status") ?? ""
  const text = (name: string) => params.get(name) ?? ""
  return {
    q: text("q"),
    status: (STATUSES as readonly string[]).includes(status) ? (status as OrderStatus) : "",
    channel: text("channel"),
    from: text("from"),
    to: text("to"),
    offset: Math.max(0, Math.floor(Number(text("offset"))) || 0),
  }
}

/** The address of a list with some of it changed; another question starts at its first page. */
export function changed(filters: Filters, change: Partial<Filters>): Record<string, string> {
  const next = { ...filters, offset: 0, ...change }
  return Object.fromEntries(
    Object.entries(next)
      .filter(([, value]) => value !== "" && value !== 0)
      .map(([name, value]) => [name, String(value)])
  )
}

export const isNarrowed = ({ q, channel, from, to }: Filters): boolean => !!(q || channel || from || to)

export const queryOf = (filters: Filters): Query => ({ ...filters, limit: LIMIT })

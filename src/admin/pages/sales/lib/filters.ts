import { daysOf } from "../../../lib/periods"

/** What the journal shows; the address bar holds it. */
const NAMES = ["from", "to", "channel", "kind", "payment", "cashier_id", "q"] as const
export type Filters = Record<(typeof NAMES)[number], string>

export const KINDS = ["sale", "refund"] as const
export const CHANNELS = ["web", "pos"] as const

/** Filters of an address; without days it is this month, and `all` stands for no end on either side. */
export function filtersOf(params: URLSearchParams, today: string): Filters {
  const given = Object.fromEntries(NAMES.map((name) => [name, params.get(name) ?? ""])) as Filters
  return given.from || given.to || params.has("all") ? given : { ...given, ...daysOf("month", today) }
}

export function changed(filters: Filters, change: Partial<Filters>, today: string): Record<string, string> {
  const { from, to, ...rest } = { ...filters, ...change }
  const month = daysOf("month", today)
  const days: Record<string, string> =
    from === month.from && to === month.to ? {} : from || to ? { from, to } : { all: "1" }
  return Object.fromEntries(Object.entries({ ...rest, ...days }).filter(([, value]) => value))
}

export const isNarrowed = ({ channel, kind, payment, cashier_id, q }: Filters): boolean =>
  !!(channel || kind || payment || cashier_id || q)

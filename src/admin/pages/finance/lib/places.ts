import type { Span } from "./types"

/** Addresses that the figures lead to. */

const address = (path: string, query: Record<string, string | undefined>): string => {
  const known = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
  return known.length === 0 ? path : `${path}?${new URLSearchParams(known)}`
}

/** The journal of sales, narrowed. */
export const salesPlace = (
  { from, to }: Span,
  filter: { channel?: string; payment?: string; cashier_id?: string; kind?: string } = {}
): string => address("/shop/sales", { from, to, ...filter })

/** The expenses of a period, of one category when it is named. */
export const expensesPlace = (
  { from, to }: Partial<Span>,
  filter: { category_id?: string; status?: string } = {}
): string => address("/shop/expenses", { from, to, ...filter })

/** Goods in the warehouse; the list of all when the line was sold without them. */
export const goodsPlace = (listingId: string | null): string | null =>
  listingId ? `/shop/warehouse/${listingId}` : null

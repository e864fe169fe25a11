import { Cursor } from "../lib/cursor"
import { Order } from "../lib/query"
import { Deviating, minPrice } from "./filters"

/** How goods are ordered; every order ends with the product's id, so that no two places are alike. */
export type Ordering = {
  order: Order
  /** SQL of the value; and of its text in a cursor, from the value where the page has been picked (`k.at`). */
  value: string
  text: string
  direction: "asc" | "desc"
  /** Goods without a value come last, in every direction. */
  hasNulls: boolean
}

const MOMENT = `to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

export function orderingOf(order: Order, deviating: Deviating): Ordering {
  const price = minPrice(deviating)
  const orderings: Record<Order, Omit<Ordering, "order">> = {
    newest: { value: "p.created_at", text: MOMENT, direction: "desc", hasNulls: false },
    // As float8, whose text comes back as the very number.
    rating: {
      value: "p.rating_score",
      text: "cast(k.at as float8)",
      direction: "desc",
      hasNulls: false,
    },
    popular: {
      value: "p.popularity",
      text: "cast(k.at as float8)",
      direction: "desc",
      hasNulls: false,
    },
    price: { value: price, text: "k.at", direction: "asc", hasNulls: true },
    "-price": { value: price, text: "k.at", direction: "desc", hasNulls: true },
    relevance: { value: "f.rank", text: "k.at", direction: "asc", hasNulls: false },
  }
  return { order, ...orderings[order] }
}

/** Order of the rows; an index has it where nothing deviates. */
export const orderBy = ({ value, direction, hasNulls }: Ordering, id: string) =>
  `${value} ${direction}${hasNulls && direction === "desc" ? " nulls last" : ""}, ${id}`

const CASTS: Record<Order, string> = {
  newest: "timestamptz",
  rating: "float8",
  popular: "float8",
  price: "numeric",
  "-price": "numeric",
  relevance: "bigint",
}

/** Condition of what comes behind a cursor; those without a value are asked for by themselves, for the sake of the index. */
export function behind({ order, value, direction }: Ordering, cursor: Cursor) {
  const values = { k_value: cursor.value, k_id: cursor.product_id }
  if (cursor.value === null) {
    return { condition: `${value} is null and p.product_id > :k_id`, values }
  }
  const at = `cast(:k_value as ${CASTS[order]})`
  const sign = direction === "asc" ? ">" : "<"
  return { condition: `${value} ${sign}= ${at} and (${value} ${sign} ${at} or p.product_id > :k_id)`, values }
}

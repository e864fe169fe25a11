import { likePattern } from "../../../../lib/search-text"
import { GoodsQuery } from "../lib/query"
import { SHOWN } from "../reader"

/**
 * A query as conditions on product `p`, its company `c`, its price `r` and its stock `s`. What facets count without their own
 * filter stands apart, each under its name.
 */
export type Filters = {
  always: string[]
  facets: Array<{ name: FacetName; condition: string }>
  values: Record<string, unknown>
}

export type FacetName = "category" | "company" | "price" | "stock" | "rating" | `attribute:${string}`

/** Goods with prices or stock of their own in this answer come beside the rows, as JSON. */
export type Deviating = { prices: boolean; stock: boolean }

export const minPrice = ({ prices }: Deviating) =>
  prices ? "case when dp.product_id is not null then dp.min_price else r.min_price end" : "r.min_price"
const isSale = ({ prices }: Deviating) =>
  prices ? "case when dp.product_id is not null then dp.is_sale else r.is_sale end" : "r.is_sale"
export const inStock = ({ stock }: Deviating) =>
  stock ? "coalesce(ds.in_stock, s.in_stock, false)" : "coalesce(s.in_stock, false)"

/** Lists of ids, and the columns that they are compared with. */
const LISTS = { collection_id: "p.collection_id", id: "p.product_id", handle: "p.handle" } as const

export function filtersFor(query: GoodsQuery, deviating: Deviating, found: string[] | null): Filters {
  const filters: Filters = { always: [SHOWN], facets: [], values: {} }
  for (const [name, column] of Object.entries(LISTS)) {
    const ids = query[name as keyof typeof LISTS]
    if (ids.length > 0) {
      filters.always.push(`${column} = any(cast(:f_${name} as text[]))`)
      filters.values[`f_${name}`] = ids
    }
  }
  if (query.tag_id.length > 0) {
    filters.always.push("p.tag_ids && cast(:f_tag as text[])")
    filters.values.f_tag = query.tag_id
  }
  if (query.on_sale) {
    filters.always.push(`coalesce(${isSale(deviating)}, false)`)
  }
  if (found) {
    filters.always.push("p.product_id = any(cast(:f_found as text[]))")
    filters.values.f_found = found
  } else if (query.q !== undefined) {
    filters.always.push("exists (select 1 from unnest(p.titles) t(title) where t.title ilike :f_q)")
    filters.values.f_q = likePattern(query.q)
  }
  addFacets(filters, query, deviating)
  return filters
}

function addFacets({ facets, values }: Filters, query: GoodsQuery, deviating: Deviating): void {
  const add = (name: FacetName, condition: string, more: Record<string, unknown>) => {
    facets.push({ name, condition })
    Object.assign(values, more)
  }
  if (query.category_id.length > 0) {
    add("category", "p.category_ids && cast(:f_category as text[])", { f_category: query.category_id })
  }
  if (query.company_id.length > 0) {
    add("company", "p.company_id = any(cast(:f_company as text[]))", { f_company: query.company_id })
  }
  const { price_min, price_max } = query
  const limits = [
    ...(price_min === undefined ? [] : [`${minPrice(deviating)} >= :f_price_min`]),
    ...(price_max === undefined ? [] : [`${minPrice(deviating)} <= :f_price_max`]),
  ]
  if (limits.length > 0) {
    add("price", limits.join(" and "), { f_price_min: price_min, f_price_max: price_max })
  }
  if (query.in_stock) {
    add("stock", inStock(deviating), {})
  }
  if (query.rating_min !== undefined) {
    add("rating", "p.rating_average >= cast(:f_rating as real)", { f_rating: query.rating_min })
  }
  const byTitle = new Map<string, string[]>()
  for (const one of query.attribute) {
    byTitle.set(titleOf(one), [...(byTitle.get(titleOf(one)) ?? []), one])
  }
  let serial = 0
  for (const [title, all] of byTitle) {
    const name = `f_attribute${serial++}`
    add(`attribute:${title}`, `p.attributes && cast(:${name} as text[])`, { [name]: all })
  }
}

/** The option's title in "Title=value". */
export const titleOf = (attribute: string) => attribute.split("=", 1)[0]

/** What the conditions of a query have to be joined with. */
export function needsOf(query: GoodsQuery): { price: boolean; stock: boolean } {
  const { price_min, price_max, on_sale, in_stock } = query
  return { price: price_min !== undefined || price_max !== undefined || on_sale, stock: in_stock }
}

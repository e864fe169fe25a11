import { likePattern, toSearchText } from "../../../lib/search-text"
import { LOW_STOCK } from "../../../modules/listing/lib/low-stock"

export const LISTING_ORDERS = ["created_at", "name", "price", "available"] as const
type OrderField = (typeof LISTING_ORDERS)[number]
export type ListingOrder = OrderField | `-${OrderField}`

export type ListingFilter = {
  company_id: string
  q?: string
  is_visible?: boolean
  status: "active" | "archived"
  stock?: "in" | "out" | "low"
  category_id?: string
  order: ListingOrder
  limit: number
  offset: number
}

/**
 * What can be sold of each of a company's goods, their cheapest price, and whether a variant is at or under its
 * threshold (business rule 17). Read by the company's own rows and its own stock location, whatever else the market
 * holds.
 */
const FIGURES = `
  join (select v.listing_id, min(v.price) as price,
               coalesce(sum(il.stocked_quantity - il.reserved_quantity), 0) as available,
               bool_or(coalesce(il.stocked_quantity - il.reserved_quantity, 0)
                       <= coalesce(v.low_stock, ${LOW_STOCK})) as is_low
          from listing_variant v
          left join inventory_level il on il.inventory_item_id = v.inventory_item_id and il.deleted_at is null
               and il.location_id = (select stock_location_id from company where id = ?)
         where v.company_id = ? and v.deleted_at is null
         group by v.listing_id) f on f.listing_id = l.id`

const STOCK_FILTER = {
  in: "f.available > 0",
  out: "f.available <= 0",
  low: "f.available > 0 and f.is_low",
}

/** A subselect that is asked per row, by primary key: a join would read the whole market's table. */
const IN_CATEGORY = `(select true from product_category_product cp
   where cp.product_id = l.product_id and cp.product_category_id = any(array(
         select c.id from product_category c where c.deleted_at is null
            and c.mpath like (select replace(mpath, '_', '\\_') || '%' from product_category where id = ?)))
   limit 1)`

const SORT_KEY: Record<OrderField, string> = {
  created_at: "l.created_at",
  name: "l.name_uz",
  price: "f.price",
  available: "f.available",
}

/** One statement that answers how many goods a filter finds and the ids of one page of them, in order. */
export function foundListings(filter: ListingFilter): { sql: string; values: unknown[] } {
  const field = filter.order.replace("-", "") as OrderField
  const direction = filter.order.startsWith("-") ? "desc" : "asc"
  const needsFigures = !!filter.stock || field === "price" || field === "available"
  const conditions: Array<[sql: string, value?: string | boolean]> = [
    ["l.company_id = ?", filter.company_id],
    ["l.status = ?", filter.status],
    ["l.deleted_at is null"],
  ]
  if (filter.is_visible !== undefined) {
    conditions.push(["l.is_visible = ?", filter.is_visible])
  }
  if (filter.q) {
    conditions.push(["l.search_text like ?", likePattern(toSearchText(filter.q))])
  }
  if (filter.category_id) {
    conditions.push([IN_CATEGORY, filter.category_id])
  }
  if (filter.stock) {
    conditions.push([STOCK_FILTER[filter.stock]])
  }
  const where = conditions.map(([sql]) => sql).join(" and ")
  return {
    sql: `with found as materialized (
        select l.id, ${SORT_KEY[field]} as key from listing l ${needsFigures ? FIGURES : ""} where ${where})
      select (select count(*) from found)::int as count,
             array(select id from found order by key ${direction}, id ${direction} limit ? offset ?) as ids`,
    values: [
      ...(needsFigures ? [filter.company_id, filter.company_id] : []),
      ...conditions.flatMap(([, value]) => (value === undefined ? [] : [value])),
      filter.limit,
      filter.offset,
    ],
  }
}

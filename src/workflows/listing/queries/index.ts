import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { likePattern, toSearchText } from "../../../lib/search-text"
import { presentListing, ListingRow, VariantRow } from "./present"

type Filter = {
  company_id: string
  shows_cost: boolean
  q?: string
  is_visible?: boolean
  status: "active" | "archived"
  stock?: "in" | "out" | "low"
  limit: number
  offset: number
}

/** Pieces at or under which a variant counts as low in stock (business rule 17). */
export const LOW_STOCK = 10

const COLUMNS = `l.id, l.product_id, l.name_uz, l.name_ru, l.name_en, l.is_visible, l.status, l.ikpu, l.package_code,
  l.vat_percent, l.created_at, l.updated_at, p.handle, p.description, p.thumbnail,
  (select min(cp.product_category_id) from product_category_product cp where cp.product_id = p.id) as category_id`

const AVAILABLE = `(select sum(il.stocked_quantity - il.reserved_quantity) from listing_variant v
  join inventory_level il on il.inventory_item_id = v.inventory_item_id and il.deleted_at is null
  where v.listing_id = l.id and v.deleted_at is null)`

const STOCK_FILTER = {
  in: `${AVAILABLE} > 0`,
  out: `${AVAILABLE} <= 0`,
  low: `${AVAILABLE} between 1 and ${LOW_STOCK}`,
}

/**
 * A page of a company's listings with cost, price and stock, in three statements whatever the page holds. SQL over the
 * tables of three modules: the company's warehouse is opened all day, and `query.graph` would read every level row.
 */
export async function listListings(container: MedusaContainer, filter: Filter) {
  assertId(filter.company_id, "company id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const where = ["l.company_id = ?", "l.status = ?", "l.deleted_at is null"]
  const values: Array<string | boolean> = [filter.company_id, filter.status]
  if (filter.is_visible !== undefined) {
    where.push("l.is_visible = ?")
    values.push(filter.is_visible)
  }
  if (filter.q) {
    where.push("l.search_text like ?")
    values.push(likePattern(toSearchText(filter.q)))
  }
  if (filter.stock) {
    where.push(STOCK_FILTER[filter.stock])
  }
  const condition = where.join(" and ")
  const { rows } = await knex.raw<{ rows: ListingRow[] }>(
    `select ${COLUMNS} from listing l join product p on p.id = l.product_id where ${condition}
      order by l.created_at desc, l.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: string }> }>(
    `select count(*) as count from listing l where ${condition}`,
    values
  )
  const variants = await variantsOf(container, rows)
  return {
    listings: rows.map((row) => presentListing(row, variants, filter.shows_cost)),
    count: Number(counts[0].count),
  }
}

/**
 * One listing of a company.
 * @throws {MedusaError} 404, also for another company's listing
 */
export async function findListing(
  container: MedusaContainer,
  input: { company_id: string; id: string; shows_cost: boolean }
) {
  assertId(input.company_id, "company id")
  assertId(input.id, "listing id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: ListingRow[] }>(
      `select ${COLUMNS} from listing l join product p on p.id = l.product_id
      where l.company_id = ? and l.id = ? and l.deleted_at is null`,
      [input.company_id, input.id]
    )
  if (!rows[0]) {
    throw notFound("Listing", input.id)
  }
  return presentListing(rows[0], await variantsOf(container, rows), input.shows_cost)
}

async function variantsOf(container: MedusaContainer, listings: ListingRow[]): Promise<VariantRow[]> {
  if (listings.length === 0) {
    return []
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: VariantRow[] }>(
      `select v.id, v.listing_id, v.variant_id, v.title, v.cost, v.markup_percent, v.price, v.barcode, v.shop_code,
            coalesce(sum(il.stocked_quantity), 0) as stocked, coalesce(sum(il.reserved_quantity), 0) as reserved
       from listing_variant v
       left join inventory_level il on il.inventory_item_id = v.inventory_item_id and il.deleted_at is null
      where v.listing_id = any(?) and v.deleted_at is null
      group by v.id order by v.rank, v.id`,
      [listings.map(({ id }) => id)]
    )
  return rows
}

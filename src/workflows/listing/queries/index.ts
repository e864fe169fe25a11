import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { isSingleKind } from "../lib/plan-variant"
import { foundListings, ListingFilter } from "./found"
import { optionsOf } from "./options"
import { presentListing, ListingRow, VariantRow } from "./present"

export { LOW_STOCK } from "../../../modules/listing/lib/low-stock"

const COLUMNS = `l.id, l.product_id, l.name_uz, l.name_ru, l.name_en, l.is_visible, l.status, l.ikpu, l.package_code,
  l.vat_percent, l.created_at, l.updated_at, p.handle, p.description, p.thumbnail,
  c.id as category_id, c.name as category_name`

const TABLES = `listing l join product p on p.id = l.product_id
  left join product_category c on c.deleted_at is null and c.id =
    (select min(cp.product_category_id) from product_category_product cp where cp.product_id = p.id)`

/**
 * A page of a company's listings with cost, price and stock, in three statements whatever the page holds. SQL over the
 * tables of four modules: the company's warehouse is opened all day, and `query.graph` would read every level row.
 */
export async function listListings(
  container: MedusaContainer,
  { shows_cost, ...filter }: ListingFilter & { shows_cost: boolean }
) {
  assertId(filter.company_id, "company id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { sql, values } = foundListings(filter)
  const found = await knex.raw<{ rows: Array<{ count: number; ids: string[] }> }>(sql, values as string[])
  const { count, ids } = found.rows[0]
  const { rows } = await knex.raw<{ rows: ListingRow[] }>(
    `select ${COLUMNS} from ${TABLES} where l.id = any(?)
      order by array_position(?::text[], l.id)`,
    [ids, ids]
  )
  const variants = await variantsOf(container, filter.company_id, ids)
  return { listings: rows.map((row) => presentListing(row, variants, shows_cost)), count }
}

/**
 * One listing of a company, with its pictures and options.
 * @throws {MedusaError} 404, also for another company's listing
 */
export async function findListing(
  container: MedusaContainer,
  input: { company_id: string; id: string; shows_cost: boolean }
) {
  assertId(input.company_id, "company id")
  assertId(input.id, "listing id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: ListingRow[] }>(
    `select ${COLUMNS} from ${TABLES} where l.company_id = ? and l.id = ? and l.deleted_at is null`,
    [input.company_id, input.id]
  )
  if (!rows[0]) {
    throw notFound("Listing", input.id)
  }
  const { rows: images } = await knex.raw<{ rows: Array<{ url: string; thumbnail_url: string | null }> }>(
    `select m.url, i.thumbnail_url from image m
       left join listing_image i on i.url = m.url and i.company_id = ? and i.deleted_at is null
      where m.product_id = ? and m.deleted_at is null order by m.rank, m.id`,
    [input.company_id, rows[0].product_id]
  )
  const variants = await variantsOf(container, input.company_id, [input.id])
  const options = await optionsOf(container, rows[0].product_id)
  return {
    ...presentListing(rows[0], variants, input.shows_cost),
    images,
    options: isSingleKind(options)
      ? []
      : options.map(({ title, values }) => ({ title, values: values.map(({ value }) => value) })),
  }
}

async function variantsOf(
  container: MedusaContainer,
  companyId: string,
  listingIds: string[]
): Promise<VariantRow[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: VariantRow[] }>(
      `select v.id, v.listing_id, v.variant_id, v.title, v.cost, v.markup_percent, v.price, v.barcode, v.shop_code,
            v.low_stock, coalesce(il.stocked_quantity, 0) as stocked, coalesce(il.reserved_quantity, 0) as reserved,
            (select jsonb_object_agg(o.title, ov.value) from product_variant_option vo
               join product_option_value ov on ov.id = vo.option_value_id
               join product_option o on o.id = ov.option_id
              where vo.variant_id = v.variant_id) as options
       from listing_variant v
       left join inventory_level il on il.inventory_item_id = v.inventory_item_id and il.deleted_at is null
            and il.location_id = (select stock_location_id from company where id = ?)
      where v.listing_id = any(?) and v.deleted_at is null order by v.rank, v.id`,
      [companyId, listingIds]
    )
  return rows
}

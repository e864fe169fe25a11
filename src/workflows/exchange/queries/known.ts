import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { RowValues } from "../../../modules/exchange/lib/parse-row"
import { SINGLE_OPTION } from "../../../modules/listing/lib/draft"
import { KnownListing, KnownVariant } from "../lib/known"

type ListingRow = Omit<KnownListing, "vat_percent" | "variants"> & { vat_percent: string | null }
type VariantRow = Omit<KnownVariant, "options"> & {
  listing_id: string
  options: Record<string, string> | null
}

/**
 * The company's goods that rows name, by id, code or name: four statements, however many rows. SQL over the tables of
 * several modules, as in the warehouse's own list.
 */
export async function loadNamed(
  container: MedusaContainer,
  companyId: string,
  rows: Array<{ values: RowValues }>
): Promise<KnownListing[]> {
  assertId(companyId, "company id")
  const all = (field: "id" | "barcode" | "shop_code" | "name_uz") =>
    [...new Set(rows.map(({ values }) => values[field]))].filter((value) => !!value) as string[]
  const ofCompany = `from listing_variant v where v.company_id = ? and v.is_live and v.deleted_at is null`
  const { rows: found } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ listing_id: string }> }>(
      `select v.listing_id ${ofCompany} and v.id = any(?)
       union select v.listing_id ${ofCompany} and v.barcode = any(?)
       union select v.listing_id ${ofCompany} and v.shop_code = any(?)
       union select l.id from listing l where l.company_id = ? and l.status = 'active' and l.name_uz = any(?)
               and l.deleted_at is null`,
      [
        ...[companyId, all("id")],
        ...[companyId, all("barcode")],
        ...[companyId, all("shop_code")],
        ...[companyId, all("name_uz")],
      ]
    )
  return loadListings(
    container,
    companyId,
    found.map(({ listing_id }) => listing_id)
  )
}

/** Goods of a company with everything that a row of a file says of them, in the order of the ids. */
export async function loadListings(
  container: MedusaContainer,
  companyId: string,
  ids: string[]
): Promise<KnownListing[]> {
  if (ids.length === 0) {
    return []
  }
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: listings } = await knex.raw<{ rows: ListingRow[] }>(
    `select l.id, l.product_id, l.name_uz, l.name_ru, l.name_en, l.is_visible, l.ikpu, l.package_code, l.vat_percent,
            p.description,
            (select min(cp.product_category_id) from product_category_product cp where cp.product_id = p.id)
              as category_id,
            array(select m.url from image m where m.product_id = p.id and m.deleted_at is null order by m.rank, m.id)
              as images
       from listing l join product p on p.id = l.product_id and p.deleted_at is null
      where l.company_id = ? and l.id = any(?) and l.status = 'active' and l.deleted_at is null
      order by array_position(?::text[], l.id)`,
    [companyId, ids, ids]
  )
  const variants = await variantsOf(container, companyId, ids)
  return listings.map((row) => ({
    ...row,
    vat_percent: row.vat_percent === null ? null : Number(row.vat_percent),
    variants: variants.get(row.id) ?? [],
  }))
}

async function variantsOf(container: MedusaContainer, companyId: string, ids: string[]) {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: VariantRow[] }>(
      `select v.id, v.listing_id, v.variant_id, v.title, v.cost, v.markup_percent, v.price, v.barcode, v.shop_code,
              coalesce(il.stocked_quantity, 0) as stocked, coalesce(il.reserved_quantity, 0) as reserved,
              (select jsonb_object_agg(o.title, ov.value) from product_variant_option vo
                 join product_option_value ov on ov.id = vo.option_value_id and ov.deleted_at is null
                 join product_option o on o.id = ov.option_id and o.deleted_at is null
                where vo.variant_id = v.variant_id) as options
         from listing_variant v
         left join inventory_level il on il.inventory_item_id = v.inventory_item_id and il.deleted_at is null
              and il.location_id = (select stock_location_id from company where id = ?)
        where v.listing_id = any(?) and v.company_id = ? and v.is_live and v.deleted_at is null
        order by v.listing_id, v.rank, v.id`,
      [companyId, ids, companyId]
    )
  const byListing = new Map<string, KnownVariant[]>()
  for (const { listing_id, options, ...row } of rows) {
    const variant = {
      ...row,
      cost: Number(row.cost),
      markup_percent: Number(row.markup_percent),
      price: Number(row.price),
      stocked: Number(row.stocked),
      reserved: Number(row.reserved),
      options: isSingle(options) ? {} : options!,
    }
    byListing.set(listing_id, [...(byListing.get(listing_id) ?? []), variant])
  }
  return byListing
}

function isSingle(options: Record<string, string> | null): boolean {
  const titles = Object.keys(options ?? {})
  return titles.length === 0 || (titles.length === 1 && options![SINGLE_OPTION.title] === SINGLE_OPTION.value)
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { CompanyStatus, isSelling } from "../../../modules/company/lib/status"
import { DeskGoods, Shop } from "../types"

/** A variant's name on a receipt: that of the goods, and its own where there are several. */
export const TITLE = `case when exists (select 1 from listing_variant o where o.listing_id = v.listing_id and o.id <> v.id
    and o.is_live and o.deleted_at is null) then l.name_uz || ' (' || v.title || ')' else l.name_uz end`

/** What is free at a company's place: on the shelf and promised to nobody. */
export const FREE = `lateral (
    select coalesce(jsonb_agg(jsonb_build_object('inventory_item_id', i.inventory_item_id,
             'required', i.required_quantity::int) order by i.inventory_item_id), '[]') as places,
           min(floor((coalesce(k.stocked_quantity, 0) - coalesce(k.reserved_quantity, 0)) / i.required_quantity)) as available
      from product_variant_inventory_item i
      left join inventory_level k on k.inventory_item_id = i.inventory_item_id and k.location_id = c.stock_location_id
           and k.deleted_at is null
     where i.variant_id = v.variant_id and i.deleted_at is null)`

const GOODS = `
  select v.id, v.variant_id, v.listing_id, l.product_id, ${TITLE} as title, v.price::float8 as price,
         (l.status = 'active' and p.status <> 'draft' and v.is_live and v.deleted_at is null) as is_live, p.title as product_title,
         p.handle as product_handle, p.thumbnail, m.title as variant_title, m.sku as variant_sku, v.barcode,
         v.cost::text, v.markup_percent::text, l.ikpu, l.package_code, l.vat_percent::text, m.allow_backorder,
         case when m.manage_inventory then f.places else '[]' end as places,
         case when m.manage_inventory and not m.allow_backorder then coalesce(f.available, 0)::int end as available
    from listing_variant v
    join listing l on l.id = v.listing_id
    join company c on c.id = v.company_id
    join product_variant m on m.id = v.variant_id
    join product p on p.id = l.product_id
    join ${FREE} f on true
   where v.company_id = ? and v.id = any(?)`

/** A company's goods by the ids of their listing variants, also archived ones, in one statement; others' are missing. */
export async function loadGoods(
  container: MedusaContainer,
  companyId: string,
  ids: string[]
): Promise<Map<string, DeskGoods>> {
  assertId(companyId, "company id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: DeskGoods[] }>(GOODS, [companyId, [...new Set(ids)]])
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a sale needs to know of its company. */
export async function loadShop(container: MedusaContainer, companyId: string): Promise<Shop> {
  assertId(companyId, "company id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<Omit<Shop, "is_selling"> & { status: CompanyStatus }> }>(
      `select id, status, stock_location_id, commission_percent::text, is_vat_payer from company
        where id = ? and deleted_at is null`,
      [companyId]
    )
  if (!rows[0]) {
    throw notFound("Company", companyId)
  }
  const { status, ...shop } = rows[0]
  return { ...shop, is_selling: isSelling(status) && shop.stock_location_id !== null }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { likePattern, toSearchText } from "../../../lib/search-text"
import { FREE } from "./goods"

/** What a cashier may know of goods: no cost, no markup. */
const COLUMNS = `v.id, v.listing_id, v.variant_id, jsonb_build_object('uz', l.name_uz, 'ru', l.name_ru, 'en', l.name_en) as name,
  v.title, v.price::float8 as price, v.barcode, v.shop_code, p.thumbnail,
  case when m.manage_inventory and not m.allow_backorder then greatest(coalesce(f.available, 0), 0)::int end as available`

const FROM = `from listing_variant v
  join listing l on l.id = v.listing_id and l.status = 'active' and l.deleted_at is null
  join company c on c.id = v.company_id
  join product_variant m on m.id = v.variant_id
  join product p on p.id = l.product_id and p.status <> 'draft'
  join ${FREE} f on true`

const LIVE = `v.company_id = ? and v.is_live and v.deleted_at is null`

/**
 * A page of everything that a company's cash desk may sell, hidden goods too, for use without a connection: by the id of the
 * variant, so that no goods are missed while others come and go. One statement.
 */
export async function deskCatalog(
  container: MedusaContainer,
  query: { company_id: string; after?: string; limit: number }
) {
  assertId(query.company_id, "company id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string }> }>(
      `select ${COLUMNS} ${FROM} where ${LIVE} and v.id > ? order by v.id limit ?`,
      [query.company_id, query.after ?? "", query.limit + 1]
    )
  const variants = rows.slice(0, query.limit)
  return { variants, next: rows.length > query.limit ? variants[variants.length - 1].id : null }
}

const MOST = 20

/** Goods by what was scanned or typed: the barcode, else the shop's own code, else a part of the name (business rule 11). */
export async function scanGoods(container: MedusaContainer, input: { company_id: string; code: string }) {
  assertId(input.company_id, "company id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const tries: Array<[condition: string, value: string]> = [
    ["v.barcode = ?", input.code],
    ["v.shop_code = ?", input.code],
    ["l.search_text like ?", likePattern(toSearchText(input.code))],
  ]
  for (const [condition, value] of tries) {
    const { rows } = await knex.raw<{ rows: object[] }>(
      `select ${COLUMNS} ${FROM} where ${LIVE} and ${condition} order by l.name_uz, v.rank, v.id limit ?`,
      [input.company_id, value, MOST]
    )
    if (rows.length > 0) {
      return rows
    }
  }
  return []
}

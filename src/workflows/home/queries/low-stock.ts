import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { LOW_STOCK, URGENT_STOCK } from "../../../modules/listing/lib/low-stock"

const FIRST = 10

type Item = {
  listing_id: string
  variant_id: string
  name: { uz: string; ru: string | null; en: string | null }
  title: string
  available: number
  threshold: number
}
type Row = { count: number; urgent: number; items: Item[] }

/** A company's live goods at or under their threshold, the fewest first: their number, and the first ten. One statement. */
export async function lowStock(container: MedusaContainer, companyId: string): Promise<Row> {
  assertId(companyId, "company id")
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `with low as (
       select v.id, v.listing_id, v.title, coalesce(v.low_stock, ${LOW_STOCK}) as threshold,
              sum(il.stocked_quantity - il.reserved_quantity) as available
         from listing_variant v
         join listing l on l.id = v.listing_id and l.status = 'active' and l.deleted_at is null
         join inventory_level il on il.inventory_item_id = v.inventory_item_id and il.deleted_at is null
          and il.location_id = (select stock_location_id from company where id = v.company_id)
        where v.company_id = ? and v.is_live and v.deleted_at is null
        group by v.id
       having sum(il.stocked_quantity - il.reserved_quantity) <= coalesce(v.low_stock, ${LOW_STOCK})
     ), first as (select * from low order by available, id limit ${FIRST})
     select (select count(*)::int from low) as count,
            (select count(*)::int from low where available <= ${URGENT_STOCK}) as urgent,
            (select coalesce(jsonb_agg(jsonb_build_object('listing_id', f.listing_id, 'variant_id', f.id,
                    'name', jsonb_build_object('uz', l.name_uz, 'ru', l.name_ru, 'en', l.name_en), 'title', f.title,
                    'available', f.available, 'threshold', f.threshold) order by f.available, f.id), '[]')
               from first f join listing l on l.id = f.listing_id) as items`,
    [companyId]
  )
  return rows[0]
}

import { Run } from "../run"

/** One inventory item of a variant at one place; `location_id` is null where it lies nowhere. */
export type StockRow = {
  variant_id: string
  inventory_item_id: string
  required_quantity: number
  location_id: string | null
  available: number
}

const STOCK = `
  select k.variant_id, k.inventory_item_id, k.required_quantity::float8 as required_quantity, l.location_id,
         coalesce(l.stocked_quantity - l.reserved_quantity, 0)::float8 as available
    from product_variant_inventory_item k
    left join inventory_item i on i.id = k.inventory_item_id and i.deleted_at is null
    left join inventory_level l on l.inventory_item_id = i.id and l.deleted_at is null
   where k.variant_id = any(:ids) and k.deleted_at is null`

/** What lies where of some variants: one statement. */
export const readStock = (run: Run, ids: string[]) => run<StockRow>(STOCK, { ids })

/** Stock locations of sales channels: one statement. */
export async function readLocations(run: Run, channels: string[]): Promise<Map<string, Set<string>>> {
  const rows = await run<{ channel: string; locations: string[] }>(
    `select sales_channel_id as channel, array_agg(stock_location_id::text) as locations from sales_channel_stock_location
      where sales_channel_id = any(:channels) and deleted_at is null group by 1`,
    { channels }
  )
  return new Map(rows.map(({ channel, locations }) => [channel, new Set(locations)]))
}

/** The live variants of some goods with what their stock is asked by, in the order of their documents: one statement. */
export const readVariants = (run: Run, productIds: string[], order: string) =>
  run<{
    product_id: string
    type_id: string | null
    id: string
    manage_inventory: boolean
    allow_backorder: boolean
    price_set_id: string | null
  }>(
    `select v.product_id, p.type_id, v.id, v.manage_inventory, v.allow_backorder,
            (select ps.price_set_id from product_variant_price_set ps
              where ps.variant_id = v.id and ps.deleted_at is null limit 1) as price_set_id
       from product_variant v join product p on p.id = v.product_id
      where v.product_id = any(:ids) and v.deleted_at is null order by v.product_id, ${order}`,
    { ids: productIds }
  )

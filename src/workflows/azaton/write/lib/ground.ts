import { MedusaContainer } from "@medusajs/framework/types"
import { deskGround } from "../../../pos/channel"
import { Trx } from "../types"

/** A company as goods and orders of it need to know it. */
export type Seller = {
  id: string
  stock_location_id: string | null
  shipping_profile_id: string | null
  sales_channel_id: string | null
  is_selling: boolean
}

/** Companies by id: one statement. */
export async function sellersOf(trx: Trx, ids: Iterable<string>): Promise<Map<string, Seller>> {
  const { rows } = await trx.raw<Seller>(
    `select id, stock_location_id, shipping_profile_id, sales_channel_id, status = 'active' as is_selling
       from company where id = any(?) and deleted_at is null`,
    [[...new Set(ids)]]
  )
  return new Map(rows.map((row) => [row.id, row]))
}

export type Ground = { region_id: string | null; market_channel_id: string; desk_channel_id: string }

const grounds = new WeakMap<MedusaContainer, Promise<Ground>>()

/** The market's region and channels; looked up once per container. */
export function groundOf(container: MedusaContainer, trx: Trx): Promise<Ground> {
  const found = grounds.get(container) ?? readGround(container, trx)
  grounds.set(container, found)
  return found
}

async function readGround(container: MedusaContainer, trx: Trx): Promise<Ground> {
  const desk = await deskGround(container)
  const { rows } = await trx.raw<{ id: string }>(
    `select default_sales_channel_id as id from store where deleted_at is null order by created_at limit 1`
  )
  return {
    region_id: desk.region_id,
    market_channel_id: rows[0].id,
    desk_channel_id: desk.sales_channel_id,
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { RefundView } from "../../modules/order-group/lib/refund-rows"

type Trx = { raw<T>(sql: string, bindings: unknown[]): Promise<{ rows: T[] }> }
type Place = {
  line_item_id: string
  inventory_item_id: string
  location_id: string | null
  required: string
  reservation_id: string | null
  reserved: string | null
}

/** Where the goods of a refund's lines lie, and what is still reserved for them. */
const PLACES = `
  select l.line_item_id, i.inventory_item_id, coalesce(r.location_id, c.stock_location_id) as location_id,
         coalesce(i.required_quantity, 1)::text as required, r.id as reservation_id, r.quantity::text as reserved
    from company_order_line l
    join company_order o on o.id = l.company_order_id
    join company c on c.id = o.company_id
    join product_variant_inventory_item i on i.variant_id = l.variant_id and i.deleted_at is null
    left join reservation_item r on r.line_item_id = l.line_item_id and r.inventory_item_id = i.inventory_item_id
         and r.deleted_at is null
   where l.line_item_id = any(?) and l.deleted_at is null`

const RAW = (amount: string) => `jsonb_build_object('value', trim_scale(${amount})::text, 'precision', 20)`

const RESERVE_LESS = `
  update reservation_item set quantity = quantity - ?::numeric, raw_quantity = ${RAW("quantity - ?::numeric")},
         deleted_at = case when quantity - ?::numeric <= 0 then now() end, updated_at = now() where id = ?`

const MOVE_LEVEL = `
  update inventory_level set reserved_quantity = reserved_quantity - ?::numeric,
         raw_reserved_quantity = ${RAW("reserved_quantity - ?::numeric")}, stocked_quantity = stocked_quantity + ?::numeric,
         raw_stocked_quantity = ${RAW("stocked_quantity + ?::numeric")}, updated_at = now()
   where inventory_item_id = ? and location_id = ? and deleted_at is null`

/**
 * Does what a refund says about its goods, once: those not yet handed over stop being reserved; with `restock` all of
 * them are for sale again, without it they are gone. One transaction with the mark that it is done, under the locks that
 * every change of their stock takes. Money that goes back without goods (`quantity` null) moves nothing.
 */
export async function restock(container: MedusaContainer, refund: RefundView): Promise<void> {
  const lines = refund.lines.filter(({ quantity }) => quantity !== null)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: places } = await knex.raw<{ rows: Place[] }>(PLACES, [lines.map((line) => line.line_item_id)])
  const items = [...new Set(places.map(({ inventory_item_id }) => inventory_item_id))].sort()
  const work = () => knex.transaction((trx: unknown) => move(trx as Trx, refund))
  await (items.length > 0 ? container.resolve(Modules.LOCKING).execute(items, work, { timeout: 30 }) : work())
}

async function move(trx: Trx, refund: RefundView): Promise<void> {
  const { rows: first } = await trx.raw(
    `update company_refund set restocked_at = now() where id = ? and restocked_at is null returning id`,
    [refund.id]
  )
  const lines = refund.lines.filter(({ quantity }) => quantity !== null)
  if (first.length === 0 || lines.length === 0) {
    return
  }
  const { rows: places } = await trx.raw<Place>(`${PLACES} order by i.inventory_item_id`, [
    lines.map((line) => line.line_item_id),
  ])
  for (const place of places) {
    const wanted =
      lines.find((line) => line.line_item_id === place.line_item_id)!.quantity! * Number(place.required)
    const freed = Math.min(wanted, Number(place.reserved ?? 0))
    if (place.reservation_id && freed > 0) {
      await trx.raw(RESERVE_LESS, [freed, freed, freed, place.reservation_id])
    }
    const back = refund.restock ? wanted - freed : -freed
    await trx.raw(MOVE_LEVEL, [freed, freed, back, back, place.inventory_item_id, place.location_id])
  }
}

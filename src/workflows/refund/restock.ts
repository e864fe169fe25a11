import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { RefundView } from "../../modules/order-group/lib/refund-rows"

type Trx = { raw<T>(sql: string, bindings: unknown[]): Promise<{ rows: T[] }> }

/** A kind of goods behind an order line: how many make one piece of it, and how many of them have left the shelf. */
type Place = {
  line_item_id: string
  inventory_item_id: string
  location_id: string | null
  required: string
  taken: string
}

type Reservation = { id: string; location_id: string; quantity: string }

/**
 * What has been handed over comes back to the company's own shelf, less what Medusa's returns have put there already.
 * Goods that are not counted have no place.
 */
const PLACES = `
  select l.line_item_id, i.inventory_item_id, c.stock_location_id as location_id,
         coalesce(i.required_quantity, 1)::text as required,
         (coalesce(d.quantity, 0) * coalesce(i.required_quantity, 1))::text as taken
    from company_order_line l
    join company_order o on o.id = l.company_order_id
    join company c on c.id = o.company_id
    join product_variant v on v.id = l.variant_id and v.manage_inventory
    join product_variant_inventory_item i on i.variant_id = l.variant_id and i.deleted_at is null
    left join lateral (select fulfilled_quantity - return_received_quantity as quantity from order_item
                        where item_id = l.line_item_id and deleted_at is null order by version desc limit 1) d on true
   where l.line_item_id = any(?) and l.deleted_at is null order by i.inventory_item_id, l.line_item_id`

const RESERVATIONS = `
  select id, location_id, quantity::text from reservation_item
   where line_item_id = ? and inventory_item_id = ? and deleted_at is null order by id for update`

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
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows: places } = await knex.raw<{ rows: Place[] }>(PLACES, [linesOf(refund)])
  const items = [...new Set(places.map(({ inventory_item_id }) => inventory_item_id))].sort()
  const work = () => knex.transaction((trx: unknown) => move(trx as Trx, refund))
  await (items.length > 0 ? container.resolve(Modules.LOCKING).execute(items, work, { timeout: 30 }) : work())
}

function linesOf({ lines }: RefundView): string[] {
  return lines.filter(({ quantity }) => quantity !== null).map(({ line_item_id }) => line_item_id)
}

async function move(trx: Trx, refund: RefundView): Promise<void> {
  const { rows: first } = await trx.raw(
    `update company_refund set restocked_at = now() where id = ? and restocked_at is null returning id`,
    [refund.id]
  )
  const lines = linesOf(refund)
  if (first.length === 0 || lines.length === 0) {
    return
  }
  const { rows: places } = await trx.raw<Place>(PLACES, [lines])
  for (const place of places) {
    const line = refund.lines.find(({ line_item_id }) => line_item_id === place.line_item_id)!
    await movePlace(trx, place, line.quantity! * Number(place.required), refund.restock)
  }
}

/** Reserved goods first; the rest has been handed over, or was lost sight of and is nowhere to be put back from. */
async function movePlace(trx: Trx, place: Place, quantity: number, isBack: boolean): Promise<void> {
  const { inventory_item_id, location_id } = place
  const { rows: reservations } = await trx.raw<Reservation>(RESERVATIONS, [
    place.line_item_id,
    inventory_item_id,
  ])
  let rest = quantity
  for (const { id, location_id, quantity: reserved } of reservations) {
    const freed = Math.min(rest, Number(reserved))
    if (freed > 0) {
      const gone = isBack ? 0 : -freed
      await trx.raw(RESERVE_LESS, [freed, freed, freed, id])
      await trx.raw(MOVE_LEVEL, [freed, freed, gone, gone, inventory_item_id, location_id])
      rest -= freed
    }
  }
  const back = isBack ? Math.min(rest, Number(place.taken)) : 0
  if (back > 0) {
    await trx.raw(MOVE_LEVEL, [0, 0, back, back, inventory_item_id, location_id])
  }
}

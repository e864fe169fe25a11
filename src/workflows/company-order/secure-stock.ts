import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { OrderErrors } from "../../modules/order-group/errors"

type Row = {
  title: string
  line_item_id: string
  inventory_item_id: string
  location_id: string
  wanted: string
  reserved: string
  stocked: string
  free: string
}

/**
 * What an order's managed goods still need, what is reserved for them, and what lies on the shelf. What a courier has
 * taken along needs nothing any more; goods without a place on the shelf are short, not passed over.
 */
const LINES = `
  select l.title, l.line_item_id, i.inventory_item_id, c.stock_location_id as location_id,
         ((l.quantity - coalesce(d.fulfilled_quantity, 0)) * coalesce(i.required_quantity, 1))::text as wanted,
         coalesce(r.quantity, 0)::text as reserved, coalesce(v.stocked_quantity, 0)::text as stocked,
         coalesce(v.stocked_quantity - v.reserved_quantity, 0)::text as free
    from company_order_line l
    join company_order o on o.id = l.company_order_id
    join company c on c.id = o.company_id
    join product_variant p on p.id = l.variant_id and p.manage_inventory and not p.allow_backorder
    join product_variant_inventory_item i on i.variant_id = l.variant_id and i.deleted_at is null
    left join inventory_level v on v.inventory_item_id = i.inventory_item_id and v.location_id = c.stock_location_id
         and v.deleted_at is null
    left join lateral (select sum(quantity) as quantity from reservation_item
                        where line_item_id = l.line_item_id and inventory_item_id = i.inventory_item_id
                          and deleted_at is null) r on true
    left join lateral (select fulfilled_quantity from order_item
                        where item_id = l.line_item_id and deleted_at is null order by version desc limit 1) d on true
   where l.company_order_id = ? and l.deleted_at is null order by l.id`

/**
 * Makes sure that an order's goods are there for it: what its checkout reserved must still lie on the shelf, and what
 * has lost its reservation is reserved again. All lines are checked before anything is done; none is ever skipped.
 * @throws {MedusaError} CONFIRM_SHORT_STOCK with every short line
 */
export async function secureStock(container: MedusaContainer, companyOrderId: string): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const read = async () => (await knex.raw<{ rows: Row[] }>(LINES, [companyOrderId])).rows
  const items = [...new Set((await read()).map(({ inventory_item_id }) => inventory_item_id))].sort()
  if (items.length === 0) {
    return
  }
  await container.resolve(Modules.LOCKING).execute(
    items,
    async () => {
      const rows = await read()
      const short = shortOf(rows)
      if (short.length > 0) {
        throw OrderErrors.confirmShort(short)
      }
      const missing = rows.filter(({ wanted, reserved }) => Number(reserved) < Number(wanted))
      await container.resolve(Modules.INVENTORY).createReservationItems(
        missing.map((row) => ({
          line_item_id: row.line_item_id,
          inventory_item_id: row.inventory_item_id,
          location_id: row.location_id,
          quantity: Number(row.wanted) - Number(row.reserved),
        }))
      )
    },
    { timeout: 30 }
  )
}

/** Lines of the same goods draw on the same shelf: they are enough together, or short together. */
function shortOf(rows: Row[]): Array<{ title: string; wanted: string; available: string }> {
  return rows
    .filter(({ inventory_item_id }) => {
      const same = rows.filter((row) => row.inventory_item_id === inventory_item_id)
      const wanted = sum(same.map((row) => Number(row.wanted)))
      const missing = sum(same.map((row) => Math.max(0, Number(row.wanted) - Number(row.reserved))))
      return Number(same[0].stocked) < wanted || Number(same[0].free) < missing
    })
    .map(({ title, wanted, stocked }) => ({ title, wanted, available: stocked }))
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

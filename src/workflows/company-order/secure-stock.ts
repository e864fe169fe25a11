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

/** What an order's managed goods need, what is reserved for them, and what lies on the shelf. */
const LINES = `
  select l.title, l.line_item_id, i.inventory_item_id, v.location_id,
         (l.quantity * coalesce(i.required_quantity, 1))::text as wanted, coalesce(r.quantity, 0)::text as reserved,
         v.stocked_quantity::text as stocked, (v.stocked_quantity - v.reserved_quantity)::text as free
    from company_order_line l
    join company_order o on o.id = l.company_order_id
    join company c on c.id = o.company_id
    join product_variant p on p.id = l.variant_id and p.manage_inventory and not p.allow_backorder
    join product_variant_inventory_item i on i.variant_id = l.variant_id and i.deleted_at is null
    join inventory_level v on v.inventory_item_id = i.inventory_item_id and v.location_id = c.stock_location_id
         and v.deleted_at is null
    left join (select line_item_id, inventory_item_id, sum(quantity) as quantity from reservation_item
                where deleted_at is null group by 1, 2) r
         on r.line_item_id = l.line_item_id and r.inventory_item_id = i.inventory_item_id
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
      const short = rows.filter(isShort)
      if (short.length > 0) {
        const lines = short.map(({ title, wanted, stocked }) => ({ title, wanted, available: stocked }))
        throw OrderErrors.confirmShort(lines)
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

function isShort({ wanted, reserved, stocked, free }: Row): boolean {
  const missing = Math.max(0, Number(wanted) - Number(reserved))
  return Number(stocked) < Number(wanted) || Number(free) < missing
}

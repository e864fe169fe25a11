import { randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { permissionsOf } from "../modules/company/lib/permissions"
import { closeShift, openShift, sellBatch } from "../workflows/pos"

const DAY_MS = 86_400_000
const DAYS = 28
const SALES = 30

/**
 * A month at the cash desk of a demo company, so that its charts and lists have something to show: one shift, a sale or two
 * a day, in cash and by card. Made by the cash desk's own workflow, so stock, receipts and books are those of real sales.
 */
export async function sellForAMonth(
  container: MedusaContainer,
  person: { company_id: string; member_id: string; user_id: string }
): Promise<void> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const seller = { ...person, permissions: permissionsOf("owner") }
  const shift = await openShift(container, seller, { opening_cash: 200_000, register: "1-kassa" })
  await knex.raw(`update pos_shift set opened_at = ? where id = ?`, [daysAgo(DAYS + 0.5), shift.id])
  const { rows: goods } = await knex.raw<{ rows: Array<{ id: string; price: string }> }>(
    `select v.id, v.price from listing_variant v join inventory_level il on il.inventory_item_id = v.inventory_item_id
      where v.company_id = ? and il.stocked_quantity >= 30 and v.deleted_at is null order by v.rank, v.id`,
    [person.company_id]
  )
  const sales = Array.from({ length: SALES }, (_, index) => {
    const { id, price } = goods[(index * 7) % goods.length]
    const quantity = 1 + (index % 3)
    const amount = Number(price) * quantity
    return {
      client_id: randomUUID(),
      shift_id: shift.id,
      sold_at: daysAgo(DAYS * (1 - index / (SALES - 1))).toISOString(),
      is_offline: true,
      lines: [{ variant_id: id, quantity, unit_price: Number(price) }],
      payments: [{ method: index % 4 === 3 ? ("card" as const) : ("cash" as const), amount }],
    }
  })
  await sellBatch(container, seller, sales, "")
  await closeShift(container, seller, { id: shift.id, counted_cash: 200_000 })
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS)

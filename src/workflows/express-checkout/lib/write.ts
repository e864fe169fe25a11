import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CheckoutErrors } from "../../../modules/order-group/errors"
import { Batches, insertStatement } from "./rows"
import { registerUsage, Usage } from "./usage"
import { Taking } from "./stock"

export type Trx = { raw<T>(sql: string, bindings: unknown[]): Promise<{ rows: T[] }> }

export type Writing = {
  takings: Taking[]
  usage: Usage
  /** What the triggers of the rest look at. */
  first: Batches
  rest: Batches
}

const RAW = (value: string) => `jsonb_build_object('value', trim_scale(${value})::text, 'precision', 20)`

/** Locks the shelves in one order, and promises what is there; a shelf that holds too little is missing in the answer. */
const RESERVE = `
  with wanted as (
    select w.*, k.id, k.stocked_quantity - k.reserved_quantity as available
      from jsonb_to_recordset(?::jsonb) as w(item text, place text, quantity numeric, needed numeric)
      join inventory_level k on k.inventory_item_id = w.item and k.location_id = w.place and k.deleted_at is null
     order by k.id for update of k
  ), promised as (
    update inventory_level k set reserved_quantity = k.reserved_quantity + w.quantity,
           raw_reserved_quantity = ${RAW("k.reserved_quantity + w.quantity")}, updated_at = now()
      from wanted w where k.id = w.id
  )
  select id, item, place, trim_scale(available)::text as available, (needed > 0 and needed > available) as is_short from wanted`

type Shelf = { id: string; item: string; place: string; available: string; is_short: boolean }

/**
 * Writes a whole checkout in ONE transaction: stock, promotions' usage, orders, payments, group and frozen lines. A crash
 * leaves all of it or nothing, so there is nothing to recover. Stock is changed under the locks that every change of these
 * goods takes.
 * @returns the ids of the inventory levels that it has changed
 * @throws {MedusaError} CHECKOUT_OUT_OF_STOCK with every short line
 */
export async function writeCheckout(container: MedusaContainer, writing: Writing): Promise<string[]> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const write = () => knex.transaction((trx: unknown) => writeAll(container, trx as Trx, writing))
  const items = [...new Set(writing.takings.map(({ item }) => item))].sort()
  return items.length > 0
    ? container.resolve(Modules.LOCKING).execute(items, write, { timeout: 30 })
    : write()
}

async function writeAll(container: MedusaContainer, trx: Trx, { takings, usage, first, rest }: Writing) {
  const shelves = takings.length > 0 ? (await trx.raw<Shelf>(RESERVE, [JSON.stringify(takings)])).rows : []
  refuseShort(takings, shelves)
  await registerUsage(container, trx, usage)
  for (const batches of [first, rest]) {
    const { statement, values } = insertStatement(batches)
    await trx.raw(statement, values)
  }
  return shelves.map(({ id }) => id)
}

function refuseShort(takings: Taking[], shelves: Shelf[]): void {
  const short = takings.flatMap(({ item, place, title, needed }) => {
    const shelf = shelves.find((row) => row.item === item && row.place === place)
    return !shelf || shelf.is_short
      ? [{ title, wanted: String(needed), available: shelf?.available ?? "0" }]
      : []
  })
  if (short.length > 0) {
    throw CheckoutErrors.outOfStock(short)
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { Entity, EntityWriter } from "../types"
import { writeBatch } from "./batch"
import { carts } from "./carts"
import { categories } from "./categories"
import { companies } from "./companies"
import { customers } from "./customers"
import { expenses } from "./expenses"
import { statisticsOf } from "./lib/statistics"
import { orders, sales } from "./orders"
import { products } from "./products"
import { receipts } from "./receipts"
import { Kind, Run } from "./types"

export { closeRun, openRun, type OpenRun } from "./run"

/** What can be written. Another entity is one file that says how its rows are made, and a name here. */
const KINDS = { companies, categories, products, customers, orders, sales, receipts, expenses, carts }

/** The writers of a run, by entity; those that are missing have no home here yet. */
export function writersFor(
  container: MedusaContainer,
  options: Omit<Run, "container">
): { [E in Entity]?: EntityWriter<E> } {
  const run: Run = { container, ...options }
  const writer = <E extends Entity>(kind: Kind<E>): EntityWriter<E> => {
    const look = statisticsOf(container, kind.grows)
    return {
      entity: kind.entity,
      write: async (plans) => {
        const written = await writeBatch(run, kind, plans)
        await look(written.filter(({ outcome }) => outcome === "created").length)
        return written
      },
    }
  }
  return Object.fromEntries(
    Object.entries(KINDS).map(([entity, kind]) => [entity, writer(kind as Kind<Entity>)])
  )
}

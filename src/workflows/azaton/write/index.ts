import { MedusaContainer } from "@medusajs/framework/types"
import { Entity, EntityWriter } from "../types"
import { ads } from "./ads"
import { writeBatch } from "./batch"
import { carts } from "./carts"
import { categories } from "./categories"
import { companies } from "./companies"
import { customers } from "./customers"
import { expenses } from "./expenses"
import { statisticsOf } from "./lib/statistics"
import { likes } from "./likes"
import { orders, sales } from "./orders"
import { products } from "./products"
import { ratings } from "./ratings"
import { receipts } from "./receipts"
import { Kind, Run } from "./types"

export { closeRun, openRun, type OpenRun } from "./run"

export type Writers = { [E in Entity]: EntityWriter<E> }

/** What can be written. Another entity is one file that says how its rows are made, and a name here. */
const KINDS = {
  companies,
  categories,
  products,
  customers,
  orders,
  sales,
  receipts,
  expenses,
  likes,
  carts,
  ads,
  ratings,
}

/** The writers of a run, by entity. */
export function writersFor(container: MedusaContainer, options: Omit<Run, "container">): Writers {
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
  ) as unknown as Writers
}

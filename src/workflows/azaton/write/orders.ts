import { OrderPlan } from "../plans"
import { grantAccess } from "./lib/access"
import { groundOf, Seller, sellersOf } from "./lib/ground"
import { drawId } from "./lib/ids"
import { Drawn, drawLines, LineGoods, orderTables, totalOf } from "./lib/order-rows"
import { DROP_ORDERS, GOODS, LOCK_ORDERS, ORDER_PRINT, ORDER_TABLES, PLACES } from "./lib/order-sql"
import { insertTables } from "./lib/rows"
import { targetsOf } from "./map"
import { together } from "./products"
import { keyOf, Kind, Ready, Run, Saved, Trx } from "./types"

type Plan = Ready<"orders"> | Ready<"sales">
type OldPlace = { order_id: string; display_id: number; company_order_id: string; group_id: string }

/**
 * Orders of the web and of the counter: a hundred of them are some twenty inserts in the batch's transaction. Medusa's own
 * services need seconds for that. Nothing but the rows is made: no event, no stock, no ledger, no receipt of ours.
 */
const kindOf = <E extends "orders" | "sales">(entity: E): Kind<E> => ({
  entity,
  target_type: "order",
  grows: ORDER_TABLES,
  print: ORDER_PRINT,
  lock: LOCK_ORDERS,
  save: (trx, run, plans, known) => saveOrders(trx, run, plans as Plan[], known),
})

export const orders = kindOf("orders")
export const sales = kindOf("sales")

async function saveOrders(
  trx: Trx,
  run: Run,
  plans: Plan[],
  known: Map<string, string>
): Promise<Map<string, Saved>> {
  const facts = await factsOf(trx, run, plans)
  const places = await takeOut(trx, [...known.values()])
  const drawn = plans.map((plan) => drawOrder(plan.value, places.get(known.get(keyOf(plan)) ?? ""), facts))
  // One statement per table: numbers that are kept and numbers that are drawn cannot share one.
  for (const isKept of [true, false]) {
    const part = drawn.filter(({ display_id }) => (display_id !== null) === isKept)
    await insertTables(trx, together(part.map(orderTables)))
  }
  if (run.grant_from_orders) {
    await grantFromOrders(trx, drawn)
  }
  return new Map(plans.map((plan, index) => [keyOf(plan), { target_id: drawn[index].order_id }]))
}

type Facts = {
  companies: Map<string, string>
  sellers: Map<string, Seller>
  customers: Map<string, string>
  goods: Map<string, LineGoods>
  ground: Awaited<ReturnType<typeof groundOf>>
}

/** Everything that a batch's orders refer to: five statements, whatever their number. */
async function factsOf(trx: Trx, run: Run, plans: Plan[]): Promise<Facts> {
  const values = plans.map(({ value }) => value)
  const companies = await targetsOf(trx, run.source, "companies", [...new Set(values.map((v) => v.company))])
  const customers = await targetsOf(trx, run.source, "customers", [...new Set(values.map((v) => v.customer))])
  const wanted = new Set(values.flatMap(({ lines }) => lines.map(({ product }) => product)))
  const products = await targetsOf(trx, run.source, "products", [...wanted])
  const { rows } = await trx.raw<LineGoods>(GOODS, [[...products.values()]])
  const byProduct = new Map(rows.map((row) => [row.product_id, row]))
  return {
    companies,
    customers,
    sellers: await sellersOf(trx, companies.values()),
    goods: new Map(
      [...products].flatMap(([legacy, id]) => {
        const goods = byProduct.get(id)
        return goods ? [[legacy, goods]] : []
      })
    ),
    ground: await groundOf(run.container, trx),
  }
}

function drawOrder(plan: OrderPlan, place: OldPlace | undefined, facts: Facts): Drawn {
  const company_id = facts.companies.get(plan.company)
  const seller = company_id === undefined ? undefined : facts.sellers.get(company_id)
  if (!seller?.stock_location_id) {
    throw new Error(`company ${plan.company} of the source has not been imported, or has no stock location`)
  }
  // Goods of another company are none of this order's: the line stays as text.
  const goodsOf = (product: string) => {
    const goods = facts.goods.get(product)
    return goods?.company_id === seller.id ? goods : undefined
  }
  const lines = drawLines(plan, goodsOf)
  const { region_id, desk_channel_id, market_channel_id } = facts.ground
  const web = seller.sales_channel_id ?? market_channel_id
  return {
    plan,
    order_id: place?.order_id ?? drawId("order"),
    display_id: place?.display_id ?? null,
    company_order_id: place?.company_order_id ?? drawId("cord"),
    group_id: place?.group_id ?? drawId("ogrp"),
    company_id: seller.id,
    customer_id: plan.customer === null ? null : (facts.customers.get(plan.customer) ?? null),
    sales_channel_id: plan.channel === "pos" ? desk_channel_id : web,
    region_id,
    location_id: seller.stock_location_id,
    lines,
    total: totalOf(lines),
    paid_at: plan.status === "canceled" ? null : plan.paid_at,
  }
}

/** Takes orders that have changed in the source out, to be written anew under the same ids and numbers. */
async function takeOut(trx: Trx, ids: string[]): Promise<Map<string, OldPlace>> {
  if (ids.length === 0) {
    return new Map()
  }
  const { rows } = await trx.raw<OldPlace>(PLACES, [ids])
  for (const statement of DROP_ORDERS) {
    await trx.raw(statement, [ids])
  }
  return new Map(rows.map((row) => [row.order_id, row]))
}

async function grantFromOrders(trx: Trx, drawn: Drawn[]): Promise<void> {
  const { rows } = await trx.raw<{ id: string }>(`select id from company where is_private and id = any(?)`, [
    [...new Set(drawn.map(({ company_id }) => company_id))],
  ])
  const privates = new Set(rows.map(({ id }) => id))
  await grantAccess(
    trx,
    drawn.flatMap(({ company_id, customer_id }) =>
      customer_id !== null && privates.has(company_id) ? [{ company_id, customer_id }] : []
    )
  )
}

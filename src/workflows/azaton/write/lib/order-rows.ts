import { MathBN } from "@medusajs/framework/utils"
import { OrderPlan } from "../../plans"
import { Row } from "../types"
import { drawId } from "./ids"
import { amounts, raw } from "./rows"
import { handOverTables, moneyTables } from "./order-more"

/** Goods of ours that a line of the source names. */
export type LineGoods = {
  product_id: string
  product_title: string
  product_handle: string
  thumbnail: string | null
  variant_id: string
  variant_title: string
  listing_id: string
  company_id: string
  inventory_item_id: string
}

/** A line with everything that its rows ask; `total` is exact. */
export type DrawnLine = {
  id: string
  plan: OrderPlan["lines"][number]
  goods: LineGoods | null
  total: string
}

/** What an order's rows are made of. */
export type Drawn = {
  plan: OrderPlan
  order_id: string
  /** Null: the next one. An order that is written anew keeps its number. */
  display_id: number | null
  company_order_id: string
  group_id: string
  company_id: string
  customer_id: string | null
  sales_channel_id: string
  region_id: string | null
  location_id: string | null
  lines: DrawnLine[]
  total: string
  /** Null: the money was not taken, or went back with a cancelled order. */
  paid_at: string | null
}

/** An order's lines with totals, exact to the last decimal of the source. */
export function drawLines(plan: OrderPlan, goodsOf: (product: string) => LineGoods | undefined): DrawnLine[] {
  return plan.lines.map((line) => ({
    id: drawId("ordli"),
    plan: line,
    goods: line.product === null ? null : (goodsOf(line.product) ?? null),
    total: MathBN.mult(line.unit_price, line.quantity).toFixed(),
  }))
}

/** Σ of lines: what the order came to. */
export const totalOf = (lines: DrawnLine[]) => MathBN.sum(0, ...lines.map(({ total }) => total)).toFixed()

/**
 * An order of history, row by row and table by table, in the order in which the tables are written. Medusa's tables are
 * those of 2.21.2; `azaton.spec.ts` holds the rows against those of Medusa's own order and payment modules.
 */
export function orderTables(order: Drawn): Record<string, Row[]> {
  return {
    order: [orderRow(order)],
    order_line_item: order.lines.map((line) => lineItemRow(order, line)),
    order_item: order.lines.map((line) => itemRow(order, line)),
    order_summary: [summaryRow(order)],
    // Before the company's row, whose triggers look for it.
    ...handOverTables(order),
    ...moneyTables(order),
  }
}

function orderRow({ plan, ...order }: Drawn): Row {
  return {
    id: order.order_id,
    ...(order.display_id === null ? {} : { display_id: order.display_id }),
    region_id: order.region_id,
    customer_id: order.customer_id,
    version: 1,
    sales_channel_id: order.sales_channel_id,
    status: plan.status,
    currency_code: "uzs",
    no_notification: true,
    metadata: {
      ...plan.metadata,
      legacy: true,
      legacy_code: plan.legacy_code,
      ...(plan.parent_code === null ? {} : { parent_code: plan.parent_code }),
      ...(plan.needs_review ? { needs_review: true } : {}),
      ...(plan.is_accepted ? { accepted: true } : {}),
      order_group_id: order.group_id,
      company_id: order.company_id,
    },
    canceled_at: plan.status === "canceled" ? plan.placed_at : null,
    created_at: plan.placed_at,
    updated_at: new Date().toISOString(),
  }
}

function lineItemRow({ plan: order }: Drawn, { id, plan, goods }: DrawnLine): Row {
  return {
    id,
    title: plan.title,
    subtitle: goods?.variant_title ?? null,
    thumbnail: goods?.thumbnail ?? null,
    product_id: goods?.product_id ?? null,
    product_title: goods?.product_title ?? null,
    product_handle: goods?.product_handle ?? null,
    variant_id: goods?.variant_id ?? null,
    variant_title: goods?.variant_title ?? null,
    requires_shipping: order.channel === "web",
    is_tax_inclusive: true,
    ...amounts({ unit_price: plan.unit_price }),
    metadata: plan.color === null ? null : { color: plan.color },
    created_at: order.placed_at,
    updated_at: order.placed_at,
  }
}

function itemRow({ plan: order, order_id }: Drawn, { id, plan }: DrawnLine): Row {
  const handed = order.is_delivered ? plan.quantity : 0
  return {
    id: drawId("orditem"),
    order_id,
    version: 1,
    item_id: id,
    ...amounts({
      quantity: plan.quantity,
      fulfilled_quantity: handed,
      delivered_quantity: handed,
      shipped_quantity: 0,
      return_requested_quantity: 0,
      return_received_quantity: 0,
      return_dismissed_quantity: 0,
      written_off_quantity: 0,
    }),
    metadata: plan.color === null ? null : { color: plan.color },
    created_at: order.placed_at,
    updated_at: order.placed_at,
  }
}

function summaryRow({ order_id, total, paid_at, plan }: Drawn): Row {
  const paid = paid_at === null ? "0" : total
  const totals = {
    paid_total: paid,
    refunded_total: "0",
    accounting_total: total,
    credit_line_total: "0",
    transaction_total: paid,
    pending_difference: MathBN.sub(total, paid).toFixed(),
    current_order_total: total,
    original_order_total: total,
  }
  const asJson = Object.fromEntries(
    Object.entries(totals).flatMap(([name, value]) => [
      [name, Number(value)],
      [`raw_${name}`, raw(value)],
    ])
  )
  return {
    id: drawId("ordsum"),
    order_id,
    version: 1,
    totals: asJson,
    created_at: plan.placed_at,
    updated_at: plan.placed_at,
  }
}

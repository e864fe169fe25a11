import { CreateOrderDTO } from "@medusajs/framework/types"
import { BigNumber, decorateCartTotals } from "@medusajs/framework/utils"
import { lineAdjustments, methodAdjustments, taxLines } from "./charge-rows"
import { amount, amounts, Batches, newId, Row } from "./rows"

type Line = {
  tax_lines: Row[]
  adjustments: Row[]
  quantity: number
  variant_id: string
  metadata: Row | null
}
type Method = Row & { tax_lines: Row[]; adjustments: Row[] }
type Order = Pick<
  CreateOrderDTO,
  "region_id" | "customer_id" | "sales_channel_id" | "email" | "currency_code"
> & {
  locale?: string
  metadata: Row
  items: Line[]
  shipping_methods: Method[]
  shipping_address: Row | null
  billing_address: Row | null
}

/** An order that is about to be written: its ids are drawn, its shape is that of the order module's answers. */
export type DrawnOrder = Omit<Order, "items"> & {
  id: string
  items: Array<Line & { id: string }>
  custom_display_id?: string
}

/** Draws the ids of an order and its lines; sorted by them, the lines stand as they did in the basket. */
export function drawOrder(order: CreateOrderDTO): DrawnOrder {
  const { items, ...rest } = order as unknown as Order
  const ids = items.map(() => newId("ordli")).sort()
  return { ...rest, id: newId("order"), items: items.map((line, index) => ({ ...line, id: ids[index] })) }
}

/**
 * The rows that Medusa's order module writes for new orders (2.21.2, `createOrders_`), which makes about a hundred entities
 * of them first. `express-checkout.spec.ts` compares them with the module's own, column by column.
 */
export function orderRows(orders: DrawnOrder[]): Batches {
  const addresses: Row[] = []
  const place = (address: Row | null) => {
    if (!address) {
      return null
    }
    const row = { id: newId("ordaddr"), ...address }
    addresses.push(row)
    return row.id as string
  }
  const heads = orders.map((order) => ({
    id: order.id,
    version: 1,
    region_id: order.region_id,
    customer_id: order.customer_id ?? null,
    sales_channel_id: order.sales_channel_id,
    status: "pending",
    is_draft_order: false,
    email: order.email ?? null,
    currency_code: order.currency_code!.toLowerCase(),
    locale: order.locale ?? null,
    no_notification: false,
    custom_display_id: order.custom_display_id ?? null,
    metadata: order.metadata,
    billing_address_id: place(order.billing_address),
    shipping_address_id: place(order.shipping_address),
  }))
  const lines = orders.flatMap(({ id, items }) => items.map((line) => ({ ...line, order_id: id })))
  const methods = orders.flatMap(({ id, shipping_methods }) =>
    shipping_methods.map((method) => ({ ...method, order_id: id, id: newId("ordsm") }))
  )
  return [
    ["order_address", addresses],
    ["order", heads],
    ["order_summary", orders.map(summaryOf)],
    ["order_line_item", lines.map(lineOf)],
    ["order_item", lines.map(detailOf)],
    [
      "order_line_item_tax_line",
      lines.flatMap((line) => taxLines(line.tax_lines, "ordlitxl", { item_id: line.id })),
    ],
    ["order_line_item_adjustment", lines.flatMap(lineAdjustments)],
    ["order_shipping_method", methods.map(methodOf)],
    ["order_shipping", methods.map(({ id, order_id }) => shippingOf(id, order_id))],
    [
      "order_shipping_method_tax_line",
      methods.flatMap(({ id, tax_lines }) => taxLines(tax_lines, "ordsmtxl", { shipping_method_id: id })),
    ],
    ["order_shipping_method_adjustment", methods.flatMap(methodAdjustments)],
  ]
}

function summaryOf(order: DrawnOrder): Row {
  const copy = JSON.parse(
    JSON.stringify({ ...order, shipping_address: null, billing_address: null })
  ) as DrawnOrder
  // The module keeps the number here, without the tail of digits beyond it.
  const total = (decorateCartTotals(copy as never) as unknown as { total: BigNumber }).total.numeric
  const totals = amounts({
    transaction_total: 0,
    original_order_total: total,
    current_order_total: total,
    pending_difference: total,
    paid_total: 0,
    refunded_total: 0,
    credit_line_total: 0,
    accounting_total: total,
  })
  return { id: newId("ordsum"), order_id: order.id, version: 1, totals }
}

function lineOf(line: DrawnOrder["items"][number] & { order_id: string }): Row {
  const { order_id: _, tax_lines: __, adjustments: ___, quantity: ____, ...row } = line
  const { unit_price, compare_at_unit_price, is_custom_price } = line as {
    unit_price?: number
    compare_at_unit_price?: number
    is_custom_price?: boolean
  }
  return {
    ...row,
    is_custom_price: !!is_custom_price,
    ...amounts({ unit_price, compare_at_unit_price }),
  }
}

function detailOf({
  id,
  order_id,
  quantity,
  metadata,
}: DrawnOrder["items"][number] & { order_id: string }): Row {
  return {
    id: newId("orditem"),
    order_id,
    item_id: id,
    version: 1,
    metadata,
    ...amounts({
      quantity,
      fulfilled_quantity: 0,
      shipped_quantity: 0,
      delivered_quantity: 0,
      return_requested_quantity: 0,
      return_received_quantity: 0,
      return_dismissed_quantity: 0,
      written_off_quantity: 0,
    }),
  }
}

function methodOf(method: Row & { id: string }): Row {
  const { id, name, description, is_tax_inclusive, shipping_option_id, data, metadata } = method
  return {
    ...{ id, name, description: description ?? null, is_tax_inclusive, shipping_option_id, data, metadata },
    is_custom_amount: false,
    ...amount("amount", method.amount as number),
  }
}

const shippingOf = (shipping_method_id: string, order_id: string): Row => ({
  id: newId("ordspmv"),
  order_id,
  version: 1,
  shipping_method_id,
})

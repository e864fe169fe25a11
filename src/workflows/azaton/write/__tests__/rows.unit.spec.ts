import fc from "fast-check"
import { OrderPlan, ProductPlan } from "../../plans"
import { generateEntityId } from "@medusajs/framework/utils"
import { drawCompanyCode } from "../lib/company-code"
import { drawId } from "../lib/ids"
import { drawLines, Drawn, orderTables, totalOf } from "../lib/order-rows"
import { priceOfPlan, productFacts } from "../lib/product-rows"

const plan = (over: Partial<OrderPlan>): OrderPlan => ({
  company: "1",
  channel: "web",
  customer: null,
  customer_name: null,
  customer_phone: null,
  code: "ORD-1",
  legacy_code: "ORD-1",
  parent_code: null,
  placed_at: "2025-01-01T00:00:00.000Z",
  paid_at: null,
  status: "pending",
  is_accepted: false,
  is_delivered: false,
  needs_review: false,
  lines: [],
  metadata: {},
  ...over,
})

const drawn = (of: OrderPlan): Drawn => {
  const lines = drawLines(of, () => undefined)
  return {
    plan: of,
    order_id: "order_1",
    display_id: null,
    company_order_id: "cord_1",
    group_id: "ogrp_1",
    company_id: "comp_1",
    customer_id: null,
    sales_channel_id: "sc_1",
    region_id: null,
    location_id: "sloc_1",
    lines,
    total: totalOf(lines),
    paid_at: of.status === "canceled" ? null : of.paid_at,
  }
}

const line = fc
  .record({ tiyin: fc.integer({ min: 0, max: 10 ** 11 }), quantity: fc.integer({ min: 1, max: 999 }) })
  .map(({ tiyin, quantity }) => ({
    product: null,
    title: "Non",
    quantity,
    unit_price: `${Math.floor(tiyin / 100)}.${String(tiyin % 100).padStart(2, "0")}`,
    cost: null,
    markup_percent: null,
    color: null,
    tiyin: BigInt(tiyin) * BigInt(quantity),
  }))

describe("rows of an imported order", () => {
  it("keep every tiyin: lines, order, payment and summary agree", () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (lines, isPaid) => {
        const tables = orderTables(
          drawn(plan({ lines, paid_at: isPaid ? "2025-01-02T00:00:00.000Z" : null }))
        )
        const tiyin = (text: unknown) => {
          const [whole, part = ""] = String(text).split(".")
          return BigInt(whole + part.padEnd(2, "0"))
        }
        const total = lines.reduce((sum, row) => sum + row.tiyin, 0n)
        const [order] = tables.company_order
        expect(tiyin(order.total)).toBe(total)
        expect(tables.company_order_line.reduce((sum, row) => sum + tiyin(row.total), 0n)).toBe(total)
        const totals = tables.order_summary[0].totals as Record<string, { value: string }>
        expect(tiyin(totals.raw_current_order_total.value)).toBe(total)
        expect(tiyin(totals.raw_paid_total.value)).toBe(isPaid ? total : 0n)
        expect(tiyin(totals.raw_pending_difference.value)).toBe(isPaid ? 0n : total)
        expect((tables.capture ?? []).length).toBe(isPaid && total > 0n ? 1 : 0)
      })
    )
  })

  it("take no money for a cancelled order and hand over only what was delivered", () => {
    const lines = [
      {
        product: null,
        title: "Non",
        quantity: 2,
        unit_price: "10.50",
        cost: null,
        markup_percent: null,
        color: null,
      },
    ]
    const canceled = orderTables(
      drawn(plan({ lines, status: "canceled", paid_at: "2025-01-02T00:00:00.000Z" }))
    )
    expect([canceled.payment, canceled.payment_collection[0].status]).toEqual([[], "canceled"])
    expect([canceled.company_order[0].paid_at, canceled.order_group[0].status]).toEqual([null, "canceled"])
    const delivered = orderTables(drawn(plan({ lines, status: "completed", is_delivered: true })))
    expect([delivered.fulfillment.length, delivered.order_item[0].delivered_quantity]).toEqual([1, 2])
    expect(canceled.fulfillment).toEqual([])
  })
})

describe("imported goods", () => {
  const goods = (over: Partial<ProductPlan>) =>
    ({
      title: "Non",
      cost: "1000.25",
      markup_percent: "12.5",
      is_draft: false,
      is_visible: true,
      images: [],
      metadata: {},
      stock: 3,
      ...over,
    }) as ProductPlan

  it("have the price that the market derives, or none and are not shown", () => {
    expect(priceOfPlan(goods({}))).toBe("1125")
    expect(productFacts(goods({ cost: null, is_draft: true }))).toMatchObject({
      price: null,
      is_visible: false,
      product: { status: "draft" },
    })
    expect(productFacts(goods({ cost: "0" }))).toMatchObject({ price: null, is_visible: false })
  })
})

it("codes of private companies are what their column takes", () => {
  expect(Array.from({ length: 50 }, drawCompanyCode).every((code) => /^[A-Z2-9]{8}$/.test(code))).toBe(true)
})

test("an id is a prefix and a ULID of its own", () => {
  const ids = Array.from({ length: 5_000 }, () => drawId("order"))
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.every((id) => /^order_[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toBe(true)
  const medusas = generateEntityId(undefined, "order")
  expect(medusas).toHaveLength(ids[0].length)
  // Both begin with the time: they sort beside each other.
  expect(medusas.slice(0, 11)).toBe(ids[0].slice(0, 11))
})

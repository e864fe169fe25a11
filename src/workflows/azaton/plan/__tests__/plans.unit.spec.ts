import { planAd } from "../ads"
import { planCart } from "../carts"
import { planCompany } from "../companies"
import { planCustomExpense, planFixedExpenses } from "../expenses"
import { planLikes } from "../likes"
import { pricesOf, ProductFacts } from "../lines"
import { OrderContext, planOrder } from "../orders"
import { planProduct } from "../products"
import { isNewer, planRating } from "../ratings"
import { planReceipt, receiptKey } from "../receipts"
import { planSale } from "../sales"
import { standingOf } from "../status"
import { Notes } from "../notes"

const now = new Date("2026-06-01T00:00:00Z")
const at = new Date("2025-12-10T07:00:00Z")
const goods: Record<string, ProductFacts> = {
  "6": { company: "1", name: "Tandir noni", cost: "3000", is_visible: true, stock: 5 },
  "45": { company: "3", name: "Ruchka", cost: "2800", is_visible: true, stock: 9 },
  "88": { company: "5", name: "Do‘ppi", cost: "62000", is_visible: true, stock: 2 },
  "89": { company: "5", name: "Yashirin", cost: null, is_visible: false, stock: 2 },
}
const find = (id: string) => goods[id]
const hasCompany = (id: string) => Number(id) < 10
const context: OrderContext = {
  find,
  hasCompany,
  customerOf: (user) => (user === "3" ? "3" : null),
  customerWith: (phone) => (phone === "+998930002074" ? "3" : null),
  losesCode: (id) => id === "9010",
  now,
}
const codesOf = (plans: Array<{ notes: Array<{ code: string }> }>) =>
  plans.flatMap(({ notes }) => notes.map(({ code }) => code)).sort()

describe("the price of an item", () => {
  it.each([
    ["web", { price: 3000, price_with_markup: 3300, markup_percent: 10 }, "3300", "3000"],
    ["pos", { price: 3000, markup_amount: 300, markup_percent: 12 }, "3300", "3000"],
    ["model", { price: 3000, selling_price: "3 300,00" }, "3300", "3000"],
    ["demo", { price: 3300, purchase_price: 3000, markup_amount: 300 }, "3300", "3000"],
    ["prompt", { price: 3000, final_price: 3300 }, "3300", "3000"],
    ["percent only", { price: 12750, markup_percent: 21 }, "15427.5", "12750"],
    ["price only", { price: "15 000,00", markup_amount: null }, "15000", null],
    ["no cost", { price_with_markup: 3360 }, "3360", null],
    ["nothing", {}, "0", null],
    ["negative", { price_with_markup: -5, price: 100, markup_amount: 10 }, "110", "100"],
  ])("of the shape %s", (_, item, unit_price, cost) => {
    expect(pricesOf(item)).toMatchObject({ unit_price, cost })
  })
})

describe("the standing of an order", () => {
  it.each([
    ["pending", false, "pending", false, false, false, false],
    [null, null, "pending", false, false, false, false],
    ["confirmed", null, "pending", true, false, false, false],
    ["pending", true, "pending", false, false, true, false],
    ["confirmed", true, "pending", true, false, true, false],
    ["paid", true, "pending", false, false, true, false],
    ["paid", false, "pending", false, false, false, true],
    ["completed", true, "completed", true, true, true, false],
    [" Delivered ", true, "completed", true, true, true, false],
    ["completed", false, "completed", true, true, false, true],
    ["cancelled", false, "canceled", false, false, false, false],
    ["canceled", true, "canceled", false, false, false, true],
    ["В обработке", null, "pending", false, false, false, true],
    ["В обработке", true, "pending", false, false, true, true],
  ])("%p with the flag %p", (text, flag, status, is_accepted, is_delivered, is_paid, needs_review) => {
    const expected = { status, is_accepted, is_delivered, is_paid, needs_review }
    expect(standingOf(text, flag, new Notes())).toMatchObject(expected)
  })
})

describe("orders", () => {
  const order = (facts: object) =>
    planOrder(
      { id: 1, order_code: "ORD-1", status: "completed", payment_confirmed: true, order_date: at, ...facts },
      context
    )

  it("become one for each company whose goods they have (EC-08)", () => {
    const items = [
      { id: 6, name: "Non", quantity: 2, price: 3000, price_with_markup: 3300 },
      { id: 88, name: "Do‘ppi", quantity: 1, price: 62000, price_with_markup: 99200 },
      { id: 999, name: "Noma’lum", quantity: 1, price_with_markup: 100 },
    ]
    const plans = order({ items, total_amount: "105900.00", user_phone: "8930002074", confirmed_date: at })
    expect(plans.map(({ part, value }) => [part, value!.company, value!.code, value!.lines.length])).toEqual([
      ["1", "1", "ORD-1-1", 2],
      ["2", "5", "ORD-1-2", 1],
    ])
    expect(codesOf(plans)).toEqual(["line_product_missing", "order_split"])
    expect(plans[0].checksum).not.toBe(plans[1].checksum)
    const [chosen] = order({ items, company_id: 1, total_amount: 105900 })
    expect(chosen.value!.lines.map(({ product }) => product)).toEqual(["6", null, null])
  })

  it("are read from JSON inside JSON, and skipped where there is no list (EC-09)", () => {
    const items = JSON.stringify([{ id: 6, quantity: 3, price_with_markup: 8174 }])
    const odd = {
      items,
      total_amount: "25522.00",
      status: "В обработке",
      payment_confirmed: null,
      user_phone: null,
    }
    const plans = order({ ...odd, order_date: null, created_date: at })
    expect(codesOf(plans)).toEqual([
      "company_from_items",
      "items_double_encoded",
      "total_mismatch",
      "unknown_status",
    ])
    expect(plans[0].value).toMatchObject({ placed_at: at.toISOString(), paid_at: null, needs_review: true })
    for (const broken of ["{", { a: 1 }, 5, null]) {
      expect(order({ items: broken })[0].value).toBeNull()
    }
    expect(codesOf(order({ items: [], total_amount: 0 }))).toEqual(["items_invalid"])
    expect(codesOf(order({ items: [{ id: 1, quantity: 1 }] }))).toContain("order_without_company")
  })

  it("keep what can be kept of broken lines (EC-10)", () => {
    const items = [
      { product_id: 999999, quantity: "2", price: "15 000,00", markup_amount: null },
      { name: "  ", quantity: 0, price: 500 },
      { id: "45", name: "Ruchka", quantity: 1.5, price_with_markup: 3360 },
      null,
    ]
    const [plan] = order({
      id: 9010,
      company_id: 3,
      user_id: 9002,
      user_phone: "12345",
      items,
      total_amount: 30000,
    })
    expect(plan.value).toMatchObject({
      code: "ORD-1-9010",
      legacy_code: "ORD-1",
      customer: null,
      customer_phone: null,
      metadata: { guest_phone: "12345", legacy_total: "30000", cost_assumed: ["45"] },
      lines: [
        { product: null, quantity: 2, unit_price: "15000", cost: null },
        { product: "45", quantity: 1, unit_price: "3360", cost: "2800" },
      ],
    })
  })

  it("keep a total without lines as one line, so that sums agree", () => {
    const [plan] = order({ company_id: 1, items: [], total_amount: "5000.50" })
    expect(plan.value!.lines).toMatchObject([{ product: null, quantity: 1, unit_price: "5000.5" }])
  })

  it("belong to the cash desk or to a customer", () => {
    const items = [{ id: 6, quantity: 1, price_with_markup: 10 }]
    const of = (facts: object) => order({ items, total_amount: 10, ...facts })[0].value
    expect(of({ user_phone: "CASH", user_name: "Касса", user_id: 3 })).toMatchObject({
      channel: "pos",
      customer: null,
      customer_name: null,
    })
    expect(of({ user_id: 3, user_phone: "901112233" })).toMatchObject({
      channel: "web",
      customer: "3",
      customer_phone: "+998901112233",
    })
    expect(order({ items, order_date: new Date("2031-01-01") })[0].notes).toMatchObject([
      { code: "company_from_items" },
      { code: "date_in_future" },
    ])
  })
})

describe("sales", () => {
  const sale = {
    id: 1,
    company_id: 1,
    sale_date: at,
    total_amount: "6600",
    items: [{ product_id: 6, quantity: 2, price: 3300, purchase_price: 3000 }],
  }
  const twin = { order: "7", company: "1", goods: "6×2" }

  it("are only linked when they copy an order", () => {
    const plan = (twins: (typeof twin)[]) => planSale(sale, { find, hasCompany, twins, now })
    expect(plan([twin])).toMatchObject({ value: null, merged_into: "7", notes: [{ code: "sale_is_order" }] })
    expect(
      plan([
        { ...twin, goods: "6×1" },
        { ...twin, company: "2" },
      ]).value
    ).toMatchObject({
      code: "SALE-1",
      channel: "pos",
      paid_at: at.toISOString(),
      lines: [{ unit_price: "3300", cost: "3000" }],
    })
  })

  it("are skipped when they hold neither goods nor money (EC-11)", () => {
    const empty = { ...sale, items: [], total_amount: "0.00", sale_date: new Date("2031-01-01") }
    const plan = planSale(empty, { find, hasCompany, twins: [], now })
    expect([plan.value, codesOf([plan])]).toEqual([null, ["date_in_future", "empty_sale"]])
  })
})

describe("goods and companies", () => {
  const plan = (facts: object) =>
    planProduct(
      {
        id: 5,
        company_id: 1,
        name: "Non",
        price: "3000",
        markup_percent: "10",
        selling_price: "3300",
        images: [],
        quantity: 4,
        available_for_customers: true,
        ...facts,
      },
      { hasCompany, losesBarcode: () => true, losesShopCode: () => true }
    )

  it("stay drafts without a price when the price is none (EC-05, EC-07)", () => {
    const broken = plan({
      price: "-1500.00",
      markup_percent: "999.99",
      quantity: -7,
      images: null,
      barcode: "4780146298979",
      available_for_customers: null,
      selling_price: null,
    })
    expect(broken.value).toMatchObject({
      cost: null,
      is_draft: true,
      is_visible: false,
      stock: 0,
      barcode: null,
    })
    expect(codesOf([broken])).toEqual([
      "barcode_duplicate_in_company",
      "images_dropped",
      "markup_at_ceiling",
      "price_out_of_range",
      "stock_negative",
    ])
    expect(codesOf([plan({ price: "9999999999999.99", quantity: 2_147_483_647 })])).toEqual([
      "price_out_of_range",
      "stock_out_of_range",
    ])
    expect(plan({ name: "  " }).value).toMatchObject({
      title: "Mahsulot #5",
      is_draft: true,
      handle: "mahsulot-c1-5",
    })
  })

  it("tell a stale price, an odd barcode and a taken short code (EC-06)", () => {
    expect(codesOf([plan({ selling_price: "3301" })])).toEqual([])
    expect(codesOf([plan({ selling_price: "3302" })])).toEqual(["stale_selling_price"])
    expect(plan({ barcode: "4.78001E+12", barid: 0 })).toMatchObject({
      value: { barcode: null, shop_code: null, metadata: { barcode_invalid: "4.78001E+12" } },
    })
    expect(codesOf([plan({ barid: "12345" })])).toEqual(["shop_code_duplicate_in_company"])
    expect(plan({ name: "__CATEGORY_MARKER__Muzqaymoq" })).toMatchObject({
      value: null,
      notes: [{ code: "category_marker" }],
    })
  })

  it("are cleaned, and the older company keeps telephone and code (EC-01)", () => {
    const facts = {
      ownerOf: () => "1",
      holderOf: () => "1",
      isUsed: () => false,
      rating: () => ({ average: "0.00", count: 0 }),
    }
    const row = {
      id: 9001,
      name: '  "Baraka  Market" 🛒 ',
      phone: "+998 (90) 000-01-01",
      is_private: true,
      company_id: "atlas24x",
      first_name: "",
      rating: "4.90",
      rating_count: 120,
    }
    const plan = planCompany(row, facts)
    expect(plan.value).toMatchObject({
      name: '"Baraka Market" 🛒',
      code: null,
      invites_owner: false,
      needs_review: true,
    })
    expect(codesOf([plan])).toEqual(["company_code_generated", "owner_phone_taken", "rating_cache_differs"])
    expect(planCompany({ ...row, id: 1 }, facts)).toMatchObject({
      value: null,
      notes: [{ code: "company_default_empty" }],
    })
  })
})

describe("everything else", () => {
  it("makes pairs of likes (EC-12)", () => {
    const likes = [12, "12", null, { id: 45 }, 999999, -3, 6.0]
    const plans = planLikes(
      { id: 9012, likes },
      { find, customer: "3", hasPair: (product) => product === "6" }
    )
    expect([plans.map(({ part }) => part), codesOf(plans).length]).toEqual([["45"], 5])
    expect(planLikes({ id: 1, likes }, { find, customer: null, hasPair: () => false })).toMatchObject([
      { value: null },
    ])
  })

  it("keeps of carts what may be bought", () => {
    const cart = (content: unknown, customer: string | null = "3") =>
      planCart(
        { id: 1, cart: content, updated_at: at },
        { find, customer, isPrivate: (id) => id === "5", mayEnter: () => false, copyOf: () => null }
      )
    expect(cart({ "6": 9, "88": 1, "89": 1, "777": 1 })).toMatchObject({
      value: { lines: [{ product: "6", quantity: 5 }] },
    })
    expect(
      cart([
        { id: 6, quantity: 1 },
        { product_id: 6, quantity: 2 },
      ]).value!.lines
    ).toEqual([{ product: "6", quantity: 3 }])
    expect(
      [cart({}), cart({ "88": 1 }), cart(null), cart({ "6": 1 }, null)].map(({ value }) => value)
    ).toEqual(Array(4).fill(null))
  })

  it("reads receipts with and without a code", () => {
    const facts = {
      find,
      hasCompany,
      orderWith: () => null,
      copyOf: (id: string) => (id === "2" ? "1" : null),
    }
    const row = {
      id: 1,
      phone_number: "901112233",
      order_code: "ORD-1",
      total: "6600.00",
      items: [{ id: 6, quantity: 2, price_with_markup: 3300 }],
      issued_at: at,
    }
    expect(planReceipt(row, facts).value).toMatchObject({
      order: null,
      company: "1",
      total: "6600",
      number: "ORD-1",
    })
    expect(planReceipt({ ...row, id: 2 }, facts)).toMatchObject({ value: null, merged_into: "1" })
    expect(receiptKey(row)).toBe(receiptKey({ ...row, phone_number: "+998 90 111 22 33", total: "1" }))
    expect(receiptKey({ ...row, order_code: undefined })).not.toBe(
      receiptKey({ ...row, order_code: undefined, total: 1 })
    )
  })

  it("reads expenses, dated or by the month", () => {
    const row = {
      id: 1,
      company_id: 1,
      salary: "100.00",
      utilities: "0.00",
      purchases: "-5",
      updated_at: at,
      created_at: new Date("2025-01-31T20:00:00Z"),
    }
    const fixed = (mode: "snapshot" | "monthly") => planFixedExpenses(row, { hasCompany, mode })
    expect(fixed("snapshot").map(({ part, value }) => [part, value])).toMatchObject([
      ["salary", { kind: "dated", amount: "100", day: "2025-12-10" }],
      ["row", null],
    ])
    expect(fixed("monthly")[0].value).toMatchObject({ kind: "monthly", starts_on: "2025-02-01" })
    const custom = (facts: object) =>
      planCustomExpense(
        { id: 1, company_id: 1, name: " ", amount: "9.5", created_at: at, ...facts },
        { hasCompany, mode: "snapshot" }
      )
    expect(custom({}).value).toMatchObject({
      name: "Boshqa",
      category: "other",
      amount: "9.5",
      day: "2025-12-10",
    })
    expect(custom({ expense_date: "2025-12-09" }).value).toMatchObject({ day: "2025-12-09" })
    expect(codesOf([custom({ amount: "0.00" })])).toEqual(["expense_not_positive"])
  })

  it("pauses advertisements without an end and drops what is no link", () => {
    const ad = (facts: object) =>
      planAd({ id: "u", company_id: 1, body: "x".repeat(90), status: "approved", ...facts }, hasCompany)
    expect(ad({ link_url: "javascript:alert(1)" })).toMatchObject({
      value: { title: "x".repeat(80), status: "paused", link_url: null },
      notes: [{ code: "ad_needs_end_date" }, { code: "ad_link_dropped" }],
    })
    expect(ad({ ends_at: at, reviewed_at: at, link_url: "https://example.com/a" }).value).toMatchObject({
      status: "approved",
      link_url: "https://example.com/a",
      starts_at: at.toISOString(),
    })
    expect(ad({ status: "rejected" }).value).toMatchObject({ reject_reason: "—" })
  })

  it("counts the newest vote of a customer", () => {
    const vote = (id: string, day: string | null) => ({ id, at: day })
    expect(isNewer(vote("2", "2025-01-02"), vote("1", "2025-01-01"))).toBe(true)
    expect(isNewer(vote("10", "2025-01-01"), vote("9", "2025-01-01"))).toBe(true)
    const rating = (customer: string | null, beaten: string | null) =>
      planRating({ id: 1, company_id: 1, rating: 5 }, { hasCompany, customer, beatenBy: () => beaten })
    expect(codesOf([rating(null, null), rating("3", "2")])).toEqual([
      "rating_merged",
      "rating_without_customer",
    ])
    expect(rating("3", null).value).toMatchObject({ rating: 5 })
  })
})

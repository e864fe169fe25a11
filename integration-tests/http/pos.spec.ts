import { randomUUID } from "node:crypto"
import {
  createOrderFulfillmentWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { resumeDesk } from "../../src/workflows/pos"
import { expectSoundBooks } from "../support/books"
import { Desk, DeskSale } from "../support/desk"
import { attempt, createListing, createMember } from "../support/market"
import { Orders } from "../support/orders"
import { Listing, paymeSuite } from "../support/payme"
import { warmStatementsOf } from "../support/statements"

/** Everything that a sale writes, as one text for "nothing has changed". */
const WRITTEN = [
  "pos_sale",
  "pos_sale_line",
  "pos_return",
  "pos_cash_movement",
  "pos_stock_correction",
  "order",
  "order_group",
  "company_order",
  "company_order_line",
  "fulfillment",
  "payment",
  "capture",
  "inventory_level",
]

/** The cash desk: sales that are real orders, once each, online and off (business rules 7, 8, 11; flaws 15-24). */
paymeSuite("Cash desk", (world) => {
  const orders = new Orders(world)
  let desk: Desk
  let cashier: Desk

  const loaf = () => world.loaf
  const everything = () => world.everything(WRITTEN.map((name) => `"${name}"`))
  const soon = () => new Date(Date.now() + 60_000)
  const numberOf = async (table: string) =>
    Number((await world.sql(`select count(*) as n from "${table}"`))[0].n)
  const orderOf = (sale: { order_id: string; total: number }) => ({
    id: sale.order_id,
    total: sale.total,
    company: world.bread,
  })
  const cashierDesk = async (email = "kassir@baraka.example.com") => {
    const member = await createMember(world.getContainer(), world.api, world.bread.id, "cashier", email)
    return new Desk(world, { headers: member.headers as Record<string, string> })
  }
  const deskOrders = async () => {
    const [row] = await world.sql(
      `select count(*) as n from "order" where metadata ->> 'pos_sale_id' is not null`
    )
    return Number(row.n)
  }
  const setStock = (listing: Listing, stocked: number) =>
    world.sql(
      `update inventory_level set stocked_quantity = ?::int, raw_stocked_quantity = jsonb_build_object('value', ?::text, 'precision', 20)
        where inventory_item_id = ?`,
      [stocked, String(stocked), listing.inventory_item_id]
    )

  beforeEach(async () => {
    desk = new Desk(world, world.bread.owner.headers)
    await desk.open()
  })

  describe("a sale", () => {
    it("is a paid and delivered order with its receipt, frozen costs and sound books", async () => {
      const before = await orders.stock(loaf())
      const { status, sale } = await desk.sell(loaf(), 3, {
        tendered: 20_000,
        customer_phone: "90 111 22 33",
      })
      expect(status).toBe("done")
      expect(sale).toMatchObject({
        total: 9900,
        discount: 0,
        payments: [{ method: "cash", amount: 9900 }],
        tendered: 20_000,
        change: 10_100,
        customer_phone: "+998901112233",
        lines: [{ title: "Tandir noni", quantity: 3, unit_price: 3300, total: 9900, returned_quantity: 0 }],
        receipt: {
          number: expect.stringMatching(/^\d{4}-\d{6}$/),
          verify_url: expect.stringContaining("/verify/"),
        },
        problems: [],
        returns: [],
      })
      expect(JSON.stringify(sale)).not.toMatch(/cost|markup|profit/)
      expect(await orders.stock(loaf())).toEqual({ ...before, stocked: Number(before.stocked) - 3 })
      expect(await orders.view(orderOf(sale))).toMatchObject({
        status: "delivered",
        channel: "pos",
        total: 9900,
        paid_total: 9900,
        commission_percent: 0,
        paid_provider_id: "pp_cash_cash",
        items: [{ cost: 3000, markup_percent: 10, unit_price: 3300 }],
      })
      expect(await orders.medusa(orderOf(sale))).toMatchObject({
        payment_status: "captured",
        captured: 9900,
        pending: 0,
      })
      const { data } = await world.api.get(
        `/admin/orders/${sale.order_id}?fields=fulfillment_status,*sales_channel`,
        world.market.operator
      )
      expect(data.order).toMatchObject({
        fulfillment_status: "delivered",
        sales_channel: { name: "Cash desk" },
      })
      expect((await desk.call("shift")).data.shift).toMatchObject({
        sales_count: 1,
        cash_total: 9900,
        expected_cash: 109_900,
      })
      await expectSoundBooks(world.getContainer())
    })

    it("hands goods over in the rows of Medusa's own fulfilment", async () => {
      const { sale } = await desk.sell(loaf(), 2)
      const order = await orders.paid([world.line(loaf(), 2)])
      const container = world.getContainer()
      const [{ id }] = await world.sql("select item_id as id from order_item where order_id = ?", [order.id])
      const { result } = await createOrderFulfillmentWorkflow(container).run({
        input: { order_id: order.id, items: [{ id, quantity: 2 }], requires_shipping: false } as never,
      })
      await markOrderFulfillmentAsDeliveredWorkflow(container).run({
        input: { orderId: order.id, fulfillmentId: result.id },
      })
      const rowsOf = async (orderId: string) => ({
        fulfillment: await world.sql(
          `select f.location_id, f.shipped_at, f.delivered_at is not null as is_delivered,
                  f.packed_at is not null as is_packed, f.canceled_at, i.title, i.sku, i.barcode, i.quantity, i.raw_quantity,
                  i.inventory_item_id from fulfillment f join order_fulfillment l on l.fulfillment_id = f.id
             join fulfillment_item i on i.fulfillment_id = f.id where l.order_id = ?`,
          [orderId]
        ),
        item: await world.sql(
          `select quantity, fulfilled_quantity, raw_fulfilled_quantity, delivered_quantity, raw_delivered_quantity,
                  shipped_quantity from order_item where order_id = ? and deleted_at is null order by version desc limit 1`,
          [orderId]
        ),
      })
      expect(await rowsOf(sale.order_id)).toEqual(await rowsOf(order.id))
    })

    it("takes cash and card together, and discounts shared by largest remainder", async () => {
      const kulcha = await createListing(world.getContainer(), world.bread.id, {
        name: "Kulcha",
        cost: 1000,
        stock: 9,
      })
      const request = await desk.sale(loaf(), 3)
      const [result] = await desk.send({
        ...request,
        lines: [
          { ...request.lines[0], discount: 900 },
          { variant_id: kulcha.listing_variant_id, quantity: 1, unit_price: 1200 },
        ],
        discount: 100,
        payments: [
          { method: "cash", amount: 5000 },
          { method: "card", amount: 5100 },
        ],
      })
      expect(result).toMatchObject({
        status: "done",
        sale: {
          total: 10_100,
          discount: 1000,
          lines: [
            { discount: 988, total: 8912 },
            { discount: 12, total: 1188 },
          ],
        },
      })
      expect(await orders.view(orderOf(result.sale))).toMatchObject({ total: 10_100, paid_total: 10_100 })
      expect(await orders.medusa(orderOf(result.sale))).toMatchObject({ captured: 10_100, pending: 0 })
      await expectSoundBooks(world.getContainer())
    })

    it("of hidden goods is made; of archived goods it is not", async () => {
      await world.sql("update listing set is_visible = false where id = ?", [loaf().id])
      expect(await desk.sell(loaf())).toMatchObject({ status: "done" })
      await world.sql("update listing set status = 'archived' where id = ?", [loaf().id])
      const before = await everything()
      expect(await desk.sell(loaf())).toMatchObject({ status: "refused", code: "POS_GOODS_GONE" })
      expect(await everything()).toBe(before)
    })

    it("keeps the market's commission where its operator has chosen so", async () => {
      const { options } = world.getContainer().resolve("pos") as {
        options: { market: { pos_commission: string } }
      }
      options.market.pos_commission = "same"
      const { sale } = await desk.sell(loaf(), 10)
      options.market.pos_commission = "none"
      expect((await orders.view(orderOf(sale))).commission_percent).toBe(5)
      await expectSoundBooks(world.getContainer())
    })
  })

  describe("a refusal", () => {
    const refusals: Array<[string, string, (sale: DeskSale) => Partial<DeskSale>]> = [
      ["short stock", "POS_SHORT_STOCK", (sale) => ({ lines: [{ ...sale.lines[0], quantity: 1000 }] })],
      [
        "another price than the server's",
        "POS_PRICE_CHANGED",
        (sale) => ({ lines: [{ ...sale.lines[0], unit_price: 1 }] }),
      ],
      [
        "money that does not cover it",
        "POS_PAYMENT_WRONG",
        () => ({ payments: [{ method: "cash", amount: 3299 }] }),
      ],
      [
        "more money than it costs",
        "POS_PAYMENT_WRONG",
        () => ({ payments: [{ method: "card", amount: 3301 }] }),
      ],
      ["less cash handed over than taken", "POS_PAYMENT_WRONG", () => ({ tendered: 3000 })],
      ["a discount beyond the price", "POS_DISCOUNT_TOO_BIG", () => ({ discount: 3301 })],
      [
        "a time to come",
        "POS_SOLD_AT_WRONG",
        () => ({ sold_at: new Date(Date.now() + 600_000).toISOString() }),
      ],
      ["a time long ago", "POS_SOLD_AT_WRONG", () => ({ sold_at: "2020-01-01T00:00:00Z" })],
      ["a wrong telephone", "POS_PHONE_WRONG", () => ({ customer_phone: "12" })],
      ["no shift", "POS_SHIFT_REQUIRED", () => ({ shift_id: "shift_none" })],
      [
        "goods that are not there",
        "POS_GOODS_UNKNOWN",
        () => ({ lines: [{ variant_id: "lvar_none", quantity: 1, unit_price: 1 }] }),
      ],
    ]

    it("leaves no trace, and the same id, put right, is a sale", async () => {
      const sale = await desk.sale(loaf())
      const before = await everything()
      for (const [what, code, change] of refusals) {
        const [result] = await desk.send({ ...sale, ...change(sale) })
        expect([what, result.client_id, result.status, result.code]).toEqual([
          what,
          sale.client_id,
          "refused",
          code,
        ])
      }
      expect(await everything()).toBe(before)
      expect(await desk.send(sale)).toMatchObject([{ status: "done" }])
    })

    it("of another company's goods, shift and sale tells nothing", async () => {
      const theirs = new Desk(world, world.phones.owner.headers)
      await theirs.open()
      const [foreign] = await world.sql(
        "select id, price::float8 as price from listing_variant where company_id = ?",
        [world.phones.id]
      )
      const lines = [{ variant_id: String(foreign.id), quantity: 1, unit_price: Number(foreign.price) }]
      const payments = [{ method: "cash", amount: Number(foreign.price) }]
      expect(await desk.sell(loaf(), 1, { lines, payments })).toMatchObject({ code: "POS_GOODS_UNKNOWN" })
      expect(await desk.sell(loaf(), 1, { shift_id: theirs.shift })).toMatchObject({
        code: "POS_SHIFT_REQUIRED",
      })
      const { sale } = await desk.sell(loaf())
      const before = await everything()
      for (const [path, body] of [
        [`sales/${sale.id}`, undefined],
        [`sales/${sale.id}/settle`, { action: "drop", note: "x" }],
        [
          `sales/${sale.id}/return`,
          {
            client_id: randomUUID(),
            lines: [{ line_id: sale.lines[0].id, quantity: 1 }],
            restock: true,
            method: "cash",
            shift_id: theirs.shift,
            reason: "x",
          },
        ],
        [`shifts/${desk.shift}`, undefined],
        [`shifts/${desk.shift}/close`, { counted_cash: 0 }],
      ] as Array<[string, object | undefined]>) {
        expect((await theirs.call(path, body)).status).toBe(404)
      }
      expect(await everything()).toBe(before)
    })

    it("is what a suspended company gets, and a cashier who gives a discount", async () => {
      cashier = await cashierDesk()
      await cashier.open()
      expect(
        await cashier.sell(loaf(), 1, { discount: 100, payments: [{ method: "cash", amount: 3200 }] })
      ).toMatchObject({
        status: "refused",
        code: "POS_DISCOUNT_FORBIDDEN",
      })
      await world.api.post(
        `/admin/companies/${world.bread.id}/suspend`,
        { reason: "tekshiruv" },
        world.market.operator
      )
      expect(await desk.sell(loaf())).toMatchObject({ status: "refused", code: "POS_COMPANY_NOT_SELLING" })
    })
  })

  describe("the same sales again", () => {
    it("twenty times at once are each one sale with one answer", async () => {
      const batch = [await desk.sale(loaf(), 1), await desk.sale(loaf(), 2), await desk.sale(loaf(), 3)]
      const before = Number((await orders.stock(loaf())).stocked)
      const answers = await Promise.all(Array.from({ length: 20 }, () => desk.send(...batch)))
      const told = answers.map((results) =>
        results.map(({ status, sale }) => [status, sale.order_id, sale.receipt.id])
      )
      expect(new Set(told.map((row) => JSON.stringify(row))).size).toBe(1)
      expect(told[0].map(([status]) => status)).toEqual(["done", "done", "done"])
      expect(Number((await orders.stock(loaf())).stocked)).toBe(before - 6)
      expect(await numberOf("pos_sale")).toBe(3)
      expect(await numberOf("fulfillment")).toBe(3)
      await expectSoundBooks(world.getContainer())
    })

    it("with another content are refused", async () => {
      const sale = await desk.sale(loaf())
      await desk.send(sale)
      const other = { ...(await desk.sale(loaf(), 2)), client_id: sale.client_id }
      expect(await desk.send(other)).toMatchObject([{ status: "refused", code: "POS_CLIENT_ID_REUSED" }])
    })

    it("in a long batch are made one after the other; a wrong one keeps none of the others", async () => {
      const batch = await Promise.all(Array.from({ length: 12 }, () => desk.sale(loaf())))
      batch[5].payments = [{ method: "cash", amount: 1 }]
      const results = await desk.send(...batch)
      expect(results.map(({ client_id }) => client_id)).toEqual(batch.map(({ client_id }) => client_id))
      expect(results.filter(({ status }) => status === "done")).toHaveLength(11)
      expect(results[5]).toMatchObject({ status: "refused", code: "POS_PAYMENT_WRONG" })
    })
  })

  describe("the last piece", () => {
    it("at two desks at once goes to one; the other is refused", async () => {
      cashier = await cashierDesk()
      await cashier.open()
      const { reserved } = await orders.stock(loaf())
      await setStock(loaf(), Number(reserved) + 1)
      const results = await Promise.all([
        desk.sell(loaf()),
        cashier.sell(loaf()),
        desk.sell(loaf()),
        cashier.sell(loaf()),
      ])
      expect(results.map(({ status }) => status).sort()).toEqual(["done", "refused", "refused", "refused"])
      expect(results.find(({ status }) => status === "refused")?.code).toBe("POS_SHORT_STOCK")
      // What is promised to others stays.
      expect(await orders.stock(loaf())).toEqual({ stocked: reserved, reserved })
      expect(await numberOf("pos_sale")).toBe(1)
      await expectSoundBooks(world.getContainer())
    })

    it("sold twice offline is sold once, and waits for a person once", async () => {
      const { reserved } = await orders.stock(loaf())
      await setStock(loaf(), Number(reserved) + 1)
      const offline = { is_offline: true }
      const results = await Promise.all([desk.sell(loaf(), 1, offline), desk.sell(loaf(), 1, offline)])
      expect(results.map(({ status }) => status).sort()).toEqual(["done", "review"])
      expect(results.find(({ status }) => status === "review")?.problems).toMatchObject([
        { kind: "short", wanted: 1, available: 0 },
      ])
    })
  })

  describe("a crash", () => {
    const places = [
      { on: "pos_sale" },
      { on: "pos_sale_line" },
      { on: "order_line_item" },
      { on: "inventory_level" },
      { on: "fulfillment", how: "killed" as const },
      { on: "company_order_line" },
      { on: "order_transaction", how: "at commit" as const },
    ]

    it("in any place loses nothing: sent again it is one sale", async () => {
      const before = Number((await orders.stock(loaf())).stocked)
      for (const [index, fault] of places.entries()) {
        const sale = await desk.sale(loaf(), 2)
        await world.break(fault)
        expect(await desk.send(sale)).toMatchObject([{ status: "refused", code: "POS_TRY_AGAIN" }])
        expect(await world.hasBroken()).toBe(true)
        expect(Number((await orders.stock(loaf())).stocked)).toBe(before - 2 * index)
        expect(await desk.send(sale)).toMatchObject([{ status: "done", sale: { total: 6600 } }])
        expect(Number((await orders.stock(loaf())).stocked)).toBe(before - 2 * (index + 1))
        expect(await numberOf("pos_sale")).toBe(index + 1)
        expect(await deskOrders()).toBe(index + 1)
      }
      await expectSoundBooks(world.getContainer())
    })

    it("is finished by the job when nobody sends it again, or taken back when the goods are gone", async () => {
      const sale = await desk.sale(loaf(), 2)
      await world.break({ on: "company_order" })
      // A process that dies takes nothing back: Medusa's order is left without the rest.
      const remove = jest.spyOn(world.getContainer().resolve(Modules.ORDER), "deleteOrders")
      remove.mockRejectedValueOnce(new Error("the process is dead"))
      await desk.send(sale)
      expect([await deskOrders(), await numberOf("fulfillment")]).toEqual([1, 0])
      expect(await resumeDesk(world.getContainer(), soon())).toBe(1)
      expect((await desk.call("sales")).data).toMatchObject({
        count: 1,
        sales: [{ status: "done", client_id: sale.client_id }],
      })
      const second = await desk.sale(loaf(), 2)
      await world.break({ on: "company_order" })
      await desk.send(second)
      const { reserved } = await orders.stock(loaf())
      await setStock(loaf(), Number(reserved))
      expect(await resumeDesk(world.getContainer(), soon())).toBe(1)
      expect([await numberOf("pos_sale"), await deskOrders()]).toEqual([1, 1])
      expect(await desk.send(second)).toMatchObject([{ status: "refused", code: "POS_SHORT_STOCK" }])
      await expectSoundBooks(world.getContainer())
    })

    it("of the receipt or the news keeps no sale from being done", async () => {
      await world.break({ on: "receipt" })
      const { status, sale } = await desk.sell(loaf())
      expect({ status, receipt: sale.receipt }).toEqual({ status: "done", receipt: null })
      await expectSoundBooks(world.getContainer())
      expect((await desk.call(`sales/${sale.id}`)).data.sale.receipt).not.toBeNull()
    })
  })

  describe("a sale that waits for a person", () => {
    const review = async (more: Partial<DeskSale> = {}) => {
      const { reserved } = await orders.stock(loaf())
      await setStock(loaf(), Number(reserved) + 1)
      return desk.sell(loaf(), 3, { is_offline: true, ...more })
    }

    it("counts in the drawer, is nobody's order, and forced it is one: missing pieces are added on record", async () => {
      const before = await orders.stock(loaf())
      const { status, sale } = await review()
      expect({ status, order: sale.order_id, receipt: sale.receipt }).toEqual({
        status: "review",
        order: null,
        receipt: null,
      })
      expect((await desk.call("shift")).data.shift).toMatchObject({ sales_count: 1, expected_cash: 109_900 })
      cashier = await cashierDesk()
      expect((await cashier.call(`sales/${sale.id}/settle`, { action: "force", note: "x" })).data.code).toBe(
        "PERMISSION_REQUIRED"
      )
      const replies = await Promise.all(
        Array.from({ length: 20 }, () =>
          desk.call(`sales/${sale.id}/settle`, { action: "force", note: "sanab chiqildi" })
        )
      )
      expect(replies.map((reply) => reply.status)).toEqual(Array(20).fill(200))
      expect(replies[0].data.sale).toMatchObject({
        status: "done",
        total: 9900,
        settled: { action: "force", note: "sanab chiqildi" },
      })
      expect(await world.sql("select quantity, note from pos_stock_correction")).toEqual([
        { quantity: 2, note: "sanab chiqildi" },
      ])
      expect(await orders.stock(loaf())).toEqual({ stocked: before.reserved, reserved: before.reserved })
      expect(await desk.call(`sales/${sale.id}/settle`, { action: "drop", note: "x" })).toMatchObject({
        status: 400,
        data: { code: "POS_SALE_NOT_IN_REVIEW" },
      })
      await expectSoundBooks(world.getContainer())
    })

    it("is booked as it was seen, whatever the price is now", async () => {
      const lines = [{ variant_id: loaf().listing_variant_id, quantity: 1, unit_price: 3000 }]
      const [result] = await desk.send({
        ...(await desk.sale(loaf())),
        is_offline: true,
        lines,
        payments: [{ method: "card", amount: 3000 }],
      })
      expect(result).toMatchObject({
        status: "review",
        problems: [{ kind: "price", seen: 3000, price: 3300 }],
      })
      const { data } = await desk.call(`sales/${result.sale.id}/settle`, {
        action: "force",
        note: "narx eski edi",
      })
      expect(data.sale).toMatchObject({ status: "done", total: 3000, lines: [{ unit_price: 3000 }] })
      expect(await orders.view(orderOf(data.sale))).toMatchObject({
        total: 3000,
        items: [{ unit_price: 3000, cost: 3000 }],
      })
      await expectSoundBooks(world.getContainer())
    })

    it("dropped sells nothing, and its cash stays in the drawer as a movement", async () => {
      const { sale } = await review()
      const stock = await orders.stock(loaf())
      const drop = { action: "drop", note: "ikki marta urilgan" }
      for (const call of [drop, drop]) {
        const { data } = await desk.call(`sales/${sale.id}/settle`, call)
        expect(data.sale).toMatchObject({ status: "dropped", order_id: null })
      }
      expect(await orders.stock(loaf())).toEqual(stock)
      const { data } = await desk.call(`shifts/${desk.shift}`)
      expect(data.shift).toMatchObject({
        sales_count: 0,
        moved_total: 9900,
        expected_cash: 109_900,
        movements: [{ kind: "dropped_sale", amount: 9900 }],
      })
      expect((await desk.call("sales?status=dropped")).data.count).toBe(1)
    })
  })

  describe("a return", () => {
    const back = (sale: { id: string; lines: Array<{ id: string }> }, quantity: number, more: object = {}) =>
      desk.call(`sales/${sale.id}/return`, {
        client_id: randomUUID(),
        lines: [{ line_id: sale.lines[0].id, quantity }],
        restock: true,
        method: "cash",
        shift_id: desk.shift,
        reason: "yoqmadi",
        ...more,
      })

    it("gives money and goods back, once per client id, and the drawer knows", async () => {
      const { sale } = await desk.sell(loaf(), 3)
      const before = Number((await orders.stock(loaf())).stocked)
      const more = { client_id: randomUUID() }
      const replies = await Promise.all(Array.from({ length: 20 }, () => back(sale, 1, more)))
      expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
      expect(replies[0].data.sale).toMatchObject({
        lines: [{ quantity: 3, returned_quantity: 1 }],
        returns: [{ amount: 3300, method: "cash", status: "done", refund_id: expect.any(String) }],
      })
      expect(await back(sale, 2, more)).toMatchObject({ status: 400, data: { code: "POS_CLIENT_ID_REUSED" } })
      expect(Number((await orders.stock(loaf())).stocked)).toBe(before + 1)
      expect((await desk.call("shift")).data.shift).toMatchObject({
        returns_total: 3300,
        expected_cash: 106_600,
      })
      expect(await back(sale, 2, { method: "card", restock: false })).toMatchObject({ status: 200 })
      expect((await desk.call("shift")).data.shift).toMatchObject({
        returns_total: 9900,
        expected_cash: 106_600,
      })
      expect(await orders.view(orderOf(sale))).toMatchObject({ status: "returned", refunded_total: 9900 })
      await expectSoundBooks(world.getContainer())
    })

    it("is never more than was bought, however many come at once", async () => {
      const { sale } = await desk.sell(loaf(), 3)
      const replies = await Promise.all(Array.from({ length: 20 }, () => back(sale, 1)))
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(3)
      expect(replies.find(({ status }) => status !== 200)?.data.code).toBe("REFUND_QUANTITY_WRONG")
      expect(await numberOf("pos_return")).toBe(3)
      expect((await desk.call("shift")).data.shift.expected_cash).toBe(100_000)
      await expectSoundBooks(world.getContainer())
    })

    it("that a crash interrupts is finished by the job", async () => {
      const { sale } = await desk.sell(loaf(), 3)
      await world.break({ on: "pos_return", when: "new.status = 'done'" })
      await back(sale, 2)
      expect(await world.hasBroken()).toBe(true)
      expect(await resumeDesk(world.getContainer(), soon())).toBe(1)
      expect((await desk.call("shift")).data.shift).toMatchObject({
        returns_total: 6600,
        expected_cash: 103_300,
      })
      await expectSoundBooks(world.getContainer())
    })
  })

  describe("a shift", () => {
    it("is one per person, however often it is opened", async () => {
      cashier = await cashierDesk()
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => cashier.call("shifts", { opening_cash: 5000 }))
      )
      expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(400)])
      expect(replies.find(({ status }) => status === 400)?.data.code).toBe("POS_SHIFT_ALREADY_OPEN")
      expect((await cashier.call("shifts")).data.count).toBe(1)
      expect((await desk.call("shifts")).data.count).toBe(2)
      expect((await cashier.call(`shifts/${desk.shift}`)).status).toBe(404)
    })

    it("counts what ought to be in the drawer, and shows the difference", async () => {
      await desk.sell(loaf(), 2)
      await desk.sell(loaf(), 1, { payments: [{ method: "card", amount: 3300 }] })
      const movement = { amount: -50_000, note: "bankka", client_id: randomUUID() }
      const moved = await Promise.all(
        Array.from({ length: 20 }, () => desk.call(`shifts/${desk.shift}/cash`, movement))
      )
      expect(moved.map(({ status }) => status)).toEqual(Array(20).fill(200))
      const { data } = await desk.call(`shifts/${desk.shift}/close`, { counted_cash: 56_000 })
      expect(data.shift).toMatchObject({
        status: "closed",
        sales_count: 2,
        sales_total: 9900,
        cash_total: 6600,
        card_total: 3300,
        moved_total: -50_000,
        expected_cash: 56_600,
        difference: -600,
      })
      expect(await desk.sell(loaf())).toMatchObject({ code: "POS_SHIFT_REQUIRED" })
      expect(
        (await desk.call(`shifts/${desk.shift}/cash`, { ...movement, client_id: randomUUID() })).data.code
      ).toBe("POS_SHIFT_CLOSED")
      expect((await desk.call("shift")).data.shift).toBeNull()
    })

    it("takes what was sold offline while it was open, also after it was closed", async () => {
      const inTime = await desk.sale(loaf(), 1, { is_offline: true })
      await desk.call(`shifts/${desk.shift}/close`, { counted_cash: 103_300 })
      const late = await desk.sale(loaf(), 1, {
        is_offline: true,
        sold_at: new Date(Date.now() + 1000).toISOString(),
      })
      expect(await desk.send(inTime, late)).toMatchObject([
        { status: "done" },
        { status: "refused", code: "POS_SHIFT_REQUIRED" },
      ])
      expect((await desk.call(`shifts/${desk.shift}`)).data.shift).toMatchObject({
        expected_cash: 103_300,
        difference: 0,
      })
    })
  })

  describe("goods at the desk", () => {
    it("are paged for use offline and found by barcode, shop code and name, without their cost", async () => {
      const ean = "4780000000014"
      const more = await createListing(world.getContainer(), world.bread.id, {
        name: "Somsa",
        stock: 4,
        barcode: ean,
      })
      await world.sql("update listing_variant set shop_code = 'P-7' where id = ?", [more.listing_variant_id])
      const first = (await desk.call("catalog?limit=2")).data
      const second = (await desk.call(`catalog?limit=2&after=${first.next}`)).data
      expect([...first.variants, ...second.variants].map(({ id }) => id).sort()).toEqual(
        [loaf(), world.patir, more].map((row) => row.listing_variant_id).sort()
      )
      expect(second.next).toBeNull()
      expect(JSON.stringify([first, second])).not.toMatch(/cost|markup/)
      for (const code of [ean, "P-7", "soms"]) {
        expect((await desk.call(`scan?code=${code}`)).data.variants).toMatchObject([
          { id: more.listing_variant_id, name: { uz: "Somsa" }, price: 12_000, available: 4, barcode: ean },
        ])
      }
      expect((await desk.call("scan?code=none")).data.variants).toEqual([])
    })

    it("cost as many statements on a long page as on a short one", async () => {
      world.silenceEvents()
      const count = async (path: string) =>
        (await warmStatementsOf(world.getContainer(), () => desk.call(path))).length
      await desk.sell(loaf())
      const one = [
        await count("catalog?limit=1"),
        await count("sales?limit=1"),
        await count("shifts?limit=1"),
      ]
      await createListing(world.getContainer(), world.bread.id, { name: "Patir" })
      await desk.send(await desk.sale(loaf()), await desk.sale(loaf()), await desk.sale(loaf()))
      const many = [await count("catalog"), await count("sales"), await count("shifts")]
      expect(many).toEqual(one)
    })
  })

  it("prints the receipt of a sale on the roll of a till", async () => {
    const { sale } = await desk.sell(loaf(), 2, { tendered: 10_000 })
    const url = `/merchant/receipts/${sale.receipt.id}`
    const html = (await world.api.get(`${url}/html?paper=80mm&lang=uz`, desk.by)).data as string
    for (const text of ["size:80mm", "Tandir noni", "2 × 3", "Qaytim", "3\u00a0400", sale.receipt.number]) {
      expect(html).toContain(text)
    }
    const pdf = await world.api.get(`${url}/pdf?paper=80mm`, { ...desk.by, responseType: "arraybuffer" })
    expect(Buffer.from(pdf.data).subarray(0, 5).toString()).toBe("%PDF-")
    const wide = await attempt(world.api.get(`${url}/html?paper=a3`, desk.by))
    expect(wide.status).toBe(400)
  })
})

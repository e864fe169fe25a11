import { reverseClickPayment } from "../../src/workflows/click"
import { finishInterrupted } from "../../src/workflows/gateway/settle"
import { refundPrepaid } from "../../src/workflows/prepaid"
import { resumeRefunds } from "../../src/workflows/refund"
import { refundUzumCheckout } from "../../src/workflows/uzum-checkout"
import { Fault } from "../support/faults"
import { attempt } from "../support/market"
import { Bought, Orders } from "../support/orders"
import { paymeSuite } from "../support/payme"

jest.mock("../../src/workflows/click", () => ({
  ...jest.requireActual<object>("../../src/workflows/click"),
  reverseClickPayment: jest.fn(),
}))
jest.mock("../../src/workflows/prepaid", () => ({
  ...jest.requireActual<object>("../../src/workflows/prepaid"),
  refundPrepaid: jest.fn(),
}))
jest.mock("../../src/workflows/uzum-checkout", () => ({
  ...jest.requireActual<object>("../../src/workflows/uzum-checkout"),
  refundUzumCheckout: jest.fn(),
}))

/** Money back to the buyer of one company's order, and what must be so afterwards everywhere (issue 3, section 2). */
paymeSuite("Refunds", (world) => {
  const orders = new Orders(world)
  const codeOf = ({ status, data }: { status: number; data: { code?: string } }) => [status, data.code]
  const tomorrow = () => new Date(Date.now() + 86_400_000)
  /** What the job does with what was left in the middle. */
  const job = () => resumeRefunds(world.getContainer(), tomorrow())

  /** Three loaves at 3 300 so'm, two patirs at 5 500, delivered: of one company, paid at the shop. */
  const bread = () => orders.paid([world.line(world.loaf, 3), world.line(world.patir, 2)], "courier")
  const linesOf = async (order: Bought) => {
    const { items } = await orders.view(order)
    const find = (title: string) => items.find((item: { title: string }) => item.title === title)
    return { loaf: find("Tandir noni"), patir: find("Patir") }
  }

  describe("of an order that was paid at the shop", () => {
    it("by lines: the money of the pieces, the goods for sale again, Medusa's sums right", async () => {
      const before = await orders.stock(world.loaf)
      const order = await bread()
      const { loaf } = await linesOf(order)
      const reply = await orders.refund(order, { items: [{ id: loaf.id, quantity: 2 }], restock: true })
      expect(reply.status).toBe(200)
      expect(reply.data.refund).toMatchObject({
        status: "succeeded",
        method: "api",
        amount: 6600,
        shipping_amount: 0,
        lines: [{ title: "Tandir noni", quantity: 2, amount: 6600 }],
        instructions: null,
      })
      expect(reply.data.refund).not.toHaveProperty("request_key")
      expect(reply.data.order).toMatchObject({
        status: "paid",
        refunded_total: 6600,
        paid_total: order.total - 6600,
        refunds: [{ amount: 6600 }],
      })
      expect(await orders.stock(world.loaf)).toEqual({ ...before, reserved: Number(before.reserved) + 1 })
      expect(await orders.medusa(order)).toMatchObject({
        status: "pending",
        captured: order.total,
        refunded: 6600,
        kept: order.total - 6600,
        pending: 0,
      })
      // The rest can be handed over, and no more than the rest.
      expect((await orders.ship(order, world.loaf, 1)).status).toBe(200)
    })

    it("by lines of one kind, piece by piece, until none is left", async () => {
      const order = await bread()
      const { loaf } = await linesOf(order)
      const one = { items: [{ id: loaf.line_item_id, quantity: 1 }] }
      for (let piece = 0; piece < 3; piece++) {
        expect((await orders.refund(order, one)).data.refund.amount).toBe(3300)
      }
      expect(codeOf(await orders.refund(order, one))).toEqual([400, "REFUND_QUANTITY_WRONG"])
      expect(await orders.medusa(order)).toMatchObject({ refunded: 9900, refunds: 3, pending: 0 })
    })

    it("without restock the goods are gone from the shelf", async () => {
      const before = await orders.stock(world.loaf)
      const order = await bread()
      const { loaf } = await linesOf(order)
      await orders.refund(order, { items: [{ id: loaf.id, quantity: 2 }] })
      expect(await orders.stock(world.loaf)).toEqual({
        stocked: Number(before.stocked) - 2,
        reserved: Number(before.reserved) + 1,
      })
    })

    it("of goods that were handed over: back on the shelf with restock, and not without", async () => {
      const order = await bread()
      const { loaf } = await linesOf(order)
      await orders.ship(order, world.loaf, 2)
      const shipped = await orders.stock(world.loaf)
      // Two shipped, one still here: the one that is here goes first.
      await orders.refund(order, { items: [{ id: loaf.id, quantity: 2 }], restock: true })
      expect(await orders.stock(world.loaf)).toEqual({
        stocked: Number(shipped.stocked) + 1,
        reserved: Number(shipped.reserved) - 1,
      })
      const kept = await orders.stock(world.loaf)
      await orders.refund(order, { items: [{ id: loaf.id, quantity: 1 }] })
      expect(await orders.stock(world.loaf)).toEqual(kept)
    })

    it("puts nothing on the shelf that never left it, though its reservation was lost", async () => {
      const order = await bread()
      const { loaf } = await linesOf(order)
      await world.sql("update reservation_item set deleted_at = now() where line_item_id = ?", [
        loaf.line_item_id,
      ])
      const before = await orders.stock(world.loaf)
      await orders.refund(order, { items: [{ id: loaf.id, quantity: 3 }], restock: true })
      expect(await orders.stock(world.loaf)).toEqual(before)
    })

    it("by amount: money off every line and the delivery, no goods", async () => {
      const order = await bread()
      const before = await orders.stock(world.loaf)
      const { data } = await orders.refund(order, { amount: 1000, restock: true })
      const { refund } = data
      const sum = refund.lines.reduce((total: number, { amount }: { amount: number }) => total + amount, 0)
      expect(sum + refund.shipping_amount).toBeCloseTo(1000, 6)
      expect(refund.lines.map(({ quantity }: { quantity: null }) => quantity)).toEqual([null, null])
      expect(await orders.stock(world.loaf)).toEqual(before)
      expect(await orders.medusa(order)).toMatchObject({
        refunded: 1000,
        kept: order.total - 1000,
        pending: 0,
      })
    })

    it("of the delivery alone", async () => {
      const order = await bread()
      const { shipping_total } = await orders.view(order)
      const { data } = await orders.refund(order, { shipping: true })
      expect(data.refund).toMatchObject({
        amount: shipping_total,
        shipping_amount: shipping_total,
        lines: [],
      })
      expect(codeOf(await orders.refund(order, { shipping: true }))).toEqual([400, "REFUND_NOTHING"])
    })

    it("whole, before anything was handed over: the order is cancelled, here and in Medusa", async () => {
      const before = { loaf: await orders.stock(world.loaf), patir: await orders.stock(world.patir) }
      const order = await bread()
      await orders.refund(order, { amount: 777 })
      const { data } = await orders.refund(order, { restock: true })
      expect(data.refund.amount).toBe(order.total - 777)
      expect(data.order).toMatchObject({ status: "cancelled", refunded_total: order.total, paid_total: 0 })
      expect(await orders.medusa(order)).toMatchObject({
        status: "canceled",
        captured: order.total,
        refunded: order.total,
        kept: 0,
        pending: 0,
      })
      expect({ loaf: await orders.stock(world.loaf), patir: await orders.stock(world.patir) }).toEqual(before)
      const [group] = await world.sql(
        "select g.status from order_group g join company_order c on c.group_id = g.id where c.order_id = ?",
        [order.id]
      )
      expect(group.status).toBe("refunded")
      expect(codeOf(await orders.refund(order))).toEqual([400, "REFUND_NOTHING"])
    })

    it("whole, after it was handed over: returned, not cancelled", async () => {
      const order = await orders.paid([world.line(world.loaf, 3)], "courier")
      await orders.ship(order, world.loaf, 3)
      const { data } = await orders.refund(order, { restock: true })
      expect(data.order).toMatchObject({ status: "returned", refunded_total: order.total })
      expect(await orders.medusa(order)).toMatchObject({
        status: "pending",
        refunded: order.total,
        pending: 0,
      })
      expect(codeOf(await orders.cancel(order))).toEqual([400, "CANCEL_HANDED_OVER"])
    })

    it("is told of once, under its own id", async () => {
      const order = await bread()
      let id = ""
      const told = await orders.told("company-order.refunded", async () => {
        id = (await orders.refund(order, { amount: 500 })).data.refund.id
      })
      expect(told).toEqual([id])
    })

    it("sent again with its Idempotency-Key is the same refund", async () => {
      const order = await bread()
      const first = await orders.refund(order, { amount: 500 }, "kalit-1")
      const again = await orders.refund(order, { amount: 500 }, "kalit-1")
      expect(again.data.refund.id).toBe(first.data.refund.id)
      expect(await orders.refundsOf(order)).toHaveLength(1)
      await orders.refund(order, { amount: 500 }, "kalit-2")
      expect(await orders.medusa(order)).toMatchObject({ refunded: 1000 })
    })

    it("twenty at once with one key are one refund", async () => {
      const order = await bread()
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => orders.refund(order, { amount: 500 }, "bir-marta"))
      )
      expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
      expect(await orders.refundsOf(order)).toMatchObject([{ amount: 500, status: "succeeded" }])
      expect(await orders.medusa(order)).toMatchObject({ refunded: 500, refunds: 1 })
    })

    it("twenty at once never give more than was paid", async () => {
      const order = await orders.paid([world.line(world.loaf, 3)])
      const part = Math.floor(order.total / 5)
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => orders.refund(order, { amount: part }))
      )
      const done = replies.filter(({ status }) => status === 200)
      expect(done).toHaveLength(5)
      for (const reply of replies.filter(({ status }) => status !== 200)) {
        expect(codeOf(reply)).toEqual([400, "REFUND_TOO_MUCH"])
      }
      expect(await orders.view(order)).toMatchObject({
        refunded_total: part * 5,
        paid_total: order.total - part * 5,
      })
      expect(await orders.medusa(order)).toMatchObject({ refunded: part * 5, refunds: 5, pending: 0 })
    })

    it("wrong ones are refused with a code, and change nothing", async () => {
      const order = await bread()
      const { loaf } = await linesOf(order)
      const before = await orders.everything()
      const bad: Array<[object, string | undefined]> = [
        [{ amount: order.total + 1 }, "REFUND_TOO_MUCH"],
        [{ amount: 0.5 }, "REFUND_TOO_MUCH"],
        [{ shipping: 0.5 }, "REFUND_TOO_MUCH"],
        [{ shipping: 1e12 }, "REFUND_TOO_MUCH"],
        [{ items: [{ id: "cline_none", quantity: 1 }] }, "REFUND_LINE_UNKNOWN"],
        [{ items: [{ id: loaf.id, quantity: 4 }] }, "REFUND_QUANTITY_WRONG"],
        [{ amount: 0 }, undefined],
        [{ amount: -1 }, undefined],
        [{ amount: "500" }, undefined],
        [{ amount: null }, undefined],
        [{ items: [] }, undefined],
        [{ items: [{ id: loaf.id, quantity: 0 }] }, undefined],
        [{ items: [{ id: loaf.id, quantity: 1.5 }] }, undefined],
        [{ amount: 5, items: [{ id: loaf.id, quantity: 1 }] }, undefined],
        [{ amount: 5, shipping: true }, undefined],
        [{ reason: "" }, undefined],
        [{ reason: "a\u0000b", amount: 5 }, undefined],
        [{ provider_id: "pp_cash_cash" }, undefined],
      ]
      for (const [body, code] of bad) {
        const reply = await orders.refund(order, body)
        expect([body, reply.status]).toEqual([body, 400])
        expect(code === undefined || reply.data.code === code).toBe(true)
      }
      const stranger = await orders.act(order, "refund", { reason: "x" }, world.phones.owner.headers)
      expect(stranger.status).toBe(404)
      expect((await orders.operate("/admin/orders/order_none/refunds", { reason: "x" })).status).toBe(404)
      expect(await orders.everything()).toBe(before)
    })

    it("of what is not paid is refused", async () => {
      const group = await orders.buy([world.line(world.loaf)])
      expect(codeOf(await orders.refund(group.orders[0]))).toEqual([400, "REFUND_NOT_PAID"])
    })

    it("an operator does the same, and sees it in the list", async () => {
      const order = await bread()
      const reply = await orders.operate(`/admin/orders/${order.id}/refunds`, {
        reason: "shikoyat",
        amount: 500,
      })
      expect(reply.data.refund).toMatchObject({ status: "succeeded", amount: 500 })
      const list = await world.api.get(`/admin/refunds?order_id=${order.id}`, world.market.operator)
      expect(list.data).toMatchObject({
        count: 1,
        refunds: [{ id: reply.data.refund.id, reason: "shikoyat" }],
      })
    })

    it("a paid order that is cancelled: money and goods back at once", async () => {
      const before = await orders.stock(world.loaf)
      const order = await bread()
      const { data } = await orders.cancel(order)
      expect(data).toMatchObject({
        order: { status: "cancelled", paid_total: 0 },
        refund: { status: "succeeded", amount: order.total },
      })
      expect(await orders.stock(world.loaf)).toEqual(before)
      expect(await orders.medusa(order)).toMatchObject({
        status: "canceled",
        refunded: order.total,
        pending: 0,
      })
    })
  })

  describe("after a fault of the database", () => {
    const FAULTS: Fault[] = [
      { on: "refund" },
      { on: "order_transaction" },
      { on: "order_credit_line" },
      { on: "order_summary" },
      { on: "inventory_level" },
      { on: "company_refund", when: "new.status = 'succeeded'" },
      { on: "company_refund", when: "new.settled_at is not null" },
      { on: "order", when: "new.status = 'canceled'" },
      { on: "order_group", when: "new.status = 'refunded'" },
    ]

    it.each(FAULTS)("of $on ($when) the job finishes it, nothing twice", async (fault) => {
      const before = await orders.stock(world.loaf)
      const order = await orders.paid([world.line(world.loaf, 3)], "courier")
      await world.break(fault)
      expect((await orders.refund(order, { restock: true })).status).toBe(500)
      const told = await orders.told("company-order.refunded", async () => {
        await job()
        await job()
      })
      expect(told).toHaveLength(1)
      expect(await orders.refundsOf(order)).toMatchObject([
        { amount: order.total, status: "succeeded", is_settled: true },
      ])
      expect(await orders.medusa(order)).toMatchObject({
        status: "canceled",
        captured: order.total,
        refunded: order.total,
        refunds: 1,
        kept: 0,
        pending: 0,
      })
      expect(await orders.stock(world.loaf)).toEqual(before)
      expect(await orders.view(order)).toMatchObject({ status: "cancelled", refunded_total: order.total })
    })

    it("while it is written down nothing has happened, and the same call does it", async () => {
      const order = await bread()
      const before = await orders.everything()
      await world.break({ on: "company_refund" })
      expect((await orders.refund(order, { amount: 500 }, "k")).status).toBe(500)
      expect(await orders.everything()).toBe(before)
      expect((await orders.refund(order, { amount: 500 }, "k")).data.refund.status).toBe("succeeded")
    })

    it("the same call, sent again, goes on with a part that was left in the middle", async () => {
      const order = await bread()
      await world.break({ on: "order_transaction" })
      expect((await orders.refund(order, { amount: 500 }, "k")).status).toBe(500)
      expect((await orders.refund(order, { amount: 500 }, "k")).data.refund.status).toBe("succeeded")
      expect(await orders.medusa(order)).toMatchObject({
        refunded: 500,
        refunds: 1,
        kept: order.total - 500,
        pending: 0,
      })
    })
  })

  describe("of an order that Payme was paid for", () => {
    const due = async (order: Bought, body: object = {}) => {
      const { data } = await orders.refund(order, body)
      expect(data.refund).toMatchObject({ status: "due", method: "hand" })
      return data.refund
    }

    it("is due by hand, with instructions in three languages, and books nothing", async () => {
      await world.payme.paid(world.solo)
      const [order] = world.solo.orders
      const told = await orders.told("company-order.refund_due", async () => {
        const refund = await due(order, { restock: true })
        expect(refund.instructions).toEqual({
          uz: expect.stringContaining("Payme"),
          ru: expect.stringContaining("Payme"),
          en: expect.stringContaining("Payme"),
        })
      })
      expect(told).toHaveLength(1)
      expect(await orders.view(order)).toMatchObject({
        status: "paid",
        refunded_total: 0,
        paid_total: order.total,
      })
      expect(await orders.medusa(order)).toMatchObject({ refunded: 0, kept: order.total, pending: 0 })
      // Its money is spoken for.
      expect(codeOf(await orders.refund(order, { amount: 1 }))).toEqual([400, "REFUND_TOO_MUCH"])
    })

    it("closes with Payme's own cancellation of the whole payment, every order of the group", async () => {
      const before = { loaf: await orders.stock(world.loaf), phone: await orders.stock(world.phone) }
      const id = await world.payme.paid(world.pair)
      const [bread, phone] = world.pair.orders
      await due(bread, { amount: 1000 })
      const told = await orders.told("company-order.refunded", async () => {
        expect((await world.payme.cancel(id)).result).toMatchObject({ state: -2 })
      })
      expect(await orders.refundsOf(bread)).toMatchObject([
        { amount: 1000, status: "succeeded", method: "provider", is_settled: true },
        { amount: bread.total - 1000, status: "succeeded", method: "provider", is_settled: true },
      ])
      expect(await orders.refundsOf(phone)).toMatchObject([{ amount: phone.total, status: "succeeded" }])
      expect(told).toHaveLength(3)
      for (const order of [bread, phone]) {
        expect(await orders.view(order)).toMatchObject({ status: "cancelled", refunded_total: order.total })
        expect(await orders.medusa(order)).toMatchObject({
          status: "canceled",
          refunded: order.total,
          kept: 0,
          pending: 0,
        })
      }
      expect({ loaf: await orders.stock(world.loaf), phone: await orders.stock(world.phone) }).toEqual({
        loaf: { ...before.loaf, reserved: Number(before.loaf.reserved) - 3 },
        phone: { ...before.phone, reserved: Number(before.phone.reserved) - 1 },
      })
      expect(await orders.group(world.pair)).toBe("refunded")
    })

    it("goods that a refund says are gone stay gone when Payme closes it", async () => {
      const before = await orders.stock(world.loaf)
      const id = await world.payme.paid(world.solo)
      const [order] = world.solo.orders
      const { loaf } = await linesOf(order)
      await due(order, { items: [{ id: loaf.id, quantity: 1 }] })
      await world.payme.cancel(id)
      expect(await orders.stock(world.loaf)).toEqual({
        stocked: Number(before.stocked) - 1,
        reserved: Number(before.reserved) - 2,
      })
    })

    it("closes with an operator's proof, and then Payme can't give the money back again", async () => {
      const id = await world.payme.paid(world.solo)
      const [order] = world.solo.orders
      const refund = await due(order, { amount: 1000 })
      const path = `/admin/refunds/${refund.id}/complete`
      const told = await orders.told("company-order.refunded", async () => {
        const reply = await orders.operate(path, { proof: "to‘lov topshirig‘i 7" })
        expect(reply.data.refund).toMatchObject({
          status: "succeeded",
          method: "hand",
          proof: "to‘lov topshirig‘i 7",
        })
        expect((await orders.operate(path, { proof: "to‘lov topshirig‘i 7" })).status).toBe(200)
        expect(codeOf(await orders.operate(path, { proof: "boshqa" }))).toEqual([400, "REFUND_NOT_DUE"])
      })
      expect(told).toHaveLength(1)
      expect(await orders.medusa(order)).toMatchObject({
        refunded: 1000,
        refunds: 1,
        kept: order.total - 1000,
        pending: 0,
      })
      expect((await world.payme.cancel(id)).error).toMatchObject({ code: -31007 })
      expect(await orders.medusa(order)).toMatchObject({ refunded: 1000 })
    })

    it("given up, its amount is free again", async () => {
      await world.payme.paid(world.solo)
      const [order] = world.solo.orders
      const refund = await due(order)
      const reply = await orders.operate(`/admin/refunds/${refund.id}/give-up`, { reason: "kelishildi" })
      expect(reply.data.refund).toMatchObject({ status: "failed", error: "kelishildi" })
      for (const verb of ["complete", "give-up"]) {
        const body = verb === "complete" ? { proof: "x" } : { reason: "x" }
        expect(codeOf(await orders.operate(`/admin/refunds/${refund.id}/${verb}`, body))).toEqual([
          400,
          "REFUND_NOT_DUE",
        ])
        expect((await orders.operate(`/admin/refunds/cref_none/${verb}`, body)).status).toBe(404)
      }
      await due(order)
    })

    it("can't be marked by hand while Payme's cancellation waits to be booked", async () => {
      const id = await world.payme.paid(world.solo)
      const [order] = world.solo.orders
      const refund = await due(order)
      await world.break({ on: "company_refund" })
      expect((await world.payme.cancel(id)).result).toMatchObject({ state: -2 })
      const reply = await orders.operate(`/admin/refunds/${refund.id}/complete`, { proof: "naqd" })
      expect(codeOf(reply)).toEqual([400, "REFUND_NOT_DUE"])
      await finishInterrupted(world.getContainer(), Date.now(), Date.now() + 60_000)
      expect(await orders.refundsOf(order)).toMatchObject([
        { amount: order.total, method: "provider", is_settled: true },
      ])
      expect(await orders.medusa(order)).toMatchObject({
        status: "canceled",
        refunded: order.total,
        refunds: 1,
        pending: 0,
      })
    })

    it("Payme's cancellation and an operator's proof at once: the money goes back one way", async () => {
      const id = await world.payme.paid(world.solo)
      const [order] = world.solo.orders
      const refund = await due(order)
      const [cancelled, marked] = await Promise.all([
        world.payme.cancel(id),
        orders.operate(`/admin/refunds/${refund.id}/complete`, { proof: "naqd" }),
      ])
      expect([cancelled.error?.code === -31007, marked.status === 400].filter(Boolean)).toHaveLength(1)
      expect(await orders.medusa(order)).toMatchObject({ refunded: order.total, kept: 0, pending: 0 })
    })

    describe("cancelled by its company", () => {
      it("frees the goods at once, and Medusa's order follows the money", async () => {
        const before = await orders.stock(world.loaf)
        const id = await world.payme.paid(world.solo)
        const [order] = world.solo.orders
        const first = await orders.cancel(order)
        expect(first.data).toMatchObject({
          order: { status: "cancelled" },
          refund: { status: "due", amount: order.total },
        })
        const free = { ...before, reserved: Number(before.reserved) - 2 }
        expect(await orders.stock(world.loaf)).toEqual(free)
        expect(await orders.medusa(order)).toMatchObject({ status: "pending", kept: order.total })
        // Pressed again it is the same refund.
        expect((await orders.cancel(order)).data.refund.id).toBe(first.data.refund.id)
        expect(await orders.refundsOf(order)).toHaveLength(1)
        await world.payme.cancel(id)
        expect(await orders.medusa(order)).toMatchObject({
          status: "canceled",
          refunded: order.total,
          pending: 0,
        })
        expect(await orders.stock(world.loaf)).toEqual(free)
      })

      it("its refund cannot be given up: the goods are for sale again, so the money has to go back", async () => {
        await world.payme.paid(world.solo)
        const [order] = world.solo.orders
        const { data } = await orders.cancel(order)
        const free = await orders.stock(world.loaf)
        const path = `/admin/refunds/${data.refund.id}`
        const refused = await orders.operate(`${path}/give-up`, { reason: "xato" })
        expect(codeOf(refused)).toEqual([400, "REFUND_OF_CANCELLATION"])
        await orders.operate(`${path}/complete`, { proof: "naqd" })
        expect(await orders.medusa(order)).toMatchObject({
          status: "canceled",
          refunded: order.total,
          pending: 0,
        })
        expect(await orders.stock(world.loaf)).toEqual(free)
      })

      it("while all of its money is due already, frees the goods all the same", async () => {
        const before = await orders.stock(world.loaf)
        await world.payme.paid(world.solo)
        const [order] = world.solo.orders
        await due(order, { restock: true })
        expect((await orders.cancel(order)).data).toMatchObject({
          refund: null,
          order: { status: "cancelled" },
        })
        expect(await orders.stock(world.loaf)).toEqual({ ...before, reserved: Number(before.reserved) - 2 })
      })
    })
  })

  describe("Medusa's own routes can't get round it:", () => {
    const paymentOf = async (order: Bought) => {
      const [row] = await world.sql(
        "select p.id from payment p join company_order c on c.payment_collection_id = p.payment_collection_id where c.order_id = ?",
        [order.id]
      )
      return row.id as string
    }

    it.each(["cash", "Payme"])("a payment's refund and an order's cancellation, paid by %s", async (kind) => {
      const code = kind === "cash" ? "REFUND_AT_ORDER" : "PAYME_REFUND_IN_CABINET"
      if (kind === "Payme") {
        await world.payme.paid(world.solo)
      }
      const order = kind === "cash" ? await bread() : world.solo.orders[0]
      const payment = await paymentOf(order)
      const before = await orders.everything()
      const routes = [`/admin/payments/${payment}/refund`, `/admin/orders/${order.id}/cancel`]
      for (const route of routes) {
        expect(codeOf(await orders.operate(route, route.endsWith("refund") ? { amount: 100 } : {}))).toEqual([
          400,
          code,
        ])
      }
      expect(await orders.everything()).toBe(before)
      if (kind === "cash") {
        // Nor with the proof of a refund that has been booked.
        await orders.refund(order, { amount: 100 })
        const [{ data }] = await world.sql("select data from payment where id = ?", [payment])
        expect(data).toMatchObject({ refund_proof: null })
        expect(codeOf(await orders.operate(routes[0], { amount: 100 }))).toEqual([400, code])
        await expect(
          (
            world.getContainer().resolve("payment") as { refundPayment: (input: object) => Promise<unknown> }
          ).refundPayment({
            payment_id: payment,
            amount: 100,
          })
        ).rejects.toMatchObject({ code })
      }
    })

    it("the one payment behind a whole cart (Stripe)", async () => {
      const id = await world.payme.paid(world.solo)
      const payment = "pay_real"
      await world.sql(
        `insert into payment_collection (id, currency_code, amount, raw_amount) values ('pay_col_real', 'uzs', 5, '{"value":"5"}')`
      )
      await world.sql(
        `insert into payment_session (id, currency_code, amount, raw_amount, provider_id, data, payment_collection_id)
         values ('payses_real', 'uzs', 5, '{"value":"5"}', 'pp_system_default', '{}', 'pay_col_real')`
      )
      await world.sql(
        `insert into payment (id, amount, raw_amount, currency_code, provider_id, payment_collection_id, payment_session_id)
         values (?, 5, '{"value":"5"}', 'uzs', 'pp_system_default', 'pay_col_real', 'payses_real')`,
        [payment]
      )
      await world.sql(
        "update gateway_transaction set account = jsonb_build_object('payment_id', ?::text) where external_id = ?",
        [payment, id]
      )
      const reply = await orders.operate(`/admin/payments/${payment}/refund`, { amount: 1 })
      expect(codeOf(reply)).toEqual([400, "REFUND_AT_ORDER"])
    })
  })

  describe("through a provider's API", () => {
    const channels = {
      click: { provider: "pp_click_click", ask: jest.mocked(reverseClickPayment) },
      uzumcheckout: { provider: "pp_uzumcheckout_uzumcheckout", ask: jest.mocked(refundUzumCheckout) },
      stripe: { provider: "pp_stripe_stripe", ask: jest.mocked(refundPrepaid) },
    } as const
    type Kind = keyof typeof channels
    const KINDS = Object.keys(channels) as Kind[]

    /** The purchase of one company, as if this provider had been paid for it. */
    const paidBy = async (kind: Kind): Promise<Bought> => {
      channels[kind].ask.mockReset()
      await world.payme.paid(world.solo)
      const { provider } = channels[kind]
      await world.sql("update gateway_transaction set provider_id = ?", [provider])
      await world.sql("update company_order set paid_provider_id = ? where paid_at is not null", [provider])
      return world.solo.orders[0]
    }

    it.each(KINDS)("%s does it: booked, asked with the refund's own key", async (kind) => {
      const order = await paidBy(kind)
      channels[kind].ask.mockResolvedValue({ kind: "done" })
      const { data } = await orders.refund(order)
      expect(data.refund).toMatchObject({ status: "succeeded", method: "api", amount: order.total })
      expect(channels[kind].ask).toHaveBeenCalledTimes(1)
      expect(channels[kind].ask.mock.calls[0][1]).toMatchObject({ idempotency_key: data.refund.id })
      expect(await orders.medusa(order)).toMatchObject({
        status: "canceled",
        refunded: order.total,
        pending: 0,
      })
    })

    it.each(KINDS)(
      "%s refuses: 400 with its reason, no trace of success, and it can be tried again",
      async (kind) => {
        const order = await paidBy(kind)
        channels[kind].ask.mockResolvedValue({ kind: "refused", reason: "limit" })
        const view = await orders.view(order)
        const books = await orders.medusa(order)
        const stock = await orders.stock(world.loaf)
        const calls = [
          () => orders.refund(order, {}, "k"),
          () => orders.refund(order, {}, "k"),
          () => orders.cancel(order),
          () => orders.cancel(order),
        ]
        for (const call of calls) {
          const reply = await call()
          expect(codeOf(reply)).toEqual([400, "REFUND_REFUSED"])
          expect(reply.data.message).toContain("limit")
        }
        expect(await orders.view(order)).toMatchObject({
          status: view.status,
          refunded_total: 0,
          paid_total: order.total,
        })
        expect(await orders.medusa(order)).toEqual(books)
        expect(await orders.stock(world.loaf)).toEqual(stock)
        for (const refund of await orders.refundsOf(order)) {
          expect(refund).toMatchObject({ status: "failed", error: "limit" })
        }
        channels[kind].ask.mockResolvedValue({ kind: "done" })
        expect((await orders.cancel(order)).data.refund.status).toBe("succeeded")
      }
    )

    it("one that a provider stays silent about is closed by a person, after ten minutes and with proof", async () => {
      const order = await paidBy("click")
      channels.click.ask.mockResolvedValue({ kind: "unknown", reason: "timeout" })
      const { data } = await orders.refund(order, { restock: true })
      const path = `/admin/refunds/${data.refund.id}/complete`
      expect(codeOf(await orders.operate(path, { proof: "kabinet" }))).toEqual([400, "REFUND_NOT_DUE"])
      await world.sql("update company_refund set created_at = now() - interval '11 minutes'")
      const closed = await orders.operate(path, { proof: "kabinet" })
      expect(closed.data.refund).toMatchObject({ status: "succeeded", method: "hand", proof: "kabinet" })
      expect(await orders.medusa(order)).toMatchObject({ refunded: order.total, pending: 0 })
    })

    it.each(KINDS)(
      "%s does not answer: processing, asked again with the same key, people told after ten minutes",
      async (kind) => {
        const order = await paidBy(kind)
        channels[kind].ask.mockResolvedValue({ kind: "unknown", reason: "timeout" })
        const { data } = await orders.refund(order, { restock: true })
        expect(data.refund).toMatchObject({ status: "processing", error: "timeout" })
        expect(codeOf(await orders.refund(order, { amount: 1 }))).toEqual([400, "REFUND_TOO_MUCH"])
        const alerts = () => world.sql("select kind, reference from gateway_alert")
        await job()
        expect(await alerts()).toEqual([])
        await world.sql("update company_refund set created_at = now() - interval '11 minutes'")
        await job()
        await job()
        expect(await alerts()).toEqual([{ kind: "refund_unknown", reference: data.refund.id }])
        channels[kind].ask.mockResolvedValue({ kind: "done" })
        await job()
        await job()
        const keys = channels[kind].ask.mock.calls.map(([, { idempotency_key }]) => idempotency_key)
        expect(new Set(keys)).toEqual(new Set([data.refund.id]))
        expect(keys).toHaveLength(5)
        expect(await orders.refundsOf(order)).toMatchObject([{ status: "succeeded", is_settled: true }])
        expect(await orders.medusa(order)).toMatchObject({ refunded: order.total, refunds: 1, pending: 0 })
      }
    )

    it("an error of ours while asking is no answer either", async () => {
      const order = await paidBy("stripe")
      world.muteErrors()
      channels.stripe.ask
        .mockRejectedValueOnce(new Error("connection terminated"))
        .mockResolvedValue({ kind: "done" })
      expect((await orders.refund(order)).data.refund.status).toBe("processing")
      await job()
      expect(await orders.refundsOf(order)).toMatchObject([{ status: "succeeded" }])
      expect(channels.stripe.ask).toHaveBeenCalledTimes(2)
    })

    it("a cancelled order whose refund is refused in the end: people are told", async () => {
      const order = await paidBy("stripe")
      channels.stripe.ask.mockResolvedValueOnce({ kind: "unknown", reason: "timeout" })
      await orders.cancel(order)
      channels.stripe.ask.mockResolvedValueOnce({ kind: "refused", reason: "limit" })
      await job()
      expect(await orders.refundsOf(order)).toMatchObject([{ status: "failed", error: "limit" }])
      expect(await world.sql("select kind from gateway_alert")).toEqual([{ kind: "refund_unknown" }])
    })

    it("in part goes the same way, but at Click, which takes back whole payments only, by hand", async () => {
      const order = await paidBy("click")
      expect((await orders.refund(order, { amount: 100 })).data.refund.status).toBe("due")
      expect(channels.click.ask).not.toHaveBeenCalled()
    })

    it("at Click after its month, or without its Merchant API, is due by hand", async () => {
      const order = await paidBy("click")
      await world.sql("update gateway_transaction set perform_time = ?", [Date.now() - 70 * 86_400_000])
      expect((await orders.refund(order)).data.refund.status).toBe("due")
      expect(channels.click.ask).not.toHaveBeenCalled()
    })

    it("in part at Uzum Checkout and Stripe asks for exactly that part", async () => {
      const order = await paidBy("uzumcheckout")
      channels.uzumcheckout.ask.mockResolvedValue({ kind: "done" })
      await orders.refund(order, { amount: 1000 })
      expect(channels.uzumcheckout.ask.mock.calls[0][1]).toMatchObject({ amount_tiyin: 100_000 })
      await world.sql("update gateway_transaction set provider_id = 'pp_stripe_stripe'")
      await world.sql(
        "update company_order set paid_provider_id = 'pp_stripe_stripe' where paid_at is not null"
      )
      channels.stripe.ask.mockReset().mockResolvedValue({ kind: "done" })
      await orders.refund(order, { amount: 2000 })
      expect(channels.stripe.ask.mock.calls[0][1]).toMatchObject({ amount: 2000 })
      expect(await orders.medusa(order)).toMatchObject({ refunded: 3000, refunds: 2, pending: 0 })
    })
  })

  describe("what people have to look at", () => {
    it("is listed, and noted as done", async () => {
      await world.gateway.raiseAlert({
        kind: "refund_unknown",
        provider_id: "pp_click_click",
        reference: "r1",
      })
      const { api, market } = world
      const list = (open: boolean) => api.get(`/admin/gateway-alerts?open=${open}`, market.operator)
      const [alert] = (await list(true)).data.gateway_alerts
      const reply = await orders.operate(`/admin/gateway-alerts/${alert.id}/resolve`, {
        resolution: "tekshirildi",
      })
      expect(reply.data.gateway_alert).toMatchObject({ id: alert.id, resolution: "tekshirildi" })
      expect([(await list(true)).data.count, (await list(false)).data.count]).toEqual([0, 1])
      expect(
        (await orders.operate("/admin/gateway-alerts/galr_none/resolve", { resolution: "x" })).status
      ).toBe(404)
    })

    it("the transactions of a provider, by what is asked for", async () => {
      const id = await world.payme.paid(world.solo)
      await world.payme.created(world.pair)
      const { api, market } = world
      const list = async (query: string) =>
        (await attempt(api.get(`/admin/gateway-transactions?${query}`, market.operator))).data
      expect(await list("")).toMatchObject({ count: 2 })
      expect(await list(`external_id=${id}`)).toMatchObject({
        count: 1,
        gateway_transactions: [
          { external_id: id, state: 2, amount_tiyin: world.solo.amount, payable_status: "paid" },
        ],
      })
      expect(await list(`order_group_id=${world.pair.group_id}&state=1`)).toMatchObject({ count: 1 })
      expect(await list("state=7")).toMatchObject({ type: "invalid_data" })
    })
  })
})

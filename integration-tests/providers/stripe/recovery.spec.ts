import { MedusaContainer } from "@medusajs/framework/types"
import finishPayments from "../../../src/jobs/finish-payments"
import finishPrepaid from "../../../src/jobs/finish-prepaid"
import recoverCheckouts from "../../../src/jobs/recover-checkouts"
import { ORDER_GROUP_MODULE } from "../../../src/modules/order-group"
import { Intent } from "../../emulators/stripe"
import { breakOnce, EVERY_FAULT, Fault } from "../../support/faults"
import { attempt } from "../../support/market"
import { paidBooks, stripeSuite } from "../../support/stripe"

const HOWS = ["error", "killed"] as const

/** How a statement ends at each place: every way in CI (`FAULTS=all`), by turns in `npm test`. */
const waysOf = (points: Array<[string, Fault]>) =>
  points.flatMap(([name, fault], index) =>
    HOWS.filter((_, at) => EVERY_FAULT || at === index % 2).map((how) => [name, how, fault] as const)
  )

stripeSuite("Stripe: what a crash leaves", (world) => {
  const TOTALS = [3300, 1_110_000]
  type Service = Record<string, (...args: never[]) => Promise<unknown>>
  const service = (name: string) => world.getContainer().resolve<unknown>(name) as Service
  const run = (job: (container: MedusaContainer) => Promise<void>) => job(world.getContainer())

  /** Makes everything look as if nobody had touched it for an hour, so that the jobs may take it up. */
  async function age() {
    for (const table of ["order_group", "gateway_transaction"]) {
      await world.sql(
        `update ${table} set created_at = created_at - interval '1 hour', updated_at = now() - interval '1 hour'`
      )
    }
  }

  /** A checkout whose process dies just before its group opens: orders, stock and payable are there. */
  async function crashed() {
    const { cart_id, intent } = await world.cart()
    world.stripe.confirm(intent.id)
    const open = jest.spyOn(service(ORDER_GROUP_MODULE), "openGroup").mockResolvedValueOnce([] as never)
    await attempt(world.complete(cart_id) as never)
    open.mockRestore()
    expect((await world.books(cart_id)).groups).toEqual([expect.objectContaining({ status: "placing" })])
    return { cart_id, intent }
  }

  /** As `crashed`, but the process died before the provider's answer was written. */
  async function crashedUnwritten() {
    const purchase = await crashed()
    await world.sql("delete from gateway_transaction")
    await world.sql("delete from payment where provider_id = 'pp_stripe_stripe'")
    await world.sql(
      "update payment_session set authorized_at = null, status = 'pending' where provider_id = 'pp_stripe_stripe'"
    )
    return purchase
  }

  it("a paid checkout that never opened is finished, not taken apart", async () => {
    const { cart_id, intent } = await crashed()
    await run(recoverCheckouts)
    expect((await world.books(cart_id)).groups).toEqual([expect.objectContaining({ status: "placing" })])
    await age()
    await run(recoverCheckouts)
    expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    const before = await world.everything()
    await age()
    await run(recoverCheckouts)
    await run(finishPrepaid)
    expect((await world.complete(cart_id)).data).toMatchObject({
      type: "order",
      order_group: { status: "paid" },
    })
    expect((await world.everything()).split("\n").map((line) => line.split(" ")[1])).toEqual(
      before.split("\n").map((line) => line.split(" ")[1])
    )
  })

  it("an authorisation that was not written down is asked for again", async () => {
    const { cart_id, intent } = await crashedUnwritten()
    await age()
    await run(recoverCheckouts)
    expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
  })

  it("an unpaid checkout is taken apart, and the shopper can pay and complete again", async () => {
    const { cart_id, intent } = await crashedUnwritten()
    Object.assign(world.stripe.intents.get(intent.id)!, {
      status: "requires_payment_method",
      amount_capturable: 0,
    })
    world.muteErrors()
    await age()
    await run(recoverCheckouts)
    expect(await world.books(cart_id)).toEqual({ groups: [], orders: [] })
    expect(await world.available(world.phone)).toBe(5)
    world.stripe.confirm(intent.id)
    expect((await world.complete(cart_id)).data).toMatchObject({ type: "order" })
    expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
  })

  it("a failure after the authorisation takes the orders back, and the same payment orders again", async () => {
    const { cart_id, intent } = await world.cart()
    world.stripe.confirm(intent.id)
    world.muteErrors()
    jest
      .spyOn(service(ORDER_GROUP_MODULE), "openGroup")
      .mockRejectedValueOnce(new Error("no database") as never)
    expect((await world.complete(cart_id)).status).toBe(500)
    expect(await world.books(cart_id)).toEqual({ groups: [], orders: [] })
    expect(await world.available(world.phone)).toBe(5)
    expect(world.stripe.intents.get(intent.id)!.status).toBe("requires_capture")
    expect((await world.complete(cart_id)).data).toMatchObject({ type: "order" })
    expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
  })

  it.each(["before", "after"] as const)("a capture that broke %s it was made is made once", async (cut) => {
    const { cart_id, intent } = await world.cart()
    world.stripe.confirm(intent.id)
    world.muteErrors()
    world.stripe.fail({ path: /capture$/, cut, times: 5 })
    const { data } = await world.complete(cart_id)
    expect(data).toMatchObject({ type: "order", order_group: { status: "pending" } })
    const [order] = data.order_group.orders
    const refused = await attempt(
      world.api.post(`/admin/orders/${order.id}/cancel`, {}, world.market.operator)
    )
    expect(refused.data.code).toBe("ORDER_PAYMENT_IN_PROGRESS")
    world.stripe.mend()
    await run(finishPrepaid)
    expect((await world.books(cart_id)).groups).toEqual([expect.objectContaining({ status: "pending" })])
    await age()
    await run(finishPrepaid)
    expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    expect(world.stripe.charges.get(world.stripe.intents.get(intent.id)!.latest_charge!)).toMatchObject({
      amount_captured: 111_330_000,
    })
  })

  it("a crash between Medusa's capture row and Stripe still captures at Stripe", async () => {
    const { cart_id, intent } = await world.cart()
    world.stripe.confirm(intent.id)
    world.muteErrors()
    world.stripe.fail({ path: /capture$/, cut: "before", times: 5 })
    await world.complete(cart_id)
    world.stripe.mend()
    const [payment] = await world.sql("select id, amount from payment where provider_id = 'pp_stripe_stripe'")
    await world.sql(
      `insert into capture (id, amount, raw_amount, payment_id, created_at, updated_at)
       values ('capt_crashed', ?, ?::jsonb, ?, now(), now())`,
      [payment.amount, JSON.stringify({ value: String(payment.amount), precision: 20 }), payment.id]
    )
    await age()
    await run(finishPayments)
    expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    expect(world.stripe.intents.get(intent.id)!.status).toBe("succeeded")
    expect(world.stripe.called(new RegExp(`${intent.id}/capture`)).at(-1)!.idempotency_key).toBe(
      "capt_crashed"
    )
  })

  it("books that broke after the capture are finished by the next run", async () => {
    const { cart_id, intent } = await world.cart()
    world.stripe.confirm(intent.id)
    world.muteErrors()
    // Written down, begun, and then performed: the third never comes.
    const decide = world.gateway.decide.bind(world.gateway)
    jest
      .spyOn(world.gateway, "decide")
      .mockImplementationOnce(decide)
      .mockImplementationOnce(decide)
      .mockRejectedValueOnce(new Error("no database"))
    expect((await world.complete(cart_id)).data.type).toBe("order")
    expect((await world.books(cart_id)).groups).toEqual([expect.objectContaining({ state: 1 })])
    await age()
    await run(finishPayments)
    expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    expect(world.stripe.called(new RegExp(`${intent.id}/capture`)).length).toBe(1)
  })

  it("a payment that Stripe gave up before its capture ends the group, and the stock is free", async () => {
    const { cart_id, intent } = await world.cart()
    world.stripe.confirm(intent.id)
    world.muteErrors()
    const groups = service(ORDER_GROUP_MODULE)
    const real = groups.openGroup.bind(groups)
    jest.spyOn(groups, "openGroup").mockImplementationOnce((async (...args: never[]) => {
      world.stripe.cancel(intent.id)
      return real(...args)
    }) as never)
    const { data } = await world.complete(cart_id)
    expect(data).toMatchObject({ type: "order", order_group: { status: "canceled" } })
    expect((await world.books(cart_id)).groups).toEqual([
      expect.objectContaining({ status: "canceled", payable: "canceled", state: -1 }),
    ])
    expect(await world.available(world.phone)).toBe(5)
  })

  describe("a payment that is given up", () => {
    /** Completes a cart; something happens just before its group opens. */
    async function completing(meanwhile: (intent: Intent) => Promise<unknown>) {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      const groups = service(ORDER_GROUP_MODULE)
      const real = groups.openGroup.bind(groups)
      jest.spyOn(groups, "openGroup").mockImplementationOnce((async (...args: never[]) => {
        const opened = await real(...args)
        await meanwhile(intent)
        return opened
      }) as never)
      world.muteErrors()
      await world.complete(cart_id)
      return { cart_id, intent }
    }
    const ended = expect.objectContaining({ status: "canceled", payable: "canceled", state: -1 })

    it("Stripe can't be reached: the authorisation is let go of by a later run, never left behind", async () => {
      const { cart_id, intent } = await completing(async () => {
        await world.sql("update gateway_payable set status = 'canceled' where status = 'open'")
        world.stripe.fail({ path: /cancel$/, cut: "before", times: 5 })
      })
      expect((await world.books(cart_id)).groups).toEqual([expect.objectContaining({ state: 1 })])
      expect(world.stripe.intents.get(intent.id)!.status).toBe("requires_capture")
      world.stripe.mend()
      await age()
      await run(finishPrepaid)
      expect(world.stripe.intents.get(intent.id)!.status).toBe("canceled")
      expect((await world.books(cart_id)).groups).toEqual([ended])
      expect(await world.available(world.phone)).toBe(5)
    })

    const POINTS: Array<[string, Fault]> = [
      ["the payable", { on: "gateway_payable", when: "new.status = 'canceled'" }],
      ["an order", { on: "order", when: "new.status = 'canceled'", row: 2 }],
      ["the group", { on: "order_group", when: "new.status = 'canceled'" }],
      ["the transaction", { on: "gateway_transaction", when: "new.state = -1" }],
    ]
    it.each(waysOf(POINTS))(
      "a fault at the end of %s (%s): a later run ends the group",
      async (_, how, fault) => {
        const { cart_id } = await completing(async ({ id }) => {
          world.stripe.cancel(id)
          await breakOnce((statement) => world.sql(statement), { ...fault, how })
        })
        expect((await world.books(cart_id)).groups).toEqual([expect.objectContaining({ state: 1 })])
        await age()
        await run(finishPrepaid)
        expect((await world.books(cart_id)).groups).toEqual([ended])
        expect((await world.books(cart_id)).orders).toEqual([
          expect.objectContaining({ status: "canceled", is_paid: false }),
          expect.objectContaining({ status: "canceled", is_paid: false }),
        ])
        expect(await world.available(world.phone)).toBe(5)
      }
    )
  })

  it("a group that was closed before its money was taken gives the money back", async () => {
    for (const capture_method of ["manual", "automatic"]) {
      const { cart_id, intent } = await world.cart(undefined, { capture_method })
      world.stripe.confirm(intent.id)
      const groups = service(ORDER_GROUP_MODULE)
      const real = groups.openGroup.bind(groups)
      jest.spyOn(groups, "openGroup").mockImplementationOnce((async (...args: never[]) => {
        const opened = await real(...args)
        await world.sql("update gateway_payable set status = 'canceled' where status = 'open'")
        return opened
      }) as never)
      world.muteErrors()
      await world.complete(cart_id)
      expect((await world.books(cart_id)).groups).toEqual([
        expect.objectContaining({ status: "canceled", payable: "canceled", state: -1 }),
      ])
      const after = world.stripe.intents.get(intent.id)!
      expect(after.status).toBe(capture_method === "manual" ? "canceled" : "succeeded")
      expect(world.stripe.charges.get(after.latest_charge!)!.amount_refunded).toBe(
        capture_method === "manual" ? 0 : intent.amount
      )
      expect(await world.available(world.phone)).toBe(5)
    }
  })

  describe("a fault of the database at any write", () => {
    const real = "new.provider_id = 'pp_stripe_stripe'"
    const POINTS: Array<[string, Fault]> = [
      ["the claim", { on: "order_group", when: "new.status = 'placing'" }],
      ["an order", { on: "order", row: 2 }],
      ["a share's session", { on: "payment_session", when: "new.provider_id = 'pp_share_share'", row: 2 }],
      ["a company's order", { on: "company_order", row: 2 }],
      ["what is owed", { on: "gateway_payable" }],
      ["the transaction", { on: "gateway_transaction" }],
      ["the opening", { on: "order_group", when: "new.status = 'pending'" }],
      ["the beginning", { on: "gateway_transaction", when: "new.performing_at is not null" }],
      ["the real capture", { on: "capture" }],
      ["the time of the capture", { on: "payment", when: `${real} and new.captured_at is not null` }],
      ["a share's capture", { on: "capture", row: 3 }],
      ["a paid order", { on: "company_order", when: "new.paid_at is not null", row: 2 }],
      ["the paid group", { on: "order_group", when: "new.status = 'paid'" }],
      ["the end", { on: "gateway_transaction", when: "new.state = 2" }],
      ["the paid payable", { on: "gateway_payable", when: "new.status = 'paid'" }],
    ]

    it.each(waysOf(POINTS))(
      "%s (%s): the jobs and one more try end in one paid group",
      async (_, how, fault) => {
        const { cart_id, intent } = await world.cart()
        world.stripe.confirm(intent.id)
        world.muteErrors()
        await breakOnce((statement) => world.sql(statement), { ...fault, how })
        await attempt(world.complete(cart_id) as never)
        for (let round = 0; round < 2; round++) {
          await age()
          await run(recoverCheckouts)
          await run(finishPrepaid)
          await run(finishPayments)
        }
        expect((await world.complete(cart_id)).data).toMatchObject({ type: "order" })
        expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
        expect(await world.available(world.phone)).toBe(4)
        const charge = world.stripe.charges.get(world.stripe.intents.get(intent.id)!.latest_charge!)
        expect(charge).toMatchObject({ amount_captured: 111_330_000, amount_refunded: 0 })
      }
    )

    it("money that Medusa could not write down is let go: nothing is ordered, and the next payment orders", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      world.muteErrors()
      await breakOnce((statement) => world.sql(statement), { on: "payment", when: real })
      expect((await world.complete(cart_id)).data).toMatchObject({
        type: "cart",
        error: { type: "payment_authorization_error" },
      })
      expect(world.stripe.intents.get(intent.id)!.status).toBe("canceled")
      expect(await world.books(cart_id)).toEqual({ groups: [], orders: [] })
      const again = await world.payBy(cart_id)
      world.stripe.confirm(again.id)
      expect((await world.complete(cart_id)).data).toMatchObject({ type: "order" })
      expect(await world.books(cart_id)).toEqual(paidBooks(again, TOTALS))
    })
  })
})

import {
  updateProductVariantsWorkflow,
  updateRegionsWorkflow,
  updateShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import finishRefunds from "../../../src/jobs/finish-refunds"
import { refundPrepaid } from "../../../src/workflows/prepaid"
import { attempt } from "../../support/market"
import { paidBooks, stripeSuite } from "../../support/stripe"

stripeSuite("Stripe: money back, and other currencies", (world) => {
  const charge = (intentId: string) =>
    world.stripe.charges.get(world.stripe.intents.get(intentId)!.latest_charge!)!

  async function bought() {
    const purchase = await world.paid()
    const [row] = await world.sql("select id from gateway_transaction where external_id = ?", [
      purchase.intent.id,
    ])
    const transaction_id = row.id as string
    const refund = (amount: number, idempotency_key: string) =>
      refundPrepaid(world.getContainer(), { transaction_id, amount, idempotency_key })
    return { ...purchase, transaction_id, refund }
  }

  const refunds = () =>
    world.sql("select amount::float as amount, metadata from refund where deleted_at is null")

  it("gives a part back, and then the rest, each once per key", async () => {
    const { intent, refund } = await bought()
    expect(await refund(3300, "cref_1")).toEqual({ kind: "done" })
    expect(await refund(3300, "cref_1")).toEqual({ kind: "done" })
    expect(charge(intent.id).amount_refunded).toBe(330_000)
    expect(await refund(1_110_000, "cref_2")).toEqual({ kind: "done" })
    expect(charge(intent.id).amount_refunded).toBe(intent.amount)
    expect(await refunds()).toEqual([
      { amount: 3300, metadata: { state: "done" } },
      { amount: 1_110_000, metadata: { state: "done" } },
    ])
  })

  it("refuses more than was paid, and nothing, and leaves no trace", async () => {
    const { intent, refund } = await bought()
    for (const [index, amount] of [1_113_301, 0, -5].entries()) {
      expect(await refund(amount, `cref_${index}`)).toMatchObject({ kind: "refused" })
    }
    expect(charge(intent.id).amount_refunded).toBe(0)
    expect(await refunds()).toEqual([])
    expect(world.stripe.called(/refunds$/).filter(({ body }) => body.payment_intent === intent.id)).toEqual(
      []
    )
  })

  it("two at once don't exceed what was paid", async () => {
    const { intent, refund } = await bought()
    const outcomes = await Promise.all([1, 2, 3, 4].map((n) => refund(600_000, `cref_${n}`)))
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["done", "refused", "refused", "refused"])
    expect(charge(intent.id).amount_refunded).toBe(60_000_000)
  })

  it("twenty times the same is once", async () => {
    const { intent, refund } = await bought()
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refund(100, "cref_same")))
    expect([...new Set(outcomes.map(({ kind }) => kind))]).toEqual(["done"])
    expect(charge(intent.id).amount_refunded).toBe(10_000)
  })

  it("refuses another amount under a key that is used", async () => {
    const { intent, refund } = await bought()
    await refund(100, "cref_1")
    expect(await refund(200, "cref_1")).toMatchObject({ kind: "refused" })
    expect(charge(intent.id).amount_refunded).toBe(10_000)
  })

  it.each([
    ["before", false],
    ["after", false],
    ["after", true],
  ] as const)(
    "an answer that is lost %s the work is asked for again (keys forgotten: %s)",
    async (cut, forgotten) => {
      const { intent, refund } = await bought()
      world.stripe.fail({ path: /refunds$/, method: "POST", cut, times: 9 })
      expect(await refund(3300, "cref_lost")).toMatchObject({ kind: "unknown" })
      expect(await refunds()).toEqual([{ amount: 3300, metadata: { state: "asked" } }])
      // As long as nobody knows, the amount is held.
      expect(await refund(1_110_001, "cref_other")).toMatchObject({ kind: "refused" })
      world.stripe.mend()
      if (forgotten) {
        world.stripe.forgetKeys()
      }
      expect(await refund(3300, "cref_lost")).toEqual({ kind: "done" })
      expect(charge(intent.id).amount_refunded).toBe(330_000)
      expect(await refunds()).toEqual([{ amount: 3300, metadata: { state: "done" } }])
    }
  )

  it.each([500, 429, 401, 409])("HTTP %d says nothing of the outcome", async (status) => {
    const { refund } = await bought()
    world.stripe.fail({ path: /refunds$/, method: "POST", status, times: 9 })
    expect(await refund(3300, "cref_1")).toMatchObject({ kind: "unknown" })
    world.stripe.mend()
    expect(await refund(3300, "cref_1")).toEqual({ kind: "done" })
  })

  it("a refusal of Stripe leaves no trace of success", async () => {
    const { intent, refund } = await bought()
    world.stripe.refund(intent.id)
    expect(await refund(3300, "cref_1")).toEqual({
      kind: "refused",
      reason: expect.stringContaining("has already been refunded"),
    })
    expect(await refunds()).toEqual([])
  })

  it("a refund that Stripe has failed is a refusal", async () => {
    const { intent, refund } = await bought()
    world.stripe.fail({ path: /refunds$/, method: "POST", cut: "after", times: 9 })
    await refund(3300, "cref_1")
    world.stripe.mend()
    Object.assign([...world.stripe.refunds.values()].at(-1)!, { status: "failed" })
    expect(await refund(3300, "cref_1")).toMatchObject({ kind: "refused" })
    expect(await refunds()).toEqual([])
    void intent
  })

  it("refuses a transaction that was not paid in advance", async () => {
    const { transaction_id } = await bought()
    await world.sql("update gateway_transaction set account = '{}'")
    const refunding = { transaction_id, amount: 1, idempotency_key: "k" }
    expect(await refundPrepaid(world.getContainer(), refunding)).toMatchObject({ kind: "refused" })
  })

  describe("asked for at an order", () => {
    const ask = (orderId: string, body: object) =>
      attempt(
        world.api.post(
          `/admin/orders/${orderId}/refunds`,
          { reason: "Yaroqsiz", ...body },
          world.market.operator
        )
      )
    const standing = (orderId: string) =>
      world.sql(
        `select c.refunded_total::float as refunded,
                (select coalesce(sum(t.amount), 0)::float from order_transaction t where t.order_id = c.order_id) as booked,
                (select string_agg(r.status, ',' order by r.created_at) from company_refund r where r.order_id = c.order_id) as refunds
           from company_order c where c.order_id = ?`,
        [orderId]
      )

    it("goes back at Stripe, in part and then the rest, and the other company's order keeps its money", async () => {
      const { intent, group } = await bought()
      const [loaf, phone] = group.orders
      const part = await ask(phone.id, { amount: 10_000 })
      expect({ status: part.status, refund: part.data.refund?.status }).toEqual({
        status: 200,
        refund: "succeeded",
      })
      expect(charge(intent.id).amount_refunded).toBe(1_000_000)
      expect((await ask(phone.id, {})).data.refund.status).toBe("succeeded")
      expect(charge(intent.id).amount_refunded).toBe(111_000_000)
      expect(await standing(phone.id)).toEqual([
        { refunded: 1_110_000, booked: 0, refunds: "succeeded,succeeded" },
      ])
      expect(await standing(loaf.id)).toEqual([{ refunded: 0, booked: 3300, refunds: null }])
      await world.tell("charge.refunded", intent.id)
      expect(await world.alerts()).toEqual([])
    })

    it("is processing while Stripe's answer is missing, and then succeeds once", async () => {
      const { intent, group } = await bought()
      const [, phone] = group.orders
      world.muteErrors()
      world.stripe.fail({ path: /refunds$/, method: "POST", cut: "after", times: 9 })
      expect((await ask(phone.id, { amount: 10_000 })).data.refund.status).toBe("processing")
      world.stripe.mend()
      await world.sql(
        "update company_refund set updated_at = now() - interval '1 day', created_at = now() - interval '1 day'"
      )
      await finishRefunds(world.getContainer())
      expect(await standing(phone.id)).toEqual([
        { refunded: 10_000, booked: 1_100_000, refunds: "succeeded" },
      ])
      expect(charge(intent.id).amount_refunded).toBe(1_000_000)
    })

    it("leaves no trace of success when Stripe refuses", async () => {
      const { intent, group } = await bought()
      const [, phone] = group.orders
      world.stripe.refund(intent.id)
      const { status, data } = await ask(phone.id, { amount: 10_000 })
      expect({ status, code: data.code }).toEqual({ status: 400, code: "REFUND_REFUSED" })
      expect(await standing(phone.id)).toEqual([
        expect.objectContaining({ refunded: 0, booked: 1_110_000, refunds: "failed" }),
      ])
      expect(await refunds()).toEqual([])
    })
  })

  describe("what happens in Stripe's dashboard", () => {
    it("is told to people; our own refunds are not", async () => {
      const { intent, refund } = await bought()
      await refund(3300, "cref_1")
      expect((await world.tell("charge.refunded", intent.id)).body.outcome).toBe("noted")
      expect(await world.alerts()).toEqual([])
      world.stripe.refund(intent.id, 100)
      await world.tell("charge.refunded", intent.id)
      await world.tell("charge.refunded", intent.id)
      expect(await world.alerts()).toEqual([expect.objectContaining({ kind: "refund_at_provider" })])
    })

    it("a dispute is told, once", async () => {
      const { intent } = await bought()
      world.stripe.dispute(intent.id)
      const event = world.stripe.event("charge.dispute.created", intent.id)
      await world.send(event)
      await world.send(event)
      expect(await world.alerts()).toEqual([
        expect.objectContaining({ kind: "dispute", data: expect.objectContaining({ reason: "fraudulent" }) }),
      ])
    })

    it("somebody else's payment in the same account is none of ours", async () => {
      const { intent } = await bought()
      world.stripe.dispute(intent.id)
      const event = structuredClone(world.stripe.event("charge.dispute.created", intent.id))
      event.data.object.payment_intent = "pi_foreign"
      expect((await world.send(event)).body.outcome).toBe("noted")
      expect(await world.alerts()).toEqual([])
    })
  })

  describe("in dollars", () => {
    const cents = { loaf: 1.99, phone: 1249.05, delivery: 0.33 }

    beforeEach(async () => {
      const container = world.getContainer()
      await container
        .resolve(Modules.STORE)
        .updateStores((await container.resolve(Modules.STORE).listStores())[0].id, {
          supported_currencies: [{ currency_code: "uzs", is_default: true }, { currency_code: "usd" }],
        })
      await updateRegionsWorkflow(container).run({
        input: { selector: { id: world.market.region_id }, update: { currency_code: "usd" } },
      })
      for (const [listing, amount] of [
        [world.loaf, cents.loaf],
        [world.phone, cents.phone],
      ] as const) {
        await updateProductVariantsWorkflow(container).run({
          input: {
            product_variants: [{ id: listing.variant_id, prices: [{ currency_code: "usd", amount }] }],
          },
        })
      }
      const options = await container.resolve(Modules.FULFILLMENT).listShippingOptions({})
      await updateShippingOptionsWorkflow(container).run({
        input: options.map(({ id, data }) => ({ id, data: { ...data, prices: { usd: cents.delivery } } })),
      })
    })

    it("each order gets its share to the last cent, and each cent can go back", async () => {
      const { cart_id, intent } = await world.cart([
        { variant_id: world.loaf.variant_id, quantity: 3 },
        { variant_id: world.phone.variant_id },
      ])
      expect(intent).toMatchObject({ currency: "usd", amount: 597 + 124_905 + 66 })
      world.stripe.confirm(intent.id)
      await world.complete(cart_id)
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, [6.3, 1249.38]))
      const [{ id }] = await world.sql("select id from gateway_transaction where external_id = ?", [
        intent.id,
      ])
      const refund = (amount: number, idempotency_key: string) =>
        refundPrepaid(world.getContainer(), { transaction_id: id as string, amount, idempotency_key })
      expect(await refund(0.01, "cref_cent")).toEqual({ kind: "done" })
      expect(charge(intent.id).amount_refunded).toBe(1)
      expect(await refund(1255.67, "cref_rest")).toEqual({ kind: "done" })
      expect(charge(intent.id).amount_refunded).toBe(intent.amount)
      expect(await refund(0.01, "cref_more")).toMatchObject({ kind: "refused" })
    })
  })
})

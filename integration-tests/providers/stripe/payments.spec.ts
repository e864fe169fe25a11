import fc from "fast-check"
import { Modules } from "@medusajs/framework/utils"
import { attempt, choosePayment } from "../../support/market"
import { paidBooks, STRIPE, stripeSuite } from "../../support/stripe"

stripeSuite("Stripe: a payment for a whole cart", (world) => {
  const TOTALS = [3300, 1_110_000]

  /** Nothing of an order is there, and the goods are free. */
  async function expectNothingMade(cart_id: string) {
    expect(await world.books(cart_id)).toEqual({ groups: [], orders: [] })
    expect(await world.available(world.phone)).toBe(5)
    const [rows] = await world.sql(
      `select (select count(*)::int from "order") as orders, (select count(*)::int from reservation_item) as reserved,
              (select count(*)::int from gateway_payable) as payables,
              (select completed_at from cart where id = ?) as completed_at`,
      [cart_id]
    )
    expect(rows).toEqual({ orders: 0, reserved: 0, payables: 0, completed_at: null })
  }

  describe("paid, then completed", () => {
    it("pays two companies' orders with one PaymentIntent", async () => {
      const { cart_id, intent } = await world.cart()
      expect(intent).toMatchObject({ amount: 111_330_000, currency: "uzs", capture_method: "manual" })
      world.stripe.confirm(intent.id)
      const { status, data } = await world.complete(cart_id)
      expect({ status, type: data.type, group: data.order_group?.status }).toEqual({
        status: 200,
        type: "order",
        group: "paid",
      })
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
      expect(world.stripe.intents.get(intent.id)).toMatchObject({
        status: "succeeded",
        amount_received: 111_330_000,
      })
      expect(await world.available(world.phone)).toBe(4)
      expect(await world.alerts()).toEqual([])
    })

    it("gives the order of a single company its share as well, and Medusa's totals are right", async () => {
      const { cart_id, intent } = await world.cart([{ variant_id: world.loaf.variant_id, quantity: 3 }])
      world.stripe.confirm(intent.id)
      const { data } = await world.complete(cart_id)
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, [9900]))
      const { data: admin } = await world.api.get(
        `/admin/orders/${data.order.id}?fields=payment_status,total,summary.*`,
        world.market.operator
      )
      expect(admin.order).toMatchObject({ payment_status: "captured", total: 9900 })
      expect(admin.order.summary).toMatchObject({ paid_total: 9900, pending_difference: 0 })
    })

    it("takes money that Stripe has captured by itself", async () => {
      const { cart_id, intent } = await world.cart(undefined, { capture_method: "automatic" })
      world.stripe.confirm(intent.id)
      expect(world.stripe.intents.get(intent.id)!.status).toBe("succeeded")
      await world.complete(cart_id)
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
      expect(world.stripe.called(/capture$/).filter(({ path }) => path.includes(intent.id))).toEqual([])
    })

    it("charges whole so'm when a discount leaves a part of one", async () => {
      await world.api.post(
        "/admin/promotions",
        {
          code: "BAHOR",
          type: "standard",
          status: "active",
          application_method: { type: "percentage", target_type: "items", allocation: "across", value: 7.77 },
        },
        world.market.operator
      )
      const { cart_id } = await world.cart()
      await world.api.post(`/store/carts/${cart_id}`, { promo_codes: ["BAHOR"] }, world.shopper)
      const intent = await world.payBy(cart_id)
      expect(intent.amount % 100).toBe(0)
      world.stripe.confirm(intent.id)
      const { data } = await world.complete(cart_id)
      expect(data.order_group.total * 100).toBe(intent.amount)
      const { groups } = await world.books(cart_id)
      expect(groups).toEqual([expect.objectContaining({ status: "paid", amount_tiyin: intent.amount })])
    })
  })

  describe("not paid", () => {
    it("answers with the cart when the card is declined, and the same payment succeeds with another", async () => {
      const { cart_id, intent } = await world.cart()
      world.muteErrors()
      expect(() => world.stripe.confirm(intent.id, "pm_card_chargeDeclined")).toThrow("declined")
      const { status, data } = await world.complete(cart_id)
      expect(status).toBe(200)
      expect(data).toMatchObject({
        type: "cart",
        cart: { id: cart_id },
        error: { type: "payment_authorization_error", message: "Payment authorization failed" },
      })
      await expectNothingMade(cart_id)
      world.stripe.confirm(intent.id)
      expect((await world.complete(cart_id)).data).toMatchObject({ type: "order" })
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    })

    it("asks for more while the shopper's bank does", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id, "pm_card_authenticationRequired")
      const { status, data } = await world.complete(cart_id)
      expect(status).toBe(200)
      expect(data).toMatchObject({
        type: "cart",
        error: { type: "payment_requires_more_error", message: "More information is required for payment" },
      })
      const { data: read } = await world.api.get(
        `/store/carts/${cart_id}?fields=id,*payment_collection.payment_sessions`,
        world.shopper
      )
      expect(read.cart.payment_collection.payment_sessions[0]).toMatchObject({
        status: "requires_more",
        data: { next_action: { type: "redirect_to_url" } },
      })
      await expectNothingMade(cart_id)
      world.stripe.confirm(intent.id)
      expect((await world.complete(cart_id)).data).toMatchObject({ type: "order" })
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    })

    it("answers with the cart while nothing has been paid, or Stripe can't be reached", async () => {
      const { cart_id, intent } = await world.cart()
      world.muteErrors()
      const error = { type: "payment_authorization_error" }
      expect((await world.complete(cart_id)).data).toMatchObject({ type: "cart", error })
      world.stripe.confirm(intent.id)
      world.stripe.fail({ path: /payment_intents/, method: "GET", cut: "before", times: 5 })
      expect((await world.complete(cart_id)).data).toMatchObject({ type: "cart", error })
      await expectNothingMade(cart_id)
      world.stripe.mend()
      expect((await world.complete(cart_id)).data).toMatchObject({ type: "order" })
    })

    it("refuses a payment of another amount", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      world.stripe.intents.get(intent.id)!.amount_capturable -= 1
      const { status, data } = await world.complete(cart_id)
      expect({ status, code: data.code }).toEqual({ status: 400, code: "CHECKOUT_AMOUNT_CHANGED" })
      await expectNothingMade(cart_id)
      expect(world.stripe.intents.get(intent.id)!.status).toBe("requires_capture")
    })

    it("refuses another payment that a shopper's own data names", async () => {
      const other = await world.cart([{ variant_id: world.phone.variant_id, quantity: 2 }])
      world.stripe.confirm(other.intent.id)
      // A fault of Stripe leaves a session without data of its own; then what the shopper sent stays.
      world.muteErrors()
      world.stripe.fail({ path: /payment_intents$/, method: "POST", status: 500, times: 9 })
      const { cart_id } = await world.cart([{ variant_id: world.phone.variant_id, quantity: 2 }], {
        id: other.intent.id,
        currency: "uzs",
      })
      world.stripe.mend()
      const { status, data } = await world.complete(cart_id)
      expect({ status, code: data.code }).toEqual({ status: 400, code: "CHECKOUT_AMOUNT_CHANGED" })
      await expectNothingMade(cart_id)
    })

    it("starts again when the cart has changed: the old payment is cancelled at Stripe", async () => {
      const { cart_id, intent } = await world.cart([{ variant_id: world.loaf.variant_id }])
      world.stripe.confirm(intent.id)
      await world.api.post(
        `/store/carts/${cart_id}/line-items`,
        { variant_id: world.loaf.variant_id, quantity: 1 },
        world.shopper
      )
      expect(world.stripe.intents.get(intent.id)!.status).toBe("canceled")
      expect((await world.complete(cart_id)).status).toBe(400)
      await expectNothingMade(cart_id)
      const again = await world.payBy(cart_id)
      world.stripe.confirm(again.id)
      await world.complete(cart_id)
      expect(await world.books(cart_id)).toEqual(paidBooks(again, [6600]))
    })
  })

  describe("the webhook", () => {
    it("completes a paid cart before the storefront does", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      expect(await world.tell("payment_intent.amount_capturable_updated", intent.id)).toEqual({
        status: 200,
        body: { received: true, outcome: "settled" },
      })
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
      const before = await world.everything()
      const { data } = await world.complete(cart_id)
      expect(data).toMatchObject({ type: "order", order_group: { status: "paid" } })
      expect(await world.everything()).toBe(before)
    })

    it("makes one group, whoever comes first: twenty at once", async () => {
      for (const data of [undefined, { capture_method: "automatic" }]) {
        const { cart_id, intent } = await world.cart(undefined, data)
        world.stripe.confirm(intent.id)
        const type = data ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated"
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, turn) =>
            turn % 2 ? world.tell(type, intent.id) : world.complete(cart_id)
          )
        )
        expect([...new Set(answers.map(({ status }) => status))]).toEqual([200])
        expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
      }
      const [{ orders }] = await world.sql(`select count(*)::int as orders from "order"`)
      expect(orders).toBe(4)
    }, 240_000)

    it("leaves nothing to Medusa's own handler", async () => {
      const container = world.getContainer()
      const emit = jest.spyOn(container.resolve(Modules.EVENT_BUS), "emit")
      const run = jest.spyOn(container.resolve(Modules.WORKFLOW_ENGINE), "run")
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      await world.tell("payment_intent.amount_capturable_updated", intent.id)
      await world.tell("payment_intent.succeeded", intent.id)
      const told = emit.mock.calls
        .flatMap(([events]) => events)
        .map((event) => (event as { name: string }).name)
      expect(told).toContain("order-group.paid")
      expect(told).not.toContain("payment.webhook_received")
      const flows = run.mock.calls.map(([workflow]) => String(workflow))
      // What does run through the engine is seen; Medusa's handler would be.
      expect(flows).toContain("create-payment-collection-for-cart")
      expect(flows.filter((name) => /process-payment|^complete-cart/.test(name))).toEqual([])
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    })

    it("does nothing for a wrong signature", async () => {
      const { intent } = await world.cart()
      world.stripe.confirm(intent.id)
      world.muteErrors()
      const before = await world.everything()
      const event = world.stripe.event("payment_intent.amount_capturable_updated", intent.id)
      const body = JSON.stringify(event)
      const old = Math.floor(Date.now() / 1000) - 3600
      for (const signature of ["", "t=1,v1=00", world.sign(`${body} `), world.sign(body, old), "garbage"]) {
        const { status, body: answer } = await world.send(event, { "stripe-signature": signature })
        expect({ status, code: answer.code }).toEqual({ status: 400, code: "PAYMENT_EVENT_REFUSED" })
      }
      expect(await world.everything()).toBe(before)
    })

    it("never breaks and never acts on what it can't trust: mutated calls and signed nonsense", async () => {
      const { intent } = await world.cart()
      world.stripe.confirm(intent.id)
      world.muteErrors()
      const before = await world.everything()
      const valid = JSON.stringify(world.stripe.event("payment_intent.amount_capturable_updated", intent.id))
      const post = async (body: string, signature: string) => {
        const headers = { "content-type": "application/json", "stripe-signature": signature }
        return (await fetch(world.webhookUrl, { method: "POST", headers, body })).status
      }
      const mutated = fc.tuple(fc.nat(valid.length - 1), fc.string({ minLength: 1, maxLength: 4 }))
      await fc.assert(
        fc.asyncProperty(mutated, async ([at, text]) => {
          const body = valid.slice(0, at) + text + valid.slice(at + text.length)
          fc.pre(body !== valid)
          expect(await post(body, world.sign(valid))).toBe(400)
        }),
        { numRuns: 60 }
      )
      const object = fc.dictionary(
        fc.constantFrom("id", "metadata", "currency", "payment_intent"),
        fc.anything()
      )
      const nonsense = fc.record({ id: fc.string(), type: fc.string(), data: fc.record({ object }) })
      await fc.assert(
        fc.asyncProperty(fc.oneof(nonsense, fc.jsonValue()), async (event) => {
          const body = JSON.stringify(event) ?? ""
          expect(await post(body, world.sign(body))).toBeLessThan(500)
        }),
        { numRuns: 60 }
      )
      expect(await world.everything()).toBe(before)
    })

    it.each(["payme_payme", "share_share", "cash_cash", "system_default", "nobody_nobody", "stripe"])(
      "does not exist for %s",
      async (provider) => {
        const url = world.webhookUrl.replace("stripe_stripe", provider)
        const response = await fetch(url, { method: "POST", body: "{}" })
        expect(response.status).toBe(404)
      }
    )

    it("notes other events", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id, "pm_card_authenticationRequired")
      const before = await world.everything()
      for (const type of ["payment_intent.created", "payment_intent.requires_action"]) {
        expect(await world.tell(type, intent.id)).toEqual({
          status: 200,
          body: { received: true, outcome: "noted" },
        })
      }
      const foreign = { ...intent, id: "pi_foreign", metadata: {} }
      const event = {
        ...world.stripe.event("payment_intent.created", intent.id),
        type: "payment_intent.succeeded",
      }
      expect((await world.send({ ...event, data: { object: foreign } })).body.outcome).toBe("noted")
      expect(await world.everything()).toBe(before)
      await expectNothingMade(cart_id)
    })

    it("wants to be told again when Stripe can't be asked, and orders then", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      world.muteErrors()
      world.stripe.fail({ path: /payment_intents/, method: "GET", cut: "before", times: 5 })
      const { status, body } = await world.tell("payment_intent.amount_capturable_updated", intent.id)
      expect({ status, code: body.code }).toEqual({ status: 422, code: "CHECKOUT_PROVIDER_UNREACHED" })
      await expectNothingMade(cart_id)
      world.stripe.mend()
      await world.tell("payment_intent.amount_capturable_updated", intent.id)
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    })

    it("raises an alert when a paid cart can't be ordered, and orders it once it can", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      const level =
        "update inventory_level set stocked_quantity = ?, raw_stocked_quantity = ?::jsonb where inventory_item_id = ?"
      const stock = (n: number) =>
        world.sql(level, [
          n,
          JSON.stringify({ value: String(n), precision: 20 }),
          world.phone.inventory_item_id,
        ])
      await stock(0)
      for (let told = 0; told < 2; told++) {
        const { status, body } = await world.tell("payment_intent.amount_capturable_updated", intent.id)
        expect({ status, code: body.code }).toEqual({ status: 400, code: "CHECKOUT_OUT_OF_STOCK" })
      }
      expect(await world.alerts()).toEqual([expect.objectContaining({ kind: "payment_without_order" })])
      expect((await world.books(cart_id)).groups).toEqual([])
      await stock(5)
      expect((await world.tell("payment_intent.amount_capturable_updated", intent.id)).status).toBe(200)
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    })
  })

  describe("what every provider owes", () => {
    it("repeat: a told event and a completed cart change nothing", async () => {
      const { cart_id, intent } = await world.paid()
      const before = await world.everything()
      for (const type of ["payment_intent.amount_capturable_updated", "payment_intent.succeeded"]) {
        expect((await world.tell(type, intent.id)).body.outcome).toBe("settled")
        expect((await world.tell(type, intent.id)).body.outcome).toBe("settled")
      }
      expect((await world.complete(cart_id)).data.type).toBe("order")
      expect(await world.everything()).toBe(before)
      expect(world.stripe.called(new RegExp(`${intent.id}/capture`)).length).toBe(1)
    })

    it("reorder: success told before the authorisation, and a failure told late", async () => {
      const { cart_id, intent } = await world.cart(undefined, { capture_method: "automatic" })
      world.muteErrors()
      expect(() => world.stripe.confirm(intent.id, "pm_card_chargeDeclined")).toThrow()
      world.stripe.confirm(intent.id)
      expect((await world.tell("payment_intent.succeeded", intent.id)).body.outcome).toBe("settled")
      const before = await world.everything()
      const late = { ...world.stripe.event("payment_intent.succeeded", intent.id) }
      late.type = "payment_intent.amount_capturable_updated"
      late.data.object = { ...late.data.object, amount_capturable: intent.amount }
      expect((await world.send(late)).body.outcome).toBe("settled")
      for (const type of ["payment_intent.payment_failed", "payment_intent.created"]) {
        expect((await world.tell(type, intent.id)).body.outcome).toBe("noted")
      }
      expect(await world.everything()).toBe(before)
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    })

    it("wrong amount: a signed event of another amount is refused", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      const event = structuredClone(world.stripe.event("payment_intent.amount_capturable_updated", intent.id))
      event.data.object.amount_capturable = 100
      const { status, body } = await world.send(event)
      expect({ status, code: body.code }).toEqual({ status: 400, code: "CHECKOUT_AMOUNT_CHANGED" })
      await expectNothingMade(cart_id)
    })

    it("cancelled: a payment that Stripe has cancelled orders nothing, however late it is told of", async () => {
      const { cart_id, intent } = await world.cart()
      world.stripe.confirm(intent.id)
      const authorised = world.stripe.event("payment_intent.amount_capturable_updated", intent.id)
      world.stripe.cancel(intent.id)
      world.muteErrors()
      expect((await world.tell("payment_intent.canceled", intent.id)).body.outcome).toBe("noted")
      expect((await world.send(authorised)).body.outcome).toBe("unpaid")
      expect((await world.complete(cart_id)).status).not.toBe(500)
      await expectNothingMade(cart_id)
    })

    it("second provider: an order paid at Stripe takes no other payment", async () => {
      const { cart_id, intent } = await world.paid()
      const before = await world.everything()
      const refused = await attempt(choosePayment(world.api, world.shopper, cart_id) as never)
      expect(refused.data).toMatchObject({ code: "CHECKOUT_ALREADY_PLACED" })
      expect(await world.everything()).toBe(before)
      expect(world.stripe.intents.get(intent.id)!.status).toBe("succeeded")
    })

    it("an operator can't capture or refund the group's one payment past its orders", async () => {
      const { intent } = await world.paid()
      const [{ id }] = await world.sql("select id from payment where provider_id = ?", [STRIPE])
      for (const [verb, code] of [
        ["capture", "PAYMENT_OF_GROUP"],
        ["refund", "REFUND_AT_ORDER"],
      ]) {
        const refused = await attempt(
          world.api.post(`/admin/payments/${id as string}/${verb}`, {}, world.market.operator)
        )
        expect({ status: refused.status, code: refused.data.code }).toEqual({
          status: 400,
          code,
        })
      }
      expect(
        world.stripe.charges.get(world.stripe.intents.get(intent.id)!.latest_charge!)!.amount_refunded
      ).toBe(0)
    })

    it("second provider: nobody chooses another one once Stripe has captured the money", async () => {
      const { cart_id, intent } = await world.cart(undefined, { capture_method: "automatic" })
      world.stripe.confirm(intent.id)
      world.muteErrors()
      const refused = await attempt(choosePayment(world.api, world.shopper, cart_id) as never)
      expect(refused.status).toBeGreaterThanOrEqual(400)
      await world.complete(cart_id)
      expect(await world.books(cart_id)).toEqual(paidBooks(intent, TOTALS))
    })

    it("second provider: a cart ordered at Payme takes no late money of Stripe, and somebody hears of it", async () => {
      const { cart_id, intent } = await world.cart(undefined, { capture_method: "automatic" })
      world.stripe.confirm(intent.id)
      const [{ id }] = await world.sql(
        "select payment_collection_id as id from cart_payment_collection where cart_id = ?",
        [cart_id]
      )
      await world
        .getContainer()
        .resolve(Modules.PAYMENT)
        .createPaymentSession(id as string, {
          provider_id: "pp_payme_payme",
          currency_code: "uzs",
          amount: 1_113_300,
          data: {},
        })
      const { data } = await world.complete(cart_id)
      expect(data.order_group).toMatchObject({ status: "pending", payment_provider_id: "pp_payme_payme" })
      const before = await world.everything()
      expect((await world.tell("payment_intent.succeeded", intent.id)).status).toBe(200)
      expect(await world.everything()).toBe(before)
      expect(await world.alerts()).toEqual([expect.objectContaining({ kind: "double_payment" })])
    })
  })

  it("is offered by the region", async () => {
    const { data } = await world.api.get(
      `/store/payment-providers?region_id=${world.market.region_id}`,
      world.shopper
    )
    const ids = data.payment_providers.map(({ id }: { id: string }) => id)
    expect(ids).toContain(STRIPE)
    expect(ids).not.toContain("pp_share_share")
  })
})

import { Modules } from "@medusajs/framework/utils"
import finishPayments from "../../../src/jobs/finish-payments"
import { ClickMerchantApi } from "../../../src/providers/click/client"
import { reverseClickPayment, settleClickAlerts, submitFiscal } from "../../../src/workflows/click"
import { ClickEmulator, ClickReply, Fields, nextClickId } from "../../emulators/click"
import { attempt } from "../../support/market"
import { CLICK_PROVIDER, clickSuite, paymentOf, Prepared } from "../../support/click"
import { paidBooks, Purchase, unpaidBooks } from "../../support/payme"

/**
 * What Complete does to the money (4.2, from C-19 on), what the Merchant API gives back and is told (4.3), and the
 * shopper's way through Click's page. The numbers begin the names.
 */
clickSuite("Click: the money", (world) => {
  const { click } = world

  const code = ({ status, error }: ClickReply) => [status, error]
  const answered = (error: number) => [200, error]
  const FAILED: Fields = { error: -5017, error_note: "Insufficient funds" }

  /** Runs calls and checks that they stored nothing. */
  async function unchanged<T>(calls: () => Promise<T>): Promise<T> {
    const before = await world.everything()
    const answers = await calls()
    expect(await world.everything()).toBe(before)
    return answers
  }

  /** The job, two minutes later. */
  const settle = async () => {
    await world.ageAlerts()
    return settleClickAlerts(world.getContainer(), Date.now())
  }

  const paydocOf = ({ fields }: Prepared) => String(fields.click_paydoc_id)

  describe("Complete", () => {
    it("C-19 books the money once; what each company gets adds up to what Click was told", async () => {
      const prepared = await world.prepared(world.pair)
      const reply = await world.complete(prepared)
      expect(reply.text).toBe(
        `{"click_trans_id":${prepared.fields.click_trans_id},"merchant_trans_id":"${world.pair.reference}",` +
          `"merchant_confirm_id":${prepared.id},"error":0,"error_note":"Success"}`
      )
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(world.pair.orders.reduce((sum, { total }) => sum + total * 100, 0)).toBe(world.pair.amount)
      const orders = await world.sql(
        "select distinct paid_provider_id as provider, paid_at is not null as is_paid from company_order where group_id = ?",
        [world.pair.group_id]
      )
      expect(orders).toEqual([{ provider: CLICK_PROVIDER, is_paid: true }])
      expect(await world.attempts(world.pair)).toEqual([{ id: prepared.id, state: 2 }])
      expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
    })

    it("C-20 the identical call again: -4, nothing changes", async () => {
      const prepared = await world.paid(world.solo)
      expect(code(await unchanged(() => world.complete(prepared)))).toEqual(answered(-4))
      expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
    })

    it("C-21 again with a new click_trans_id: -4, nothing changes", async () => {
      const prepared = await world.paid(world.solo)
      const again = { click_trans_id: nextClickId() }
      expect(code(await unchanged(() => world.complete(prepared, again)))).toEqual(answered(-4))
    })

    it("C-22 two calls in parallel: one 0, one -4, one capture", async () => {
      const prepared = await world.prepared(world.pair)
      const answers = await Promise.all([world.complete(prepared), world.complete(prepared)])
      expect(answers.map(({ error }) => error).sort()).toEqual([-4, 0])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("C-23 another amount: -2, it stays prepared", async () => {
      const prepared = await world.prepared(world.solo)
      const sums = world.solo.amount / 100
      for (const amount of [String(sums - 1), String(sums + 0.01), "0", "abc", `-${sums}`]) {
        expect(code(await unchanged(() => world.complete(prepared, { amount })))).toEqual(answered(-2))
      }
      expect(code(await world.complete(prepared))).toEqual(answered(0))
    })

    it("C-24 an unknown prepare id: -6", async () => {
      const prepared = await world.prepared(world.solo)
      for (const id of [999_999_999, 2_147_483_647]) {
        expect(code(await unchanged(() => world.complete({ ...prepared, id })))).toEqual(answered(-6))
      }
    })

    it("C-25 the prepare id of another order: -6", async () => {
      const [solo, pair] = [await world.prepared(world.solo), await world.prepared(world.pair)]
      const crossed = { fields: solo.fields, id: pair.id }
      expect(code(await unchanged(() => world.complete(crossed)))).toEqual(answered(-6))
      // Also when Click's own id is the one of the other order's attempt.
      const { click_trans_id } = pair.fields
      expect(code(await unchanged(() => world.complete(crossed, { click_trans_id })))).toEqual(answered(-6))
    })

    it("C-26 a prepare id that is no number: -6", async () => {
      const { fields } = await world.prepared(world.solo)
      for (const id of ["abc", "1.5", "-1", "1e3", "99999999999999999999", "0"]) {
        const call = click.completeFields(fields, id)
        expect(code(await unchanged(() => click.send(call)))).toEqual(answered(-6))
      }
    })

    it("a Complete for an order that nobody knows: -5", async () => {
      const prepared = await world.prepared(world.solo)
      expect(code(await world.complete(prepared, { merchant_trans_id: "404" }))).toEqual(answered(-5))
    })

    it("C-27 to C-30 a failed payment: -9, -9 again, -9 for a late success; the order can be paid anew", async () => {
      const prepared = await world.prepared(world.solo)
      expect(code(await world.complete(prepared, FAILED))).toEqual(answered(-9))
      expect(await world.attempts(world.solo)).toEqual([{ id: prepared.id, state: -1 }])
      const [row] = await world.sql("select reason::int, details from gateway_transaction")
      expect(row).toMatchObject({
        reason: -5017,
        details: { error: -5017, error_note: "Insufficient funds" },
      })
      expect(code(await unchanged(() => world.complete(prepared, FAILED)))).toEqual(answered(-9))
      expect(code(await unchanged(() => world.complete(prepared)))).toEqual(answered(-9))
      expect(code(await unchanged(() => click.send(prepared.fields)))).toEqual(answered(-9))
      expect(await world.alerts()).toEqual([])
      const next = await world.paid(world.solo)
      expect(next.id).not.toBe(prepared.id)
      expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
    })

    it.each([-9, -4] as const)(
      "C-31 a cancellation of a confirmed payment: %s by setting; the order stays paid, one alert",
      async (cancel_confirmed_code) => {
        world.setClick({ cancel_confirmed_code })
        const prepared = await world.paid(world.solo)
        for (const change of [FAILED, { ...FAILED, click_trans_id: nextClickId() }]) {
          expect(code(await world.complete(prepared, change))).toEqual(answered(cancel_confirmed_code))
        }
        expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
        expect(await world.attempts(world.solo)).toEqual([{ id: prepared.id, state: 2 }])
        expect(await world.alerts()).toMatchObject([
          { kind: "cancel_after_confirm", paydoc: paydocOf(prepared), is_resolved: false },
        ])
      }
    )

    it("C-32 two attempts, both debited: 0, then -4 and an alert with the second payment's id", async () => {
      const [one, two] = [await world.prepared(world.solo), await world.prepared(world.solo)]
      expect(code(await world.complete(one))).toEqual(answered(0))
      expect(code(await world.complete(two))).toEqual(answered(-4))
      expect(await world.attempts(world.solo)).toEqual([
        { id: one.id, state: 2 },
        { id: two.id, state: -1 },
      ])
      expect(await world.alerts()).toMatchObject([{ kind: "double_payment", paydoc: paydocOf(two) }])
      expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
    })

    it("C-32 one payment under two attempt ids is no double payment: -4, no alert", async () => {
      const one = await world.prepared(world.solo)
      const two = await world.prepared(world.solo, { click_paydoc_id: paydocOf(one) })
      expect(code(await world.complete(one))).toEqual(answered(0))
      expect(code(await world.complete(two))).toEqual(answered(-4))
      expect(await world.alerts()).toEqual([])
    })

    it("C-32 an alert that a crash swallowed is raised when Click asks again", async () => {
      const [one, two] = [await world.prepared(world.solo), await world.prepared(world.solo)]
      await world.complete(one)
      world.muteErrors()
      jest.spyOn(world.gateway, "raiseAlert").mockRejectedValueOnce(new Error("killed"))
      expect(code(await world.complete(two))).toEqual(answered(-7))
      expect(await world.alerts()).toEqual([])
      expect(code(await world.complete(two))).toEqual(answered(-9))
      expect(await world.alerts()).toMatchObject([{ kind: "double_payment", paydoc: paydocOf(two) }])
    })

    it("C-33 Payme was faster: -4, alert, one payment in the books", async () => {
      const prepared = await world.prepared(world.solo)
      await world.payme.paid(world.solo)
      expect(code(await world.complete(prepared))).toEqual(answered(-4))
      expect(await world.alerts()).toMatchObject([{ kind: "double_payment", paydoc: paydocOf(prepared) }])
      expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
    })

    it("C-33 the other way round: Payme is refused when Click was faster", async () => {
      const id = await world.payme.created(world.solo)
      await world.paid(world.solo)
      expect((await world.payme.perform(id)).error?.code).toBe(-31008)
      expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
    })

    it("C-33 Payme and Click in the same moment: exactly one of them is told yes", async () => {
      const id = await world.payme.created(world.pair)
      const prepared = await world.prepared(world.pair)
      const [payme, byClick] = await Promise.all([world.payme.perform(id), world.complete(prepared)])
      expect([payme.result?.state === 2, byClick.error === 0].filter(Boolean)).toHaveLength(1)
      expect(byClick.error === 0 || byClick.error === -4).toBe(true)
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("C-34 nobody can edit the order while it waits, so the prepared amount is the one that is owed", async () => {
      const prepared = await world.prepared(world.solo)
      const [{ id: order_id }] = world.solo.orders
      const { operator } = world.market
      const edit = await attempt(world.api.post("/admin/order-edits", { order_id }, operator))
      expect([edit.status, edit.data.code]).toEqual([400, "ORDER_AWAITS_PAYMENT"])
      const item = { variant_id: world.loaf.variant_id, quantity: 1 }
      const line = await attempt(
        world.api.post(`/store/carts/${world.solo.cart_id}/line-items`, item, world.shopper)
      )
      expect(line.status).toBeGreaterThanOrEqual(400)
      expect(code(await world.complete(prepared))).toEqual(answered(0))
    })

    it("an order that the operator cancelled after Prepare: -9, nothing booked, an alert for the money", async () => {
      const prepared = await world.prepared(world.pair)
      await world.api.post(`/admin/orders/${world.pair.orders[1].id}/cancel`, {}, world.market.operator)
      expect(code(await world.complete(prepared))).toEqual(answered(-9))
      expect(await world.attempts(world.pair)).toEqual([{ id: prepared.id, state: -1 }])
      expect(await world.books(world.pair)).toMatchObject({ payments: 0, captures: 0, refunds: 0 })
      expect(await world.alerts()).toMatchObject([{ kind: "late_payment", paydoc: paydocOf(prepared) }])
    })

    it.each([
      ["the decision", "decide"],
      ["the look at the order", "viewByReference"],
    ] as const)(
      "C-35 storing fails at %s: -7, the state is as it was, a repetition succeeds",
      async (_, method) => {
        world.muteErrors()
        const prepared = await world.prepared(world.solo)
        jest.spyOn(world.gateway, method).mockRejectedValueOnce(new Error("the database is away") as never)
        const call = () => (method === "decide" ? world.complete(prepared) : world.prepare(world.solo))
        expect(code(await unchanged(call))).toEqual(answered(-7))
        expect(code(await call())).toEqual(answered(0))
      }
    )

    it("C-36 the money is confirmed and booking it fails: 0, and the job books it, once", async () => {
      world.muteErrors()
      const prepared = await world.prepared(world.pair)
      const locking = world.getContainer().resolve(Modules.LOCKING)
      jest.spyOn(locking, "execute").mockRejectedValueOnce(new Error("killed") as never)
      expect(code(await world.complete(prepared))).toEqual(answered(0))
      jest.restoreAllMocks()
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      expect(code(await world.complete(prepared))).toEqual(answered(-4))
      expect(code(await world.prepare(world.pair))).toEqual(answered(-4))
      await world.age(String(prepared.fields.click_trans_id))
      await finishPayments(world.getContainer())
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await world.attempts(world.pair)).toEqual([{ id: prepared.id, state: 2 }])
    })

    it("C-38 the half hour is over while the shopper pays, and the order can still be paid: 0", async () => {
      const prepared = await world.prepared(world.solo)
      await world.overdue(world.solo, 60)
      expect(code(await world.prepare(world.solo))).toEqual(answered(-9))
      expect(code(await world.complete(prepared))).toEqual(answered(0))
      expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
    })

    it("C-38 the order has expired: -9 and an alert", async () => {
      const prepared = await world.prepared(world.solo)
      await world.sql("update gateway_payable set status = 'expired' where order_group_id = ?", [
        world.solo.group_id,
      ])
      expect(code(await world.complete(prepared))).toEqual(answered(-9))
      expect(await world.alerts()).toMatchObject([{ kind: "late_payment" }])
      expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
    })

    it("C-44 a return address proves nothing", async () => {
      await world.prepared(world.solo)
      const path = `/store/order-groups/${world.solo.group_id}`
      const { data } = await world.api
        .get(`${path}?payment_id=1&payment_status=2`, world.shopper)
        .catch(() => world.api.get(path, world.shopper))
      expect(data.order_group.status).toBe("pending")
      expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
    })
  })

  describe("with Click's Merchant API", () => {
    let emulator: ClickEmulator

    beforeEach(async () => {
      world.silenceEvents()
      emulator = await world.startEmulator()
    })

    /** A confirmed payment that Click knows of; the id of its row. */
    async function known(
      purchase: Purchase
    ): Promise<{ transaction_id: string; paydoc: string; prepared: Prepared }> {
      const prepared = await world.paid(purchase)
      const paydoc = paydocOf(prepared)
      emulator.knows({
        id: paydoc,
        merchant_trans_id: purchase.reference,
        amount: paymentOf(purchase).amount,
      })
      return { transaction_id: await world.transactionId(prepared), paydoc, prepared }
    }
    const reverse = (transaction_id: string) =>
      reverseClickPayment(world.getContainer(), { transaction_id, idempotency_key: "ref_1" })
    /** The next reversal is asked for, and nobody lives to look what came of it. */
    function killAfterReversal(): void {
      const real = ClickMerchantApi.prototype.paymentStatus
      jest
        .spyOn(ClickMerchantApi.prototype, "paymentStatus")
        .mockImplementationOnce(function (this: ClickMerchantApi, id) {
          return real.call(this, id)
        })
        .mockRejectedValueOnce(new Error("killed"))
    }
    const operations = () => emulator.requests.map(({ operation }) => operation)

    it("C-32 the second debit is given back by the job, and the alert is settled", async () => {
      await known(world.solo)
      const late = await world.click.send(world.click.prepareFields(paymentOf(world.solo)))
      expect(late.error).toBe(-4)
      const [one, two] = [await world.prepared(world.pair), await world.prepared(world.pair)]
      emulator.knows({ id: paydocOf(one) })
      emulator.knows({ id: paydocOf(two) })
      await world.complete(one)
      await world.complete(two)
      expect(await settleClickAlerts(world.getContainer(), Date.now())).toBe(0)
      expect(await settle()).toBe(1)
      expect(emulator.payments.get(paydocOf(one))!.status).toBe(2)
      expect(emulator.payments.get(paydocOf(two))!.status).toBe(-99)
      expect(await world.alerts()).toMatchObject([
        { kind: "double_payment", is_resolved: true, resolution: "Click has given the money back" },
      ])
      expect(await settle()).toBe(0)
      expect(operations()).toEqual(["payment/status", "payment/reversal", "payment/status"])
    })

    it("C-32 Click has returned the second debit by itself: nothing is asked for", async () => {
      const [one, two] = [await world.prepared(world.solo), await world.prepared(world.solo)]
      emulator.knows({ id: paydocOf(two), status: -1 })
      await world.complete(one)
      await world.complete(two)
      expect(await settle()).toBe(1)
      expect(operations()).toEqual(["payment/status"])
    })

    it("C-32 Click refuses, or cannot be reached: a person's business, or tried again", async () => {
      const [one, two] = [await world.prepared(world.solo), await world.prepared(world.solo)]
      emulator.knows({ id: paydocOf(two) })
      await world.complete(one)
      await world.complete(two)
      emulator.fail("payment/reversal", "lost")
      emulator.payments.get(paydocOf(two))!.status = 1
      expect(await settle()).toBe(0)
      emulator.payments.get(paydocOf(two))!.status = 2
      emulator.forget()
      emulator.fail("payment/reversal", { error_code: -1907, error_note: "Uzcard refuses" })
      expect(await settle()).toBe(1)
      const [alert] = await world.alerts()
      expect(alert).toMatchObject({ is_resolved: false, verdict: expect.stringContaining("Uzcard refuses") })
      expect(await settle()).toBe(0)
    })

    it("C-32 killed after Click was asked: only Click's own word about the payment makes a verdict", async () => {
      world.muteErrors()
      const [one, two] = [await world.prepared(world.solo), await world.prepared(world.solo)]
      emulator.knows({ id: paydocOf(two) })
      await world.complete(one)
      await world.complete(two)
      killAfterReversal()
      expect(await settle()).toBe(0)
      emulator.fail("payment/status", { error_code: -1, error_note: "Something is wrong" })
      expect(await settle()).toBe(0)
      expect(await settle()).toBe(1)
      expect(await world.alerts()).toMatchObject([
        { is_resolved: true, resolution: "Click has given the money back" },
      ])
      expect(operations().filter((name) => name === "payment/reversal")).toHaveLength(1)
    })

    it("C-31 the alert of a cancellation is compared with Click's own status", async () => {
      const { prepared } = await known(world.solo)
      const gone = await known(world.pair)
      await world.complete(prepared, FAILED)
      await world.complete(gone.prepared, FAILED)
      emulator.payments.get(gone.paydoc)!.status = -99
      expect(await settle()).toBe(2)
      const alerts = await world.alerts()
      expect(alerts.map(({ kind, is_resolved }) => [kind, is_resolved])).toEqual([
        ["cancel_after_confirm", true],
        ["cancel_after_confirm", true],
        ["refund_at_provider", false],
      ])
      expect(alerts[0].resolution).toBe("the payment stands at Click")
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("M-06 a whole payment of this month is taken back, once", async () => {
      const { transaction_id, paydoc } = await known(world.solo)
      expect(await reverse(transaction_id)).toEqual({ kind: "done" })
      expect(await reverse(transaction_id)).toEqual({ kind: "done" })
      expect(emulator.payments.get(paydoc)!.status).toBe(-99)
      expect(operations().filter((name) => name === "payment/reversal")).toHaveLength(1)
    })

    it("M-05 a reversal whose answer was lost is done; two at once are one", async () => {
      const { transaction_id } = await known(world.solo)
      emulator.fail("payment/reversal", "lost")
      const outcomes = await Promise.all([reverse(transaction_id), reverse(transaction_id)])
      expect(outcomes).toEqual([{ kind: "done" }, { kind: "done" }])
      expect(operations().filter((name) => name === "payment/reversal")).toHaveLength(1)
    })

    it("M-05 a reversal without an answer is unknown until Click's own word about the payment is read", async () => {
      const { transaction_id, paydoc } = await known(world.solo)
      const [service] = world.gateway.options.click.services
      emulator.fail("payment/status", { error_code: -1, error_note: "Something is wrong" })
      // Nothing was asked for yet: nothing can have happened.
      expect(await reverse(transaction_id)).toMatchObject({ kind: "refused" })
      killAfterReversal()
      emulator.fail("payment/reversal", "lost")
      await expect(reverse(transaction_id)).rejects.toThrow("killed")
      emulator.fail("payment/status", { error_code: -1, error_note: "Something is wrong" })
      expect(await reverse(transaction_id)).toMatchObject({ kind: "unknown" })
      world.setClick({ services: [{ ...service, merchant_user_id: undefined }] })
      expect(await reverse(transaction_id)).toMatchObject({ kind: "unknown" })
      world.gateway.options.click.services = [service]
      expect(await reverse(transaction_id)).toEqual({ kind: "done" })
      expect(emulator.payments.get(paydoc)!.status).toBe(-99)
      expect(operations().filter((name) => name === "payment/reversal")).toHaveLength(1)
    })

    it("M-08 a payment of the month before last: refused, and Click is not asked for it", async () => {
      const { transaction_id } = await known(world.solo)
      await world.sql(
        "update gateway_transaction set perform_time = perform_time - 62 * 86400000::bigint where id = ?",
        [transaction_id]
      )
      expect(await reverse(transaction_id)).toEqual({
        kind: "refused",
        reason: expect.stringContaining("month"),
      })
      expect(operations()).toEqual(["payment/status"])
    })

    it("M-08 without the Merchant API, and for what is no payment: refused with what to do", async () => {
      const { transaction_id } = await known(world.solo)
      const [service] = world.gateway.options.click.services
      const prepared = await world.prepared(world.pair)
      expect(await reverse(await world.transactionId(prepared))).toMatchObject({ kind: "refused" })
      expect(await reverse("gtx_none")).toMatchObject({ kind: "refused" })
      world.setClick({ services: [{ ...service, merchant_user_id: undefined }] })
      expect(await reverse(transaction_id)).toEqual({
        kind: "refused",
        reason: expect.stringContaining("CLICK_MERCHANT_USER_ID"),
      })
      expect(operations()).toEqual([])
    })

    describe("fiscal data", () => {
      const send = (transaction_id: string) => submitFiscal(world.getContainer(), { transaction_id })
      const setTaxIds = () => world.sql("update company set tax_id = '123456789', tax_id_type = 'stir'")

      it("M-10 the items of an order add up to the payment, and the receipt is kept", async () => {
        await setTaxIds()
        const { transaction_id, paydoc } = await known(world.solo)
        const outcome = await send(transaction_id)
        expect(outcome).toEqual({
          kind: "sent",
          data: { items: 2, vat_tiyin: expect.any(Number), qr_code_url: expect.stringMatching(/^https:/) },
        })
        expect(emulator.payments.get(paydoc)).toMatchObject({ received: world.solo.amount })
        expect(emulator.payments.get(paydoc)!.items).toMatchObject([
          { SPIC: "00702001001000001", VATPercent: 12, CommissionInfo: { TIN: "123456789" } },
          { SPIC: "00702001001000001" },
        ])
        const { data } = await world.api.get(`/store/order-groups/${world.solo.group_id}`, world.shopper)
        expect(data.order_group.fiscal_receipt_url).toMatch(/^https:/)
      })

      it("M-10 a courier's delivery is a line of its own, under the market's code for it", async () => {
        await setTaxIds()
        await world.sql(
          "update company_order_line set ikpu = '00702001001000001', package_code = '1', vat_percent = 12"
        )
        const { payme } = world.gateway.options
        world.set({
          payme: { ...payme, shipping_ikpu: "10112006002000000", shipping_package_code: "1209885" },
        })
        const { transaction_id, paydoc } = await known(world.pair)
        expect(await send(transaction_id)).toMatchObject({ kind: "sent" })
        const items = emulator.payments.get(paydoc)!.items as Array<{ SPIC: string; Price: number }>
        expect(items.filter(({ SPIC }) => SPIC === "10112006002000000").length).toBeGreaterThan(0)
        expect(emulator.payments.get(paydoc)!.received).toBe(world.pair.amount)
      })

      it("M-11 a line without IKPU: nothing is sent, the reason says what is missing", async () => {
        await setTaxIds()
        const { transaction_id } = await known(world.pair)
        const outcome = await send(transaction_id)
        expect(outcome).toEqual({
          kind: "not_sent",
          reason: expect.stringMatching(/Smartfon: IKPU, package code.*Yetkazib berish: IKPU/),
          retry: false,
        })
        expect(operations()).toEqual(["payment/ofd_data"])
      })

      it("a lost answer: not sent yet, and the retry asks Click before it sends again", async () => {
        await setTaxIds()
        const { transaction_id } = await known(world.solo)
        emulator.fail("payment/ofd_data/submit_items", "lost")
        expect(await send(transaction_id)).toMatchObject({ kind: "not_sent", retry: true })
        expect(await send(transaction_id)).toMatchObject({ kind: "sent" })
        expect(operations().filter((name) => name === "payment/ofd_data/submit_items")).toHaveLength(1)
      })

      it("asked for by each order of a payment at once, and before the address is there: sent once", async () => {
        await setTaxIds()
        const { transaction_id, paydoc } = await known(world.solo)
        const outcomes = await Promise.all([send(transaction_id), send(transaction_id)])
        expect(outcomes.map(({ kind }) => kind)).toEqual(["sent", "sent"])
        emulator.payments.get(paydoc)!.qrcode = undefined
        expect(await send(transaction_id)).toMatchObject({
          kind: "sent",
          data: { items: 2, qr_code_url: null },
        })
        expect(operations().filter((name) => name === "payment/ofd_data/submit_items")).toHaveLength(1)
      })

      it("Click says no, or there is no payment: not sent, and asking again is no use", async () => {
        await setTaxIds()
        const { transaction_id } = await known(world.solo)
        emulator.fail("payment/ofd_data/submit_items", { error_code: -5, error_note: "bad IKPU" })
        expect(await send(transaction_id)).toEqual({
          kind: "not_sent",
          reason: expect.stringContaining("bad IKPU"),
          retry: false,
        })
        expect(await send("gtx_none")).toMatchObject({ kind: "not_sent", retry: false })
      })
    })

    describe("Click's page, as the emulator shows it", () => {
      const press = async (
        button: "pay" | "fail",
        purchase: Purchase,
        return_url = `${world.address}/health?x=1`
      ) => {
        const link = new URL(
          purchase.payment_url.replace("https://my.click.uz/services/pay", emulator.pay_url)
        )
        link.searchParams.set("return_url", return_url)
        const page = await fetch(link)
        const html = await page.text()
        expect([page.status, html.includes("EMULATOR")]).toEqual([200, true])
        return fetch(link, {
          method: "POST",
          body: new URLSearchParams([...link.searchParams, ["press", button]]),
          redirect: "manual",
        })
      }

      it("a shopper pays and comes back; the order is paid because of Complete, not of the way back", async () => {
        const reply = await press("pay", world.pair)
        expect(reply.status).toBe(303)
        expect(reply.headers.get("location")).toMatch(/health\?x=1&payment_id=\d+&payment_status=2$/)
        expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      })

      it("a payment that fails leaves the order as it was", async () => {
        const reply = await press("fail", world.solo)
        expect(reply.headers.get("location")).toMatch(/payment_status=-1$/)
        expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
        expect((await press("pay", world.solo)).headers.get("location")).toMatch(/payment_status=2$/)
      })

      it("a link that somebody has changed is not paid", async () => {
        const cheap = {
          ...world.solo,
          payment_url: world.solo.payment_url.replace(/amount=[^&]+/, "amount=1.00"),
        }
        expect((await press("pay", cheap)).headers.get("location")).toMatch(/payment_status=-1$/)
        expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
        expect((await fetch(`${emulator.pay_url}?service_id=1`)).status).toBe(400)
      })
    })
  })
})

import { request } from "node:http"
import { ClickReply, Fields, nextClickId, signCall } from "../../emulators/click"
import { CLICK_PROVIDER, CLICK_SERVICE, clickSuite, paymentOf } from "../../support/click"
import { paidBooks, Purchase, unpaidBooks } from "../../support/payme"
import { statementsOf } from "../../support/statements"

/**
 * Click's SHOP API over HTTP: the suites of Click's own testers (4.1), and Prepare with everything that stands in front of
 * both callbacks (4.2, whose numbers begin the names). What happens to the money is `money.spec.ts`.
 */
clickSuite("Click: the protocol", (world) => {
  const { click } = world

  const code = ({ status, error }: ClickReply) => [status, error]
  const refused = (error: number) => [200, error]

  /** Runs calls and checks that they stored nothing. */
  async function unchanged<T>(calls: () => Promise<T>): Promise<T> {
    const before = await world.everything()
    const answers = await calls()
    expect(await world.everything()).toBe(before)
    return answers
  }

  /** The order of a purchase as cancelled by the operator. */
  const cancelled = async (purchase: Purchase) => {
    for (const { id } of purchase.orders) {
      await world.api.post(`/admin/orders/${id}/cancel`, {}, world.market.operator)
    }
    await world.groupBecomes(purchase, "canceled")
  }

  const fieldsOf = (purchase = world.solo, change: Fields = {}) =>
    click.prepareFields(paymentOf(purchase), change)

  /** A form without one of its fields, signed as it was before. */
  const without = (fields: Fields, name: string) => {
    const { [name]: _, ...rest } = click.signed(fields)
    return new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)])).toString()
  }
  const form = (fields: Fields) =>
    new URLSearchParams(Object.entries(fields).map(([key, value]) => [key, String(value)])).toString()

  describe("suite A, Click's scenarios of 2026", () => {
    it("A1 to A8: a payment that comes about", async () => {
      const { solo } = world
      const forged = click.signed(fieldsOf(), "WRONG_SECRET")
      expect(code(await click.send(forged))).toEqual(refused(-1)) // A1
      expect(code(await click.send(fieldsOf(solo, { merchant_trans_id: "no-such-order" })))).toEqual(
        refused(-5)
      ) // A2
      const prepared = await world.prepared(solo) // A3
      const complete = click.completeFields(prepared.fields, prepared.id)
      expect(code(await click.send(click.signed(complete, "WRONG_SECRET")))).toEqual(refused(-1)) // A4
      expect(code(await world.complete(prepared, { amount: "300" }))).toEqual(refused(-2)) // A5
      expect(await world.complete(prepared)).toMatchObject({ error: 0, merchant_confirm_id: prepared.id }) // A6
      const again = { click_trans_id: nextClickId() }
      expect(code(await world.complete(prepared, again))).toEqual(refused(-4)) // A7
      expect(code(await world.complete(prepared, { error: -5017 }))).toEqual(refused(-9)) // A8
      expect(await world.books(solo)).toEqual(paidBooks(solo))
    })

    it("A9 to A11: a wrong prepare id, then the right one", async () => {
      const prepared = await world.prepared(world.solo)
      expect(code(await world.complete({ ...prepared, id: 999_999_999 }))).toEqual(refused(-6))
      expect(code(await world.complete(prepared))).toEqual(refused(0))
    })

    it("A12 to A15: a payment that fails stays failed", async () => {
      const prepared = await world.prepared(world.solo)
      const failure = { error: -5017, error_note: "Insufficient funds" }
      expect(code(await world.complete(prepared, failure))).toEqual(refused(-9))
      const again = { click_trans_id: nextClickId() }
      expect(code(await world.complete(prepared, { ...failure, ...again }))).toEqual(refused(-9))
      expect(code(await world.complete(prepared))).toEqual(refused(-9))
      expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
    })
  })

  it("suite B, Click's older desktop tester, with the setting that it wants", async () => {
    world.setClick({ cancel_confirmed_code: -4 })
    const { solo } = world
    expect(code(await click.send(click.signed(fieldsOf(), "WRONG_SECRET")))).toEqual(refused(-1))
    expect(code(await world.prepare(solo, { amount: "499" }))).toEqual(refused(-2))
    expect(code(await world.prepare(solo, { merchant_trans_id: "999" }))).toEqual(refused(-5))
    const prepared = await world.prepared(solo)
    expect(
      code(await click.send(click.signed(click.completeFields(prepared.fields, prepared.id), "X")))
    ).toEqual(refused(-1))
    expect(code(await world.complete({ ...prepared, id: 123_456_789 }))).toEqual(refused(-6))
    expect(code(await world.complete(prepared, { amount: "499" }))).toEqual(refused(-2))
    expect(code(await world.complete(prepared))).toEqual(refused(0))
    expect(code(await world.complete(prepared))).toEqual(refused(-4))
    expect(code(await world.complete(prepared, { error: -1 }))).toEqual(refused(-4))
    expect(code(await world.prepare(solo))).toEqual(refused(-4))
    expect(await world.books(solo)).toEqual(paidBooks(solo))
    const failing = await world.prepared(world.pair)
    expect(code(await world.complete(failing, { error: -1 }))).toEqual(refused(-9))
    expect(code(await world.complete(failing))).toEqual(refused(-9))
  })

  describe("before anything is believed", () => {
    it("C-01 Prepare without a field, and an empty body: -8", async () => {
      const bodies = [
        "sign_string",
        "amount",
        "click_trans_id",
        "service_id",
        "merchant_trans_id",
        "action",
      ].map((name) => without(fieldsOf(), name))
      await unchanged(async () => {
        for (const body of [...bodies, "", "{}", "nonsense", "x".repeat(100_000)]) {
          expect(code(await click.post("prepare", body))).toEqual(refused(-8))
        }
      })
    })

    it("C-02 Complete without merchant_prepare_id: -8", async () => {
      const { fields, id } = await world.prepared(world.solo)
      const body = without(click.completeFields(fields, id), "merchant_prepare_id")
      expect(code(await unchanged(() => click.post("complete", body)))).toEqual(refused(-8))
    })

    it("C-03 a wrong signature: -1, and the database is not even asked", async () => {
      const { fields, id } = await world.prepared(world.solo)
      const calls = [fieldsOf(), click.completeFields(fields, id), { ...fieldsOf(), action: 2 }]
      for (const call of calls) {
        const statements = await statementsOf(world.getContainer(), async () => {
          expect(code(await click.send(click.signed(call, "WRONG_SECRET")))).toEqual(refused(-1))
        })
        expect(statements.filter((sql) => /gateway_|order_group|company_order/.test(sql))).toEqual([])
      }
    })

    it("C-04 a prepared payment, wrong signature and error -1: -1, it stays prepared", async () => {
      const prepared = await world.prepared(world.solo)
      const call = click.completeFields(prepared.fields, prepared.id, { error: -1 })
      const forged = click.signed(call, "WRONG_SECRET")
      expect(code(await unchanged(() => click.send(forged)))).toEqual(refused(-1))
      expect(code(await world.complete(prepared))).toEqual(refused(0))
    })

    it("C-05 a confirmed payment, wrong signature and error -5017: -1, it stays confirmed, no alert", async () => {
      const prepared = await world.paid(world.solo)
      const call = click.completeFields(prepared.fields, prepared.id, { error: -5017 })
      const forged = { ...call, sign_string: "0".repeat(32) }
      expect(code(await unchanged(() => click.send(forged)))).toEqual(refused(-1))
    })

    it("C-06 an action that is neither 0 nor 1: -3", async () => {
      const { fields, id } = await world.prepared(world.solo)
      await unchanged(async () => {
        expect(code(await click.post("prepare", form(click.signed({ ...fieldsOf(), action: 2 }))))).toEqual(
          refused(-3)
        )
        const complete = click.completeFields(fields, id, { action: 2 })
        expect(code(await click.post("complete", form(click.signed(complete))))).toEqual(refused(-3))
      })
    })

    it("C-07 an unknown service: -8", async () => {
      const fields = fieldsOf(world.solo, { service_id: "54321" })
      expect(code(await unchanged(() => click.send(fields)))).toEqual(refused(-8))
    })

    it("C-08 the secret of another service: -1", async () => {
      const other = { ...CLICK_SERVICE, id: "other", service_id: "777", secret_key: "OTHER_FAKE_SECRET" }
      world.setClick({ services: [...world.gateway.options.click.services, other] })
      const mixed = click.signed(fieldsOf(), other.secret_key)
      expect(code(await unchanged(() => click.send(mixed)))).toEqual(refused(-1))
      // With its own secret it is let in; but the order is not offered to it.
      const fields = fieldsOf(world.solo, { service_id: "777" })
      expect(code(await click.send(click.signed(fields, other.secret_key)))).toEqual(refused(-5))
      expect(code(await world.prepare(world.solo))).toEqual(refused(0))
    })

    it("C-39 JSON instead of a form is read; anything else is -8", async () => {
      const fields = click.signed(fieldsOf(world.solo, { click_trans_id: "9007199254740993" }))
      const text = JSON.stringify({ ...fields, click_trans_id: "#" }).replace('"#"', "9007199254740993")
      for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
        const reply = await click.post("prepare", text, { "content-type": type })
        expect(code(reply)).toEqual(refused(0))
        expect(reply.text).toContain('"click_trans_id":9007199254740993,')
      }
      for (const type of ["application/json", "application/xml", "multipart/form-data; boundary=x", ""]) {
        expect(code(await click.post("complete", "<xml/>", { "content-type": type }))).toEqual(refused(-8))
      }
      expect(await world.attempts(world.solo)).toHaveLength(1)
    })

    it("C-40 a field that comes twice: -8", async () => {
      const body = form(click.signed(fieldsOf()))
      for (const extra of [
        "amount=1",
        `amount=${paymentOf(world.solo).amount}`,
        "sign_string=x",
        "unknown=1&unknown=1",
      ]) {
        expect(code(await unchanged(() => click.post("prepare", `${body}&${extra}`)))).toEqual(refused(-8))
      }
      expect(code(await click.post("prepare", `${body}&unknown=1`))).toEqual(refused(0))
    })

    it("C-41 a Cyrillic reference: the signature is accepted, the order unknown", async () => {
      const fields = fieldsOf(world.solo, { merchant_trans_id: "Буюртма-1001" })
      const reply = await click.send(fields)
      expect(code(reply)).toEqual(refused(-5))
      expect(reply.merchant_trans_id).toBe("Буюртма-1001")
    })

    it("C-42 + and %3A in sign_time mean a blank and a colon (vector F1)", async () => {
      const body = form(click.signed(fieldsOf()))
      expect(body).toContain("sign_time=2026-01-15+10%3A30%3A00")
      expect(code(await click.post("prepare", body))).toEqual(refused(0))
      const f1 =
        "click_trans_id=11111111&service_id=12345&click_paydoc_id=22222222&merchant_trans_id=order-1001&amount=1000.00&action=0" +
        "&error=0&error_note=Success&sign_time=2026-01-15+10%3A30%3A00&sign_string=4b9dfea2c8bc6d4aba996781ff9cf8b6"
      expect(code(await click.post("prepare", f1))).toEqual(refused(-5))
    })

    it("C-43 a signature in capitals is accepted", async () => {
      const fields = fieldsOf()
      const sign_string = signCall(fields, CLICK_SERVICE.secret_key).toUpperCase()
      expect(code(await click.send({ ...fields, sign_string }))).toEqual(refused(0))
    })

    it.each(["GET", "PUT", "PATCH", "DELETE", "OPTIONS"])(
      "%s: -8 in the protocol's words",
      async (method) => {
        for (const path of ["prepare", "complete"] as const) {
          const reply = await click.post(path, form(click.signed(fieldsOf())), {}, method)
          expect(code(reply)).toEqual(refused(-8))
          expect(reply.type).toMatch("application/json")
        }
      }
    )

    it("methods that nobody has heard of are answered as well", async () => {
      const status = await new Promise((resolve, reject) => {
        request(`${world.address}/hooks/click/prepare`, { method: "PURGE" }, (res) => {
          res.resume()
          resolve(res.statusCode)
        })
          .on("error", reject)
          .end()
      })
      expect(status).toBe(200)
      expect((await fetch(`${world.address}/hooks/click/complete`, { method: "HEAD" })).status).toBe(200)
    })

    it("both addresses look at the action, so they may be one", async () => {
      const fields = fieldsOf()
      const reply = await click.post("complete", form(click.signed(fields)))
      expect(reply).toMatchObject({ error: 0, merchant_prepare_id: expect.any(Number) })
      const complete = click.completeFields(fields, reply.merchant_prepare_id!)
      expect(await click.post("prepare", form(click.signed(complete)))).toMatchObject({
        error: 0,
        merchant_confirm_id: reply.merchant_prepare_id,
      })
    })
  })

  describe("Prepare", () => {
    it("C-09 an unknown order: -5", async () => {
      expect(
        code(await unchanged(() => world.prepare(world.solo, { merchant_trans_id: "order-404" })))
      ).toEqual(refused(-5))
    })

    it("C-10 the amount as whole sums, with one and with two decimals: 0", async () => {
      const whole = paymentOf(world.solo).amount.replace(".00", "")
      for (const amount of [whole, `${whole}.0`, `${whole}.00`]) {
        expect(code(await world.prepare(world.solo, { amount }))).toEqual(refused(0))
      }
    })

    it("C-11 any other amount: -2", async () => {
      const sums = world.solo.amount / 100
      const wrong = [
        sums - 0.01,
        sums + 0.01,
        "1",
        "0",
        -sums,
        `${sums}e0`,
        "1e3",
        "abc",
        `+${sums}`,
        ` ${sums}`,
      ]
      await unchanged(async () => {
        for (const amount of wrong) {
          expect(code(await world.prepare(world.solo, { amount }))).toEqual(refused(-2))
        }
      })
    })

    it("C-12 a paid order: -4", async () => {
      await world.paid(world.solo)
      expect(code(await unchanged(() => world.prepare(world.solo)))).toEqual(refused(-4))
    })

    it("C-12 an order that Payme has paid: -4", async () => {
      await world.payme.paid(world.solo)
      expect(code(await unchanged(() => world.prepare(world.solo)))).toEqual(refused(-4))
    })

    it("C-13 a cancelled order: -9", async () => {
      await cancelled(world.solo)
      expect(code(await unchanged(() => world.prepare(world.solo)))).toEqual(refused(-9))
    })

    it("C-13 an order whose reservation is over: -9", async () => {
      await world.overdue(world.solo, 1)
      expect(code(await unchanged(() => world.prepare(world.solo)))).toEqual(refused(-9))
    })

    it("C-14 the prepare id is a JSON number that fits 32 bits", async () => {
      const { text } = await world.prepare(world.solo)
      const id = Number(/"merchant_prepare_id":(\d+),/.exec(text)?.[1])
      expect(id).toBeGreaterThan(0)
      expect(id).toBeLessThan(2 ** 31)
    })

    it("C-15 the same Prepare again: the same id, one row", async () => {
      const { fields, id } = await world.prepared(world.solo)
      const again = await unchanged(() => click.send(fields))
      expect(again).toMatchObject({ error: 0, merchant_prepare_id: id })
      expect(await world.attempts(world.solo)).toEqual([{ id, state: 1 }])
    })

    it("C-15 the same click_trans_id for another order: -8, nothing changes", async () => {
      const { fields } = await world.prepared(world.solo)
      const { click_trans_id } = fields
      expect(code(await unchanged(() => world.prepare(world.pair, { click_trans_id })))).toEqual(refused(-8))
    })

    it("C-16 a new click_trans_id: another id", async () => {
      const [one, two] = [await world.prepared(world.solo), await world.prepared(world.solo)]
      expect(two.id).not.toBe(one.id)
      expect(await world.attempts(world.solo)).toHaveLength(2)
    })

    it("C-17 two identical Prepares in parallel: one row, one id", async () => {
      const fields = fieldsOf()
      const [one, two] = await Promise.all([click.send(fields), click.send(fields)])
      expect([one.error, two.error]).toEqual([0, 0])
      expect(two.merchant_prepare_id).toBe(one.merchant_prepare_id)
      expect(await world.attempts(world.solo)).toHaveLength(1)
    })

    it("C-18 an id beyond 2^53 comes back digit by digit", async () => {
      const big = "9007199254740993"
      const { text } = await world.prepare(world.solo, {
        click_trans_id: big,
        click_paydoc_id: "9007199254740995",
      })
      expect(text).toContain(`"click_trans_id":${big},`)
      const [row] = await world.sql(
        "select external_id, details ->> 'click_paydoc_id' as paydoc from gateway_transaction"
      )
      expect(row).toEqual({ external_id: big, paydoc: "9007199254740995" })
    })

    it("the answer is what vector F1 shows", async () => {
      const fields = fieldsOf()
      const { text, type } = await click.send(fields)
      const [{ id }] = await world.attempts(world.solo)
      expect(type).toMatch("application/json")
      expect(text).toBe(
        `{"click_trans_id":${fields.click_trans_id},"merchant_trans_id":"${world.solo.reference}",` +
          `"merchant_prepare_id":${id},"error":0,"error_note":"Success"}`
      )
    })

    it("an attempt of Click shuts Payme out as little as Payme shuts Click out", async () => {
      await world.payme.created(world.solo)
      await world.prepared(world.solo)
      await world.prepared(world.solo)
      const [{ provider_ids }] = await world.sql(
        "select provider_ids from gateway_payable where order_group_id = ?",
        [world.solo.group_id]
      )
      expect(provider_ids).toContain(CLICK_PROVIDER)
    })

    it("C-37 the first Complete was committed and its answer lost: -4", async () => {
      const prepared = await world.paid(world.solo)
      expect(code(await unchanged(() => click.send(prepared.fields)))).toEqual(refused(-4))
      expect(code(await unchanged(() => world.prepare(world.solo)))).toEqual(refused(-4))
    })
  })
})

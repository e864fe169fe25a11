import { Modules } from "@medusajs/framework/utils"
import fc from "fast-check"
import finishPayments from "../../../src/jobs/finish-payments"
import expireOrderGroups from "../../../src/jobs/expire-order-groups"
import { ClickReply, Fields, signCall } from "../../emulators/click"
import { expectSoundBooks } from "../../support/books"
import { CLICK_PROVIDER, CLICK_SERVICE, clickSuite, paymentOf, Prepared } from "../../support/click"
import { paidBooks, printedDuring, unpaidBooks } from "../../support/payme"

/**
 * Click under fire: twenty calls at once, callbacks that are killed half-way, and valid calls that somebody has damaged.
 * Whatever happens, the answer is the protocol's own and the books say what Click was told.
 */
clickSuite("Click under fire", (world) => {
  const { click } = world

  const TWENTY = Array.from({ length: 20 }, (_, index) => index)
  const times20 = (call: (index: number) => Promise<ClickReply>) => Promise.all(TWENTY.map(call))
  const errors = (answers: ClickReply[]) => answers.map(({ error }) => error).sort((a, b) => b - a)
  const counts = async () => {
    const [row] = await world.sql(
      `select (select count(*)::int from payment) as payments, (select count(*)::int from capture) as captures,
              (select count(*)::int from refund) as refunds, (select count(*)::int from order_transaction) as movements`
    )
    return row
  }
  const NOTHING = { payments: 0, captures: 0, refunds: 0, movements: 0 }
  const PAIR_PAID = { payments: 2, captures: 2, refunds: 0, movements: 2 }

  // Whatever the calls and the crashes did to each other.
  afterEach(async () => {
    world.restore()
    await world.sql("drop function if exists fault cascade")
    await expectSoundBooks(world.getContainer())
  })

  describe("twenty calls at once on one order", () => {
    it("one Prepare: one row, one id", async () => {
      const fields = click.prepareFields(paymentOf(world.pair))
      const answers = await times20(() => click.send(fields))
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
      expect(answers[0].error).toBe(0)
      expect(await world.attempts(world.pair)).toHaveLength(1)
    })

    it("one Complete: one 0, nineteen -4, one capture per order, one event", async () => {
      const prepared = await world.prepared(world.pair)
      const emitted = jest.spyOn(world.getContainer().resolve(Modules.EVENT_BUS), "emit")
      const answers = await times20(() => world.complete(prepared))
      expect(errors(answers)).toEqual([0, ...Array(19).fill(-4)])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await counts()).toEqual(PAIR_PAID)
      expect(await world.alerts()).toEqual([])
      const names = emitted.mock.calls.flatMap(([event]) => event).map(({ name }) => name)
      expect(names.filter((name) => name === "order-group.paid")).toHaveLength(1)
    })

    it("twenty attempts, all debited: one pays, nineteen are refused with an alert each", async () => {
      const attempts: Prepared[] = []
      while (attempts.length < 20) {
        attempts.push(await world.prepared(world.pair))
      }
      const answers = await times20((index) => world.complete(attempts[index]))
      expect(errors(answers)).toEqual([0, ...Array(19).fill(-4)])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await counts()).toEqual(PAIR_PAID)
      const winner = answers.findIndex(({ error }) => error === 0)
      const losers = attempts.filter((_, index) => index !== winner)
      const alerts = await world.alerts()
      expect(alerts.map(({ kind }) => kind)).toEqual(Array(19).fill("double_payment"))
      expect(alerts.map(({ paydoc }) => paydoc).sort()).toEqual(
        losers.map(({ fields }) => String(fields.click_paydoc_id)).sort()
      )
    })

    it("success and failure mixed: one story in the answers, the state and the books", async () => {
      const prepared = await world.prepared(world.pair)
      const answers = await times20((index) => world.complete(prepared, { error: index % 2 ? -5017 : 0 }))
      const [{ state }] = await world.attempts(world.pair)
      const zeros = answers.filter(({ error }) => error === 0)
      expect(answers.every(({ error }) => [0, -4, -9].includes(error))).toBe(true)
      expect(zeros).toHaveLength(state === 2 ? 1 : 0)
      const expected = state === 2 ? paidBooks(world.pair) : unpaidBooks(world.pair)
      expect(await world.books(world.pair)).toEqual(expected)
    })

    it("Click ten times and Payme ten times: one of them is told yes, once", async () => {
      const id = await world.payme.created(world.pair)
      const prepared = await world.prepared(world.pair)
      const performed: boolean[] = []
      const answers = await times20(async (index) => {
        if (index % 2) {
          performed.push((await world.payme.perform(id)).result?.state === 2)
          return { status: 200, type: "", text: "", error: -100 }
        }
        return world.complete(prepared)
      })
      const zeros = answers.filter(({ error }) => error === 0).length
      expect([zeros, performed.every((yes) => yes === performed[0])]).toEqual([performed[0] ? 0 : 1, true])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await counts()).toEqual(PAIR_PAID)
    })
  })

  describe("a Complete that was killed half-way", () => {
    const job = () => finishPayments(world.getContainer())

    /** What Complete has written when the process dies before the first capture. */
    async function confirmOnly() {
      const prepared = await world.prepared(world.pair)
      const external_id = String(prepared.fields.click_trans_id)
      const set = { performing_at: Date.now(), perform_time: Date.now() }
      await world.gateway.decide({ provider_id: CLICK_PROVIDER, external_id }, ({ own }) => ({
        updates: [{ id: own!.id, set }],
        answer: undefined,
      }))
      return { prepared, external_id }
    }

    it("and asked again: -4, the payment counts as confirmed; the job books it", async () => {
      const { prepared, external_id } = await confirmOnly()
      expect((await world.complete(prepared)).error).toBe(-4)
      expect((await world.prepare(world.pair)).error).toBe(-4)
      expect(await counts()).toEqual(NOTHING)
      await world.age(external_id)
      await job()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect((await world.complete(prepared)).error).toBe(-4)
      expect(await counts()).toEqual(PAIR_PAID)
    })

    it("and a second debit comes, or Payme: refused, because the order is paid", async () => {
      const id = await world.payme.created(world.pair)
      const other = await world.prepared(world.pair)
      const { external_id } = await confirmOnly()
      expect((await world.complete(other)).error).toBe(-4)
      expect((await world.payme.perform(id)).error?.code).toBe(-31008)
      expect(await world.alerts()).toMatchObject([{ kind: "double_payment" }])
      await world.age(external_id)
      await job()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("and the reservation ends before the job runs: the order does not expire", async () => {
      const { external_id } = await confirmOnly()
      await world.overdue(world.pair, 3600)
      await expireOrderGroups(world.getContainer())
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      await world.age(external_id)
      await job()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("between the books and the transaction's state: 0, the job finishes, nothing is booked twice", async () => {
      world.muteErrors()
      const prepared = await world.prepared(world.pair)
      const real = world.gateway.decide.bind(world.gateway)
      jest
        .spyOn(world.gateway, "decide")
        .mockImplementationOnce(real as never)
        .mockRejectedValueOnce(new Error("killed") as never)
      expect((await world.complete(prepared)).error).toBe(0)
      expect((await world.attempts(world.pair))[0].state).toBe(1)
      await world.age(String(prepared.fields.click_trans_id))
      await job()
      expect((await world.attempts(world.pair))[0].state).toBe(2)
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await counts()).toEqual(PAIR_PAID)
    })
  })

  describe("damaged calls", () => {
    const form = (pairs: Array<[string, string]>) => new URLSearchParams(pairs).toString()
    const names = [
      "click_trans_id",
      "service_id",
      "merchant_trans_id",
      "merchant_prepare_id",
      "amount",
      "action",
    ]
    const anyName = fc.constantFrom(
      ...names,
      "sign_time",
      "sign_string",
      "error",
      "click_paydoc_id",
      "error_note"
    )
    const anyValue = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("", "0", "-1", "1e3", "NaN", "null", "9".repeat(60), "\0", "'; drop table x; --", "٣"),
      fc.integer().map(String)
    )

    /** One thing that goes wrong with a form on its way. */
    const damage = fc.oneof(
      fc.tuple(anyName, anyValue).map(
        ([name, value]) =>
          (pairs: Array<[string, string]>) =>
            form(pairs.map(([key, old]) => [key, key === name ? value : old]))
      ),
      anyName.map((name) => (pairs: Array<[string, string]>) => form(pairs.filter(([key]) => key !== name))),
      fc.tuple(anyName, anyValue).map(
        ([name, value]) =>
          (pairs: Array<[string, string]>) =>
            form([...pairs, [name, value]])
      ),
      fc.nat(300).map((at) => (pairs: Array<[string, string]>) => form(pairs).slice(0, at)),
      fc
        .tuple(fc.nat(300), fc.string({ unit: "binary" }))
        .map(([at, text]) => (pairs: Array<[string, string]>) => {
          const body = form(pairs)
          return body.slice(0, at) + text + body.slice(at)
        }),
      fc.json().map((text) => () => text)
    )
    const SIGNED = ["click_trans_id", "service_id", "merchant_trans_id", "amount", "action", "sign_time"]

    /** Whether a body still carries a right signature; then it is no damaged call, whatever else it says. */
    const isStillSigned = (body: string) => {
      const fields = Object.fromEntries(new URLSearchParams(body))
      const sign = (fields.sign_string ?? "").toLowerCase()
      return SIGNED.every((name) => name in fields) && signCall(fields, CLICK_SERVICE.secret_key) === sign
    }

    it("never anything but the protocol's answer, never a change without a valid signature", async () => {
      const paid = await world.paid(world.solo)
      const waiting = await world.prepared(world.pair)
      const calls: Fields[] = [
        click.prepareFields(paymentOf(world.pair)),
        click.completeFields(waiting.fields, waiting.id),
        click.completeFields(waiting.fields, waiting.id, { error: -5017 }),
        click.completeFields(paid.fields, paid.id, { error: -1 }),
      ]
      let before = await world.everything()
      await fc.assert(
        fc.asyncProperty(
          fc.nat(3),
          damage,
          fc.constantFrom("prepare", "complete"),
          async (index, harm, path) => {
            const pairs = Object.entries(click.signed(calls[index])).map(
              ([name, value]): [string, string] => [name, String(value)]
            )
            const body = harm(pairs)
            const { status, error, type } = await click.post(path as "prepare", body)
            expect([status, type]).toEqual([200, expect.stringContaining("application/json")])
            expect(error).toBeLessThanOrEqual(0)
            expect(error).toBeGreaterThanOrEqual(-9)
            // -7 is "could not be stored": nothing that a caller writes may get that far.
            expect(error).not.toBe(-7)
            const after = await world.everything()
            if (!isStillSigned(body)) {
              expect(after).toBe(before)
              expect([-1, -8]).toContain(error)
            }
            before = after
          }
        ),
        { numRuns: 300 }
      )
      expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
    })

    it("valid signatures over nonsense: the protocol's answer, and an order is paid by nothing but its exact amount", async () => {
      const waiting = await world.prepared(world.pair)
      const sums = paymentOf(world.pair).amount
      const fields = fc.record(
        {
          merchant_trans_id: fc.oneof(
            fc.constant(world.pair.reference),
            fc.string({ unit: "grapheme", minLength: 1 })
          ),
          merchant_prepare_id: fc.oneof(fc.constant(waiting.id), fc.integer(), fc.string({ minLength: 1 })),
          amount: fc.oneof(fc.double().map(String), fc.string({ minLength: 1 }), fc.constant(`${sums}1`)),
          action: fc.constantFrom(0, 1),
          error: fc.integer({ min: -9999, max: 9999 }),
          sign_time: fc.string({ minLength: 1 }),
        },
        { requiredKeys: ["amount"] }
      )
      await fc.assert(
        fc.asyncProperty(fields, async (change) => {
          const call = click.completeFields(waiting.fields, waiting.id, change as Fields)
          const { status, error } = await click.send(call)
          expect(status).toBe(200)
          expect(error).toBeLessThan(0)
          expect(error).not.toBe(-7)
        }),
        { numRuns: 200 }
      )
      expect(await counts()).toEqual(NOTHING)
      expect((await world.complete(waiting)).error).toBe(0)
    })

    it("nothing of a call and no secret gets into the log", async () => {
      const prepared = await world.prepared(world.solo)
      const printed = await printedDuring(world.getContainer(), async () => {
        jest.spyOn(world.gateway, "decide").mockRejectedValueOnce(
          Object.assign(new Error(`insert … values ('8600123412341234', '${world.solo.reference}')`), {
            code: "57P01",
          }) as never
        )
        expect((await world.complete(prepared, { error_note: "8600123412341234" })).error).toBe(-7)
        await click.send(click.signed(prepared.fields, "WRONG_SECRET"))
      })
      expect(printed).toContain("57P01")
      for (const secret of [CLICK_SERVICE.secret_key, "8600123412341234", world.solo.reference]) {
        expect(printed).not.toContain(secret)
      }
    })
  })
})

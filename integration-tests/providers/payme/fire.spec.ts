import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { paymeId } from "../../../scripts/support/payme-caller"
import expireOrderGroups from "../../../src/jobs/expire-order-groups"
import expireTransactions from "../../../src/jobs/expire-transactions"
import finishPayments from "../../../src/jobs/finish-payments"
import { expectSoundBooks } from "../../support/books"
import { atStatement, cutAt, Fault } from "../../support/faults"
import {
  Answer,
  CAPTURE_TABLES,
  paidBooks,
  paymeSuite,
  PROVIDER,
  Purchase,
  refundedBooks,
  TWELVE_HOURS,
  unpaidBooks,
} from "../../support/payme"

/**
 * Payme under fire: twenty calls at once, callbacks that are killed half-way, and money that comes late. Whatever
 * happens, the books say what Payme was told.
 */
paymeSuite("Payme under fire", (world) => {
  const { payme } = world

  const TWENTY = Array.from({ length: 20 }, (_, index) => index)
  const times20 = (call: (index: number) => Promise<Answer>) => Promise.all(TWENTY.map(call))
  const code = ({ error }: Answer) => error?.code
  const good = (answers: Answer[]) => answers.filter(({ result }) => result)
  /** The one result that all of these calls were answered with. */
  const onlyResult = (answers: Answer[]) => {
    const results = new Set(answers.map(({ result, error }) => JSON.stringify(result ?? error)))
    expect([...results]).toHaveLength(1)
    return answers[0].result
  }
  const counts = async () => {
    const [row] = await world.sql(
      `select (select count(*)::int from gateway_transaction) as transactions, (select count(*)::int from payment) as payments,
              (select count(*)::int from capture) as captures, (select count(*)::int from refund) as refunds,
              (select count(*)::int from order_transaction) as movements`
    )
    return row
  }
  const NOTHING = { transactions: 0, payments: 0, captures: 0, refunds: 0, movements: 0 }

  // Whatever the calls and the crashes did to each other.
  afterEach(async () => {
    world.restore()
    await world.sql("drop function if exists fault cascade")
    await expectSoundBooks(world.getContainer())
  })

  describe("twenty calls at once on one order", () => {
    it("CheckPerformTransaction: all allowed, nothing stored", async () => {
      const before = await world.everything()
      expect(onlyResult(await times20(() => payme.allows(world.pair)))).toEqual({ allow: true })
      expect(await world.everything()).toBe(before)
    })

    it("CreateTransaction with one id: one row, one answer", async () => {
      const id = paymeId()
      const time = Date.now()
      const answers = await times20(() => payme.create(world.pair, id, time))
      expect(onlyResult(answers)).toMatchObject({ state: 1 })
      expect(await world.transactions(world.pair)).toEqual([{ id, state: 1, reason: null }])
      expect(await counts()).toEqual({ ...NOTHING, transactions: 1 })
    })

    it("CreateTransaction with twenty ids: exactly one is live, the others are told that the order is busy", async () => {
      const ids = TWENTY.map(() => paymeId())
      const answers = await times20((index) => payme.create(world.pair, ids[index]))
      const winner = answers.findIndex(({ result }) => result)
      expect(answers.map(code)).toEqual(TWENTY.map((index) => (index === winner ? undefined : -31099)))
      expect(await world.transactions(world.pair)).toEqual([{ id: ids[winner], state: 1, reason: null }])
      expect(await counts()).toEqual({ ...NOTHING, transactions: 1 })
    })

    it("CreateTransaction with one id for two orders: one order gets it, the other is refused", async () => {
      const other = await world.buy([world.line(world.loaf, 2), world.line(world.patir)])
      expect(other.amount).toBe(world.solo.amount)
      const id = paymeId()
      const answers = await times20((index) => payme.create(index % 2 ? other : world.solo, id))
      expect(good(answers)).toHaveLength(10)
      expect(onlyResult(good(answers))).toMatchObject({ state: 1 })
      expect(answers.filter(({ error }) => error).map(code)).toEqual(Array(10).fill(-31050))
      const rows = [...(await world.transactions(world.solo)), ...(await world.transactions(other))]
      expect(rows).toEqual([{ id, state: 1, reason: null }])
    })

    it("PerformTransaction: each order captured once, one answer, one event", async () => {
      const id = await payme.created(world.pair)
      const emitted = jest.spyOn(world.getContainer().resolve(Modules.EVENT_BUS), "emit")
      const answers = await times20(() => payme.perform(id))
      expect(onlyResult(answers)).toMatchObject({ state: 2 })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await counts()).toEqual({ transactions: 1, payments: 2, captures: 2, refunds: 0, movements: 2 })
      const names = emitted.mock.calls.flatMap(([event]) => event).map(({ name }) => name)
      expect(names.filter((name) => name === "order-group.paid")).toHaveLength(1)
    })

    it("CancelTransaction before the money: one answer, nothing booked, the order is free", async () => {
      const id = await payme.created(world.pair)
      expect(onlyResult(await times20(() => payme.cancel(id, 3)))).toMatchObject({ state: -1 })
      expect(await world.transactions(world.pair)).toEqual([{ id, state: -1, reason: 3 }])
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      expect((await payme.allows(world.pair)).result).toEqual({ allow: true })
    })

    it("CancelTransaction with twenty reasons: the first one stays", async () => {
      const id = await payme.created(world.pair)
      expect(onlyResult(await times20((index) => payme.cancel(id, 100 + index)))).toMatchObject({ state: -1 })
      const { reason } = (await payme.check(id)).result!
      expect((await payme.cancel(id, 1)).result).toMatchObject({ state: -1 })
      expect((await payme.check(id)).result).toMatchObject({ reason })
    })

    it("CancelTransaction after the money: each order refunded once, goods back once, one answer", async () => {
      const stock = [await world.available(world.loaf), await world.available(world.phone)]
      const id = await payme.paid(world.pair)
      expect(onlyResult(await times20(() => payme.cancel(id, 5)))).toMatchObject({ state: -2 })
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      expect(await counts()).toEqual({ transactions: 1, payments: 2, captures: 2, refunds: 2, movements: 4 })
      expect([await world.available(world.loaf), await world.available(world.phone)]).toEqual([
        stock[0] + 3,
        stock[1] + 1,
      ])
    })

    it("Perform and Cancel mixed: one story in the answers, the state and the books", async () => {
      const id = await payme.created(world.pair)
      const answers = await times20((index) => (index % 2 ? payme.cancel(id, 3) : payme.perform(id)))
      const performs = answers.filter((_, index) => index % 2 === 0)
      const cancels = answers.filter((_, index) => index % 2 === 1)
      const { state, perform_time } = (await payme.check(id)).result!
      expect(onlyResult(cancels)).toMatchObject({ state })
      expect(performs.filter(({ error }) => error).map(code)).toEqual(
        Array(10 - good(performs).length).fill(-31008)
      )
      if (state === -1) {
        expect(good(performs)).toHaveLength(0)
        expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      } else {
        expect(state).toBe(-2)
        expect(onlyResult(good(performs))).toMatchObject({ state: 2, perform_time })
        expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      }
    })

    it("CheckTransaction, GetStatement and SetFiscalData: the same answer each time, one receipt", async () => {
      const time = Date.now()
      const id = await payme.paid(world.pair)
      onlyResult(await times20(() => payme.check(id)))
      expect(onlyResult(await times20(() => payme.statement(time, Date.now())))).toMatchObject({
        transactions: [{ id, state: 2 }],
      })
      const receipt = { receipt_id: "1", status_code: 0 }
      const report = () => payme.call("SetFiscalData", { id, type: "PERFORM", fiscal_data: receipt })
      expect(onlyResult(await times20(report))).toEqual({ success: true })
      expect(await counts()).toEqual({ transactions: 1, payments: 2, captures: 2, refunds: 0, movements: 2 })
    })

    it("every method at once: the protocol's own answers, and books that add up", async () => {
      const id = await payme.created(world.pair)
      const calls = [
        () => payme.allows(world.pair),
        () => payme.create(world.pair, id),
        () => payme.create(world.pair, paymeId()),
        () => payme.perform(id),
        () => payme.check(id),
        () => payme.statement(0, Date.now()),
      ]
      const answers = await times20((index) => calls[index % calls.length]())
      expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
      expect(answers.map(code).filter((value) => value === -32400)).toEqual([])
      expect((await payme.check(id)).result).toMatchObject({ state: 2 })
      expect(await world.transactions(world.pair)).toEqual([{ id, state: 2, reason: null }])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })
  })

  describe("a callback that was killed half-way", () => {
    const job = () => finishPayments(world.getContainer())
    const perform_time = 1_790_000_000_000

    /** What Perform has written when the process dies before the first capture. */
    const markPerforming = (external_id: string) =>
      world.gateway.decide({ provider_id: PROVIDER, external_id }, ({ own }) => ({
        updates: [{ id: own!.id, set: { performing_at: perform_time, perform_time } }],
        answer: undefined,
      }))

    const state = async (id: string) => (await payme.check(id)).result
    const captureRows = () => world.everything(CAPTURE_TABLES)
    const PAID_ONCE = { transactions: 1, payments: 2, captures: 2, refunds: 0, movements: 2 }
    const REFUNDED_ONCE = { transactions: 1, payments: 2, captures: 2, refunds: 2, movements: 4 }

    /** The job comes by, and everything is paid, once. */
    async function jobFinishes(id: string) {
      await world.age(id)
      await job()
      expect(await state(id)).toMatchObject({ state: 2 })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await counts()).toEqual(PAID_ONCE)
    }

    it("before the first capture: the job books the money, with the time that Payme will be told", async () => {
      const id = await payme.created(world.pair)
      await markPerforming(id)
      expect((await payme.check(id)).result).toMatchObject({ state: 1, perform_time: 0 })
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      await world.age(id)
      await job()
      expect((await payme.check(id)).result).toMatchObject({ state: 2, perform_time })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect((await payme.perform(id)).result).toMatchObject({ state: 2, perform_time })
      expect(await counts()).toEqual(PAID_ONCE)
    })

    it("and Payme asks again before the job runs: the same time, each order paid once", async () => {
      const id = await payme.created(world.pair)
      await markPerforming(id)
      expect((await payme.perform(id)).result).toMatchObject({ state: 2, perform_time })
      await world.age(id)
      await job()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("and Payme cancels before the job runs: booked and refunded, once each", async () => {
      const id = await payme.created(world.pair)
      await markPerforming(id)
      expect((await payme.cancel(id, 5)).result).toMatchObject({ state: -2 })
      expect((await payme.check(id)).result).toMatchObject({ state: -2, perform_time, reason: 5 })
      await world.age(id)
      await job()
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      expect(await counts()).toEqual(REFUNDED_ONCE)
    })

    it("before it was marked: nothing has begun, the job has nothing to do, Payme's repetition pays", async () => {
      const id = await payme.created(world.pair)
      const before = await captureRows()
      await world.break({ on: "gateway_transaction", when: "new.performing_at is not null" })
      expect(code(await payme.perform(id))).toBe(-32400)
      await world.age(id)
      await job()
      expect(await state(id)).toMatchObject({ state: 1, perform_time: 0 })
      expect(await captureRows()).toBe(before)
      expect((await payme.perform(id)).result).toMatchObject({ state: 2 })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it.each<[string, Fault]>([
      ["at the first session", { on: "payment_session" }],
      ["at the first payment", { on: "payment" }],
      ["at the second payment", { on: "payment", row: 2 }],
      ["between authorising and capturing", { on: "capture" }],
      ["between two captures", { on: "capture", row: 2 }],
      ["at the second collection", { on: "payment_collection", row: 2 }],
      ["between a capture and its order's account", { on: "order_transaction" }],
      ["between two orders' accounts", { on: "order_transaction", row: 2 }],
      ["at the second order's totals", { on: "order_summary", row: 2 }],
      ["between the money and our own marks", { on: "company_order" }],
      ["between two orders' marks", { on: "company_order", row: 2 }],
      ["between the orders and their group", { on: "order_group" }],
      ["by a killed backend among the payments", { on: "payment", row: 2, how: "killed" }],
      ["by a killed backend at the group", { on: "order_group", how: "killed" }],
      ["by a refusal to commit", { on: "order_group", how: "at commit" }],
    ])("%s: Payme is told to try again, nothing is booked, the job finishes", async (_, fault) => {
      const id = await payme.created(world.pair)
      const before = await captureRows()
      await world.break(fault)
      expect(code(await payme.perform(id))).toBe(-32400)
      expect(await state(id)).toMatchObject({ state: 1, perform_time: 0 })
      expect(await captureRows()).toBe(before)
      await jobFinishes(id)
    })

    it.each<[string, Fault]>([
      ["between the books and the transaction's state", { on: "gateway_transaction", when: "new.state = 2" }],
      ["between the transaction's state and its payable", { on: "gateway_payable" }],
      ["by a killed backend", { on: "gateway_payable", how: "killed" }],
      ["by a refusal to commit", { on: "gateway_transaction", when: "new.state = 2", how: "at commit" }],
    ])(
      "after the books, %s: Payme is told to try again, the job finishes, nothing is booked twice",
      async (_, fault) => {
        const id = await payme.created(world.pair)
        await world.break(fault)
        expect(code(await payme.perform(id))).toBe(-32400)
        expect(await state(id)).toMatchObject({ state: 1, perform_time: 0 })
        expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
        const booked = await captureRows()
        await jobFinishes(id)
        expect(await captureRows()).toBe(booked)
      }
    )

    it("and the job meets a fault too: it leaves the payment to its next run", async () => {
      const id = await payme.created(world.pair)
      const before = await captureRows()
      await world.break({ on: "capture" })
      expect(code(await payme.perform(id))).toBe(-32400)
      await world.break({ on: "company_order", row: 2, how: "killed" })
      await world.age(id)
      await job()
      expect(await state(id)).toMatchObject({ state: 1, perform_time: 0 })
      expect(await captureRows()).toBe(before)
      await jobFinishes(id)
    })

    /** What a storefront does that asks for another payment session after the orders were made. */
    async function replaceSessions() {
      const rows = await world.sql("select payment_session_id from company_order where group_id = ?", [
        world.pair.group_id,
      ])
      const payments = world.getContainer().resolve(Modules.PAYMENT)
      await Promise.all(rows.map((row) => payments.deletePaymentSession(String(row.payment_session_id))))
    }

    // Medusa's own methods capture here, in transactions of their own: there may be a half, and the job makes it whole.
    it.each<[string, Fault]>([
      ["before the second session is made", { on: "payment_session", row: 3 }],
      ["at the second payment", { on: "payment", when: "new.captured_at is null", row: 2 }],
      ["between two captures", { on: "capture", row: 2 }],
      ["between a capture and its payment's time", { on: "payment", when: "new.captured_at is not null" }],
      ["between a payment and its collection", { on: "payment_collection", when: "new.captured_amount > 0" }],
      ["between a capture and its order's account", { on: "order_transaction" }],
      ["between two orders' accounts", { on: "order_transaction", row: 2 }],
      ["between the orders and our own marks", { on: "company_order", when: "new.paid_at is not null" }],
    ])(
      "after a storefront replaced the sessions, %s: the job finishes, nothing is booked twice",
      async (_, fault) => {
        const id = await payme.created(world.pair)
        await replaceSessions()
        await world.break(fault)
        expect(code(await payme.perform(id))).toBe(-32400)
        expect(await state(id)).toMatchObject({ state: 1, perform_time: 0 })
        await jobFinishes(id)
      }
    )

    it.each(["statement", "answer"] as const)(
      "after a storefront replaced the sessions, the connection is lost with one %s after another: paid once",
      async (lost) => {
        world.muteErrors()
        const id = await payme.created(world.pair)
        await replaceSessions()
        for (let n = 1, isCut = true; isCut; n += 5) {
          const call = await cutAt(world.getContainer(), n, lost, () => payme.perform(id))
          isCut = call.isCut
          expect(call.came.result?.state ?? code(call.came)).toBe(call.came.result ? 2 : -32400)
        }
        await jobFinishes(id)
      }
    )

    it.each(["statement", "answer"] as const)(
      "at each statement in turn, the connection is lost with its %s: all is booked or nothing, and told alike",
      async (lost) => {
        world.muteErrors()
        const id = await payme.created(world.pair)
        const unpaid = await captureRows()
        let stage = await world.everything()
        for (let n = 1, isCut = true; isCut;) {
          const call = await cutAt(world.getContainer(), n, lost, () => payme.perform(id))
          const told = (await state(id))!
          if (call.came.result) {
            expect(told).toMatchObject(call.came.result)
          } else {
            expect(code(call.came)).toBe(-32400)
          }
          if ((await captureRows()) === unpaid) {
            expect(told).toMatchObject({ state: 1, perform_time: 0 })
          } else {
            expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
          }
          const before = stage
          stage = await world.everything()
          // From wherever it got to, every statement has its turn again.
          n = stage === before ? n + 1 : 1
          isCut = call.isCut
        }
        await jobFinishes(id)
      }
    )

    it("held up by somebody's lock on the orders: Check answers meanwhile, and it goes on afterwards", async () => {
      const id = await payme.created(world.pair)
      const before = await captureRows()
      const knex = world.getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      let performed: Promise<Answer> | undefined
      await knex.transaction(async (holder: typeof knex) => {
        await holder.raw("select 1 from company_order where group_id = ? for update", [
          world.pair.group_id,
        ] as never)
        await new Promise<void>((isWaiting) => {
          performed = atStatement(world.getContainer(), /for update of c/, isWaiting, () => payme.perform(id))
        })
        expect(await state(id)).toMatchObject({ state: 1, perform_time: 0 })
        expect(await captureRows()).toBe(before)
      })
      expect((await performed)!.result).toMatchObject({ state: 2 })
      await jobFinishes(id)
    })

    it("a transaction that somebody is working on is left alone", async () => {
      const id = await payme.created(world.pair)
      await markPerforming(id)
      await job()
      expect((await payme.check(id)).result).toMatchObject({ state: 1 })
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
    })

    it("two jobs and a repeated Perform at once: each order paid once", async () => {
      const id = await payme.created(world.pair)
      await markPerforming(id)
      await world.age(id)
      const [, , answer] = await Promise.all([job(), job(), payme.perform(id)])
      expect(answer.result).toMatchObject({ state: 2, perform_time })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await counts()).toEqual(PAID_ONCE)
    })

    it("cancelled but not refunded: the job refunds each order once, two jobs at once too", async () => {
      const stock = [await world.available(world.loaf), await world.available(world.phone)]
      const id = await payme.paid(world.pair)
      await world.gateway.decide({ provider_id: PROVIDER, external_id: id }, ({ own }) => ({
        updates: [{ id: own!.id, set: { state: -2, cancel_time: Date.now(), reason: 5 } }],
        payable: { status: "refunded" },
        answer: undefined,
      }))
      await world.sql("update gateway_transaction set settled_at = null where external_id = ?", [id])
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      await world.age(id)
      await Promise.all([job(), job()])
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      await world.age(id)
      await job()
      expect(await counts()).toEqual(REFUNDED_ONCE)
      expect([await world.available(world.loaf), await world.available(world.phone)]).toEqual([
        stock[0] + 3,
        stock[1] + 1,
      ])
    })

    it.each<[string, Fault]>([
      ["before the first refund", { on: "refund" }],
      ["between two refunds", { on: "refund", row: 2 }],
      ["between a refund and its order's account", { on: "order_transaction" }],
      ["between two orders' accounts", { on: "order_transaction", row: 2 }],
      ["between an account and the order's cancellation", { on: "order", when: "new.status = 'canceled'" }],
      ["between the orders and their group", { on: "order_group" }],
      ["by a killed backend", { on: "order_group", how: "killed" }],
      [
        "before the transaction is settled",
        { on: "gateway_transaction", when: "new.settled_at is not null" },
      ],
    ])("%s: Payme is told -2, the job books the rest, nothing is refunded twice", async (_, fault) => {
      const id = await payme.paid(world.pair)
      await world.break(fault)
      expect((await payme.cancel(id, 5)).result).toMatchObject({ state: -2 })
      expect(await world.hasBroken()).toBe(true)
      await world.age(id)
      await job()
      await world.age(id)
      await job()
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      expect(await counts()).toEqual(REFUNDED_ONCE)
      expect(await state(id)).toMatchObject({ state: -2, reason: 5 })
    })

    it.each(["statement", "answer"] as const)(
      "at one statement after another, the connection is lost with its %s: refunded once, and told alike",
      async (lost) => {
        world.muteErrors()
        const id = await payme.paid(world.pair)
        for (let n = 1, isCut = true; isCut; n += 7) {
          const call = await cutAt(world.getContainer(), n, lost, () => payme.cancel(id, 5))
          isCut = call.isCut
          const told = await state(id)
          expect(call.came.result?.state ?? code(call.came)).toBe(call.came.result ? told!.state : -32400)
        }
        await world.age(id)
        await job()
        expect(await state(id)).toMatchObject({ state: -2, reason: 5 })
        expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
        expect(await counts()).toEqual(REFUNDED_ONCE)
      }
    )

    it("inside an order's cancellation, which leaves a change open: the job gets through all the same", async () => {
      const id = await payme.paid(world.pair)
      await world.break({ on: "order", when: "new.status = 'canceled'" })
      expect((await payme.cancel(id, 5)).result).toMatchObject({ state: -2 })
      expect((await world.books(world.pair)).orders[0].status).not.toBe("cancelled")
      const orders = world.getContainer().resolve(Modules.ORDER)
      await orders.createOrderChange({ order_id: world.pair.orders[0].id, change_type: "credit_line" })
      await world.age(id)
      await job()
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      expect(await counts()).toEqual(REFUNDED_ONCE)
    })
  })

  describe("money that comes late", () => {
    const job = () => expireOrderGroups(world.getContainer())
    const status = async ({ group_id }: Purchase) => {
      const { data } = await world.api.get(`/store/order-groups/${group_id}`, world.shopper)
      return [data.order_group.status, data.order_group.payment_url === null]
    }
    const cancelled = ({ orders }: Purchase, group: string) => ({
      ...unpaidBooks(world.pair),
      group,
      orders: orders.map(() => ({ status: "cancelled", paid_total: 0 })),
    })

    it("nobody has paid: expired, stock free, Check and Create answer -31052", async () => {
      const stock = [await world.available(world.loaf), await world.available(world.phone)]
      await world.overdue(world.pair, 1)
      expect(code(await payme.allows(world.pair))).toBe(-31052)
      expect(code(await payme.create(world.pair, paymeId()))).toBe(-31052)
      await job()
      expect(await status(world.pair)).toEqual(["expired", true])
      expect(await world.books(world.pair)).toEqual(cancelled(world.pair, "expired"))
      expect([await world.available(world.loaf), await world.available(world.phone)]).toEqual([
        stock[0] + 3,
        stock[1] + 1,
      ])
      const before = await world.everything()
      expect(code(await payme.allows(world.pair))).toBe(-31052)
      expect(code(await payme.create(world.pair, paymeId()))).toBe(-31052)
      await job()
      expect(await world.everything()).toBe(before)
      expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
    })

    it("a transaction from before keeps the order open for five minutes", async () => {
      const stock = await world.available(world.phone)
      const id = await payme.created(world.pair)
      await world.overdue(world.pair, 4 * 60)
      await job()
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      expect(await world.available(world.phone)).toBe(stock)
      expect((await payme.perform(id)).result).toMatchObject({ state: 2 })
      await job()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("beyond the five minutes: expired, stock free, Perform answers -31008 and the transaction is dead", async () => {
      const stock = await world.available(world.phone)
      const id = await payme.created(world.pair)
      await world.overdue(world.pair, 5 * 60 + 1)
      await job()
      expect(await world.books(world.pair)).toEqual(cancelled(world.pair, "expired"))
      expect(await world.available(world.phone)).toBe(stock + 1)
      expect(code(await payme.perform(id))).toBe(-31008)
      expect(await world.transactions(world.pair)).toEqual([{ id, state: -1, reason: 3 }])
      expect(code(await payme.create(world.pair, paymeId()))).toBe(-31052)
      expect(await world.books(world.pair)).toEqual(cancelled(world.pair, "expired"))
    })

    it("the minutes are a setting", async () => {
      const id = await payme.created(world.pair)
      await world.overdue(world.pair, 9 * 60)
      world.set({ checkout: { payment_grace_minutes: 10 } })
      await job()
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      world.set({ checkout: { payment_grace_minutes: 0 } })
      await job()
      expect(await world.books(world.pair)).toEqual(cancelled(world.pair, "expired"))
      expect(code(await payme.perform(id))).toBe(-31008)
    })

    it("a transaction that was dropped does not keep the order", async () => {
      await payme.dropped(world.pair)
      await world.overdue(world.pair, 1)
      await job()
      expect(await world.books(world.pair)).toEqual(cancelled(world.pair, "expired"))
    })

    it("twelve hours after its time a transaction is swept, one that is younger or being booked is not", async () => {
      const time = Date.now() - TWELVE_HOURS + 60_000
      const buy = () => world.buy([world.line(world.loaf)])
      const [old, young, booked] = [world.pair, world.solo, await buy()]
      const ids = [await payme.created(old, time), await payme.created(young, time + 1)]
      ids.push(await payme.created(booked, time))
      await world.sql(
        "update gateway_transaction set performing_at = ?, perform_time = ? where external_id = ?",
        [time, time, ids[2]]
      )
      world.stopClock(time + TWELVE_HOURS)
      await Promise.all([expireTransactions(world.getContainer()), expireTransactions(world.getContainer())])
      expect((await payme.check(ids[0])).result).toMatchObject({
        state: -1,
        reason: 4,
        cancel_time: time + TWELVE_HOURS,
      })
      expect((await payme.check(ids[1])).result).toMatchObject({ state: 1 })
      expect((await payme.check(ids[2])).result).toMatchObject({ state: 1 })
      expect((await payme.allows(old)).result).toEqual({ allow: true })
    })

    it("a payment that is being booked is never expired", async () => {
      const id = await payme.created(world.pair)
      const at = Date.now()
      await world.gateway.decide({ provider_id: PROVIDER, external_id: id }, ({ own }) => ({
        updates: [{ id: own!.id, set: { performing_at: at, perform_time: at } }],
        answer: undefined,
      }))
      await world.overdue(world.pair, 60 * 60)
      await job()
      expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      await world.age(id)
      await finishPayments(world.getContainer())
      expect((await payme.check(id)).result).toMatchObject({ state: 2, perform_time: at })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("Perform and expiry at once: paid or expired, never both", async () => {
      const id = await payme.created(world.pair)
      await world.overdue(world.pair, 5 * 60 + 1)
      const [answers] = await Promise.all([times20(() => payme.perform(id)), job()])
      const { state } = (await payme.check(id)).result!
      if (state === 2) {
        expect(onlyResult(answers)).toMatchObject({ state: 2 })
        await job()
        expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      } else {
        expect(state).toBe(-1)
        expect(answers.map(code)).toEqual(Array(20).fill(-31008))
        expect(await world.books(world.pair)).toEqual(cancelled(world.pair, "expired"))
      }
    })
  })
})

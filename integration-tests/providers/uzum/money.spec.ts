import { randomUUID } from "node:crypto"
import { Modules } from "@medusajs/framework/utils"
import finishPayments from "../../../src/jobs/finish-payments"
import { sweepUzum } from "../../../src/workflows/uzum"
import { paidBooks, Payment, Purchase, refundedBooks, unpaidBooks } from "../../support/payme"
import { codeOf, HALF_AN_HOUR, UZUM, UzumAnswer, uzumSuite } from "../../support/uzum"

/**
 * Uzum Bank's Merchant API over HTTP: `/confirm`, `/reverse`, the half hour, calls at once, and calls that are killed
 * half-way. The numbers are those of the conformance checklist.
 */
uzumSuite("Uzum: the money", (world) => {
  const { uzum } = world

  async function unchanged<T>(calls: () => Promise<T>): Promise<T> {
    const before = await world.everything()
    const answers = await calls()
    expect(await world.everything()).toBe(before)
    return answers
  }
  const TWENTY = Array.from({ length: 20 }, (_, index) => index)
  const times20 = (call: (index: number) => Promise<UzumAnswer>) => Promise.all(TWENTY.map(call))
  /** How often each code, or each status of a good answer, was answered. */
  const tally = (answers: UzumAnswer[]) => {
    const counts: Record<string, number> = {}
    for (const code of answers.map(codeOf) as string[]) {
      counts[code] = (counts[code] ?? 0) + 1
    }
    return counts
  }
  const counts = async () => {
    const [row] = await world.sql(
      `select (select count(*)::int from gateway_transaction) as transactions, (select count(*)::int from payment) as payments,
              (select count(*)::int from capture) as captures, (select count(*)::int from refund) as refunds`
    )
    return row
  }
  const NOTHING = { transactions: 0, payments: 0, captures: 0, refunds: 0 }
  const statusOf = async (id: string) => (await uzum.status(id)).body

  /** The operator hands the whole of an order over to a courier. */
  async function ship({ orders: [{ id }] }: Purchase): Promise<void> {
    const { data } = await world.api.get(`/admin/orders/${id}?fields=*items`, world.market.operator)
    const items = data.order.items.map((item: { id: string; quantity: number }) => ({
      id: item.id,
      quantity: item.quantity,
    }))
    await world.api.post(`/admin/orders/${id}/fulfillments`, { items }, world.market.operator)
  }

  describe("calls at once", () => {
    it("U-14 twenty identical creates: one CREATED, the others 10010", async () => {
      const id = randomUUID()
      expect(tally(await times20(() => uzum.create(world.pair, id)))).toEqual({ CREATED: 1, "10010": 19 })
      expect(await world.transactions(world.pair)).toEqual([{ id, state: 1, reason: null }])
    })

    it("U-16 twenty creates of one order: exactly one CREATED", async () => {
      const ids = TWENTY.map(() => randomUUID())
      const answers = await times20((index) => uzum.create(world.pair, ids[index]))
      expect(tally(answers)).toEqual({ CREATED: 1, "99999": 19 })
      const winner = ids[answers.findIndex(({ http }) => http === 200)]
      expect(await world.transactions(world.pair)).toEqual([{ id: winner, state: 1, reason: null }])
    })

    it("one transId for two orders: one order gets it", async () => {
      const id = randomUUID()
      const answers = await times20((index) => uzum.create(index % 2 ? world.pair : world.solo, id))
      expect(tally(answers)).toEqual({ CREATED: 1, "10010": 19 })
      expect(await counts()).toEqual({ ...NOTHING, transactions: 1 })
    })

    it("U-20 twenty confirms: one CONFIRMED, the others 10016; each order captured once, one event", async () => {
      const id = await uzum.created(world.pair)
      const emitted = jest.spyOn(world.getContainer().resolve(Modules.EVENT_BUS), "emit")
      expect(tally(await times20(() => uzum.confirm(id)))).toEqual({ CONFIRMED: 1, "10016": 19 })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      const names = emitted.mock.calls.flatMap(([event]) => event).map(({ name }) => name)
      expect(names.filter((name) => name === "order-group.paid")).toHaveLength(1)
      expect(names.filter((name) => name === "gateway.transaction_performed")).toHaveLength(1)
    })

    it("twenty reverses after the money: one REVERSED, each order refunded once", async () => {
      const id = await uzum.paid(world.pair)
      const stock = await world.available(world.phone)
      expect(tally(await times20(() => uzum.reverse(id)))).toEqual({ REVERSED: 1, "10018": 19 })
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      expect(await counts()).toEqual({ transactions: 1, payments: 2, captures: 2, refunds: 2 })
      expect(await world.available(world.phone)).toBe(stock + 1)
    })

    it("U-36 confirms and reverses: one story in the answers, the state and the books", async () => {
      const id = await uzum.created(world.pair)
      const answers = await times20((index) => (index % 2 ? uzum.reverse(id) : uzum.confirm(id)))
      const told = tally(answers)
      expect(told.REVERSED).toBe(1)
      expect(told["10018"]).toBe(9)
      expect(await statusOf(id)).toMatchObject({ status: "REVERSED" })
      if (told.CONFIRMED) {
        expect(told.CONFIRMED).toBe(1)
        expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      } else {
        expect(told["10015"]).toBe(10)
        expect(await world.books(world.pair)).toEqual(unpaidBooks(world.pair))
      }
    })
  })

  describe("confirm", () => {
    it("U-18 U-19 U-21 books the money once; a repetition is 10016; status has both times", async () => {
      const id = await uzum.created(world.pair)
      const { transTime } = await statusOf(id)
      const before = Date.now()
      const { body } = await uzum.confirm(id)
      expect(body).toEqual({
        serviceId: 101202,
        transId: id,
        status: "CONFIRMED",
        confirmTime: expect.any(Number),
        data: {},
        amount: world.pair.amount,
      })
      expect(body.confirmTime).toBeGreaterThanOrEqual(before)
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      const again = await unchanged(() => uzum.confirm(id))
      expect(again.body).toEqual({
        serviceId: 101202,
        transId: id,
        status: "FAILED",
        confirmTime: expect.any(Number),
        errorCode: "10016",
      })
      expect((await unchanged(() => uzum.status(id))).body).toEqual({ ...body, transTime, reverseTime: null })
    })

    it("the order knows that Uzum paid it", async () => {
      await uzum.paid(world.pair)
      const rows = await world.sql(
        "select paid_provider_id, paid_at is not null as paid from company_order where group_id = ?",
        [world.pair.group_id]
      )
      expect(rows).toEqual(Array(2).fill({ paid_provider_id: UZUM, paid: true }))
    })

    it("U-35 an unknown source of money and a null tariff: CONFIRMED, kept as told", async () => {
      const id = await uzum.created(world.solo)
      const answer = await uzum.confirm(id, { paymentSource: "SOMETHING_NEW", tariff: null, cardType: null })
      expect(codeOf(answer)).toBe("CONFIRMED")
      const [row] = await world.sql("select details from gateway_transaction where external_id = ?", [id])
      expect(row.details).toMatchObject({
        paymentSource: "SOMETHING_NEW",
        tariff: null,
        phone: "998900000000",
      })
    })

    it("U-23 a transaction that was swept after 30 minutes: 10015, the order is free", async () => {
      const now = Date.now()
      world.stopClock(now)
      const id = await uzum.created(world.solo)
      const young = await uzum.created(world.pair)
      await world.sql("update gateway_transaction set create_time = create_time + 1 where external_id = ?", [
        young,
      ])
      await world.sql("update gateway_payable set expires_at = null")
      world.stopClock(now + HALF_AN_HOUR)
      const sweeps = await Promise.all([
        sweepUzum(world.getContainer(), now + HALF_AN_HOUR),
        sweepUzum(world.getContainer(), now + HALF_AN_HOUR),
      ])
      expect(sweeps[0] + sweeps[1]).toBe(1)
      expect(await world.transactions(world.solo)).toEqual([{ id, state: -1, reason: 4 }])
      expect(codeOf(await unchanged(() => uzum.confirm(id)))).toBe("10015")
      expect(codeOf(await unchanged(() => uzum.reverse(id)))).toBe("10018")
      expect(codeOf(await uzum.check(world.solo))).toBe("OK")
      expect(codeOf(await uzum.status(young))).toBe("CREATED")
    })

    it.each(["confirm", "reverse", "status"] as const)(
      "30 minutes old and not swept, %s fails the transaction",
      async (call) => {
        const now = Date.now()
        world.stopClock(now)
        const id = await uzum.created(world.solo)
        world.stopClock(now + HALF_AN_HOUR)
        expect(codeOf(await uzum[call](id))).toBe(
          { confirm: "10015", reverse: "10018", status: "10014" }[call]
        )
        expect(await world.transactions(world.solo)).toEqual([{ id, state: -1, reason: 4 }])
        expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
      }
    )

    it("a millisecond before its 30 minutes are over: CONFIRMED", async () => {
      const now = Date.now()
      world.stopClock(now)
      const id = await uzum.created(world.solo)
      world.stopClock(now + HALF_AN_HOUR - 1)
      expect(codeOf(await uzum.confirm(id))).toBe("CONFIRMED")
      expect(await statusOf(id)).toMatchObject({ confirmTime: now + HALF_AN_HOUR - 1 })
    })

    it("U-32 paid elsewhere meanwhile: 10015, FAILED, one alert, the order keeps its one payment", async () => {
      const id = await uzum.created(world.solo)
      await world.sql(
        "update gateway_payable set status = 'paid', paid_by = 'gtx_other' where order_group_id = ?",
        [world.solo.group_id]
      )
      expect(codeOf(await uzum.confirm(id))).toBe("10015")
      expect(await world.transactions(world.solo)).toEqual([{ id, state: -1, reason: 3 }])
      expect(await world.alerts()).toEqual([{ kind: "double_payment", provider_id: UZUM, reference: id }])
      expect(codeOf(await unchanged(() => uzum.confirm(id)))).toBe("10015")
      expect(await statusOf(id)).toMatchObject({ status: "FAILED" })
      expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
    })

    it("an order cancelled in the shop meanwhile: 10015, FAILED, nothing booked", async () => {
      const id = await uzum.created(world.solo)
      await world.api.post(`/admin/orders/${world.solo.orders[0].id}/cancel`, {}, world.market.operator)
      await world.groupBecomes(world.solo, "canceled")
      expect(codeOf(await uzum.confirm(id))).toBe("10015")
      expect(await world.transactions(world.solo)).toEqual([{ id, state: -1, reason: 3 }])
      expect(await world.alerts()).toEqual([{ kind: "late_payment", provider_id: UZUM, reference: id }])
    })
  })

  describe("reverse", () => {
    it("U-26 U-27 U-28 before the money: REVERSED, then 10018 and 10015; the order is payable again", async () => {
      const id = await uzum.created(world.solo)
      const { body } = await uzum.reverse(id)
      expect(body).toEqual({
        serviceId: 101202,
        transId: id,
        status: "REVERSED",
        reverseTime: expect.any(Number),
        data: {},
        amount: world.solo.amount,
      })
      const answers = await unchanged(async () => [await uzum.reverse(id), await uzum.confirm(id)])
      expect(answers.map(codeOf)).toEqual(["10018", "10015"])
      expect(await statusOf(id)).toMatchObject({
        status: "REVERSED",
        confirmTime: null,
        reverseTime: body.reverseTime,
      })
      expect(codeOf(await uzum.check(world.solo))).toBe("OK")
      await uzum.paid(world.solo)
      expect(await world.books(world.solo)).toEqual(paidBooks(world.solo))
    })

    it("U-29 U-31 after the money: REVERSED, the refund booked once, goods back; all three times", async () => {
      const stock = await world.available(world.loaf)
      const id = await uzum.paid(world.pair)
      expect(codeOf(await uzum.reverse(id))).toBe("REVERSED")
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      expect(await counts()).toEqual({ transactions: 1, payments: 2, captures: 2, refunds: 2 })
      expect(await world.available(world.loaf)).toBe(stock + 3)
      const answer = await statusOf(id)
      expect(answer).toEqual({
        serviceId: 101202,
        transId: id,
        status: "REVERSED",
        transTime: expect.any(Number),
        confirmTime: expect.any(Number),
        reverseTime: expect.any(Number),
        data: {},
        amount: world.pair.amount,
      })
      const after = await unchanged(async () => [
        await uzum.reverse(id),
        await uzum.confirm(id),
        await uzum.check(world.pair),
      ])
      expect(after.map(codeOf)).toEqual(["10018", "10015", "10009"])
    })

    it("U-30 shipped in full: 10017, nothing changed", async () => {
      const id = await uzum.paid(world.solo)
      await ship(world.solo)
      expect(codeOf(await unchanged(() => uzum.reverse(id)))).toBe("10017")
      expect(await statusOf(id)).toMatchObject({ status: "CONFIRMED" })
    })
  })

  describe("a call that was killed half-way", () => {
    const job = () => finishPayments(world.getContainer())

    /** Lets the first `good` calls of a module's method through and fails the next one. */
    function failAfter(good: number, module: string, method: string) {
      world.muteErrors()
      const service = world
        .getContainer()
        .resolve<Record<string, (...args: unknown[]) => Promise<unknown>>>(module)
      const real = service[method].bind(service)
      const spy = jest.spyOn(service, method)
      for (let index = 0; index < good; index++) {
        spy.mockImplementationOnce(real)
      }
      spy.mockImplementationOnce(() => Promise.reject(new Error("killed")))
      return null
    }
    /** Makes PostgreSQL refuse to change a table: whoever is writing is stopped at that point. Answers the way back. */
    async function breakTable(table: string): Promise<() => Promise<unknown>> {
      world.muteErrors()
      await world.sql(
        `create or replace function killed() returns trigger language plpgsql as 'begin raise exception ''killed''; end'`
      )
      await world.sql(`create trigger killed before insert or update on ${table} execute function killed()`)
      return () => world.sql(`drop trigger killed on ${table}`)
    }
    /** A confirm that is killed at one of the points below; then everything works again. */
    async function killedConfirm(id: string, point: string): Promise<void> {
      const mend =
        point === "gateway_transaction" ? failAfter(1, "gateway", "decide") : await breakTable(point)
      expect(codeOf(await uzum.confirm(id))).toBe("99999")
      await mend?.()
    }
    const KILLS = [
      ["before the first capture", "capture"],
      ["between a capture and its order's account", "order_transaction"],
      ["between the orders and their marks", "company_order"],
      ["between the orders and their group", "order_group"],
      ["between the books and the transaction's state", "gateway_transaction"],
    ]

    it.each(KILLS)("%s: 99999, and status finishes it with the time of the debit", async (_, point) => {
      const id = await uzum.created(world.pair)
      await killedConfirm(id, point)
      world.moveClock(5000)
      const answer = await statusOf(id)
      expect(answer).toMatchObject({ status: "CONFIRMED" })
      expect(answer.confirmTime as number).toBeLessThan(Date.now() - 4000)
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(codeOf(await unchanged(() => uzum.confirm(id)))).toBe("10016")
    })

    it.each(KILLS)("%s: Uzum repeats the confirm and is answered well, once", async (_, point) => {
      const id = await uzum.created(world.pair)
      await killedConfirm(id, point)
      expect(tally(await times20(() => uzum.confirm(id)))).toEqual({ CONFIRMED: 1, "10016": 19 })
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
    })

    it("and nobody asks: the job books it; half an hour does not kill it", async () => {
      const id = await uzum.created(world.pair)
      await killedConfirm(id, "capture")
      await sweepUzum(world.getContainer(), Date.now() + 2 * HALF_AN_HOUR)
      expect(codeOf(await uzum.create(world.pair, randomUUID()))).toBe("10008")
      await world.age(id)
      await job()
      expect(await world.books(world.pair)).toEqual(paidBooks(world.pair))
      expect(await statusOf(id)).toMatchObject({ status: "CONFIRMED" })
    })

    it("what the log says of it quotes nobody's data", async () => {
      const card = "8600495473316478"
      const id = await uzum.created(world.pair)
      world.muteErrors()
      const { error } = world.getContainer().resolve<{ error: jest.Mock }>("logger")
      const broken = () => new Error(`insert into x values (${card})`)
      const decide = world.gateway.decide.bind(world.gateway)
      const spy = jest.spyOn(world.gateway, "decide")
      spy.mockImplementationOnce(decide).mockRejectedValueOnce(broken()).mockRejectedValueOnce(broken())
      expect(codeOf(await uzum.confirm(id))).toBe("99999")
      expect(await statusOf(id)).toMatchObject({ status: "CREATED" })
      spy.mockRestore()
      expect(await statusOf(id)).toMatchObject({ status: "CONFIRMED" })
      jest.spyOn(world.gateway, "markSettled").mockRejectedValueOnce(broken())
      expect(codeOf(await uzum.reverse(id))).toBe("REVERSED")
      const late = await uzum.created(world.solo)
      await world.sql("update gateway_payable set status = 'canceled' where status = 'open'")
      jest.spyOn(world.gateway, "raiseAlert").mockRejectedValueOnce(broken())
      expect(codeOf(await uzum.confirm(late))).toBe("10015")
      const said = error.mock.calls.map(([text, thrown]) => `${text} ${(thrown as Error)?.stack}`).join("\n")
      expect(said).toMatch(/a call of Uzum failed/)
      expect(said).toMatch(/is still unfinished/)
      expect(said).toMatch(/is booked later/)
      expect(said).toMatch(/could not be written down/)
      expect(said).not.toContain(card)
    })

    it("status while the books cannot be written: CREATED still, never a wrong answer", async () => {
      const id = await uzum.created(world.pair)
      const mend = await breakTable("capture")
      expect(codeOf(await uzum.confirm(id))).toBe("99999")
      expect(await statusOf(id)).toMatchObject({ status: "CREATED", confirmTime: null })
      await mend()
      expect(await statusOf(id)).toMatchObject({ status: "CONFIRMED" })
    })

    it("and Uzum reverses at once: booked and refunded, once each", async () => {
      const id = await uzum.created(world.pair)
      await killedConfirm(id, "capture")
      expect(codeOf(await uzum.reverse(id))).toBe("REVERSED")
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      expect(await counts()).toEqual({ transactions: 1, payments: 2, captures: 2, refunds: 2 })
    })

    it("U-33 confirm is committed and its answer is lost: status says CONFIRMED", async () => {
      const id = await uzum.created(world.solo)
      await uzum.confirm(id)
      expect(await statusOf(id)).toMatchObject({ status: "CONFIRMED", confirmTime: expect.any(Number) })
    })

    it.each([
      ["before the first refund", 0, Modules.PAYMENT, "refundPayment"],
      ["between two refunds", 1, Modules.PAYMENT, "refundPayment"],
      ["before the transaction is settled", 0, "gateway", "markSettled"],
    ])("%s: REVERSED is told, the job books the rest, nothing twice", async (_, good, module, method) => {
      const id = await uzum.paid(world.pair)
      failAfter(good, module, method)
      expect(codeOf(await uzum.reverse(id))).toBe("REVERSED")
      await world.age(id)
      await job()
      expect(await world.books(world.pair)).toEqual(refundedBooks(world.pair))
      expect(await counts()).toEqual({ transactions: 1, payments: 2, captures: 2, refunds: 2 })
    })
  })

  it("a second service of the market: its own transactions, the same order paid once", async () => {
    const second = { id: "second", service_id: 777, login: "two", password: "a:b", account_field: "account" }
    world.setUzum({ services: [...world.gateway.options.uzum.services, second] })
    await world.sql("update gateway_payable set provider_ids = array_append(provider_ids, 'pp_uzum_second')")
    const headers = { authorization: `Basic ${Buffer.from("two:a:b").toString("base64")}` }
    const account: Payment["account"] = { account: world.solo.reference }
    const id = randomUUID()
    const body = { serviceId: 777, timestamp: 1, transId: id, params: account, amount: world.solo.amount }
    const foreign = await unchanged(() => uzum.send("create", { ...body, serviceId: 101202 }, { headers }))
    expect(codeOf(foreign)).toBe("10006")
    expect(codeOf(await uzum.send("create", body, { headers }))).toBe("CREATED")
    expect(codeOf(await unchanged(() => uzum.confirm(id)))).toBe("10014")
    expect(codeOf(await uzum.create(world.solo, randomUUID()))).toBe("99999")
  })
})

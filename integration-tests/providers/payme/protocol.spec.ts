import { MedusaError } from "@medusajs/framework/utils"
import { paymeId } from "../../../scripts/support/payme-caller"
import {
  Answer,
  basic,
  KEY,
  MAIN_METHODS,
  paymeSuite,
  printedDuring,
  Purchase,
  TEST_KEY,
  TWELVE_HOURS,
  unpaidBooks,
} from "../../support/payme"

/**
 * Payme's Merchant API over HTTP: transport and authorisation (A), refusals (B) and CreateTransaction (C) of the
 * conformance checklist, whose numbers begin the names. P-43 is about accumulating accounts, which this market has
 * none of: an order group is paid once.
 */
paymeSuite("Payme: transport, refusals, CreateTransaction", (world) => {
  const { payme } = world

  /** Sensible params for any method. */
  const paramsOf = (method: string, { account, amount }: Purchase = world.solo) => ({
    id: paymeId(),
    time: Date.now(),
    amount,
    account,
    reason: 5,
    from: 1,
    to: Date.now(),
    ...(method === "SetFiscalData" ? { type: "PERFORM", fiscal_data: {} } : {}),
  })

  const codes = (answers: Answer[]) => answers.map(({ status, error }) => [status, error?.code])
  const all = (count: number, code: number) => Array(count).fill([200, code])

  /** Runs calls and checks that they stored nothing. */
  async function unchanged<T>(calls: () => Promise<T>): Promise<T> {
    const before = await world.everything()
    const answers = await calls()
    expect(await world.everything()).toBe(before)
    return answers
  }

  async function callEach(headers: Record<string, string>): Promise<Answer[]> {
    const answers = []
    for (const method of MAIN_METHODS) {
      answers.push(await payme.call(method, paramsOf(method), { headers }))
    }
    return answers
  }

  describe("who may call", () => {
    it.each([
      ["P-01 no Authorization", { authorization: "" }],
      ["P-02 a wrong key", basic("WRONG-KEY")],
      ["P-02 a key that only begins right", basic(KEY.slice(0, -1))],
      ["P-03 another login", basic(KEY, "paycom")],
      ["P-04 a bearer token", { authorization: `Bearer ${KEY}` }],
      ["P-04 broken base64", { authorization: "Basic UGF5Y29t*OkZB" }],
      ["P-04 no colon", { authorization: `Basic ${Buffer.from(KEY).toString("base64")}` }],
      ["P-05 the sandbox's key while the sandbox is off", basic(TEST_KEY)],
    ])("%s: -32504 for every method, nothing stored", async (_, headers) => {
      const answers = await unchanged(() => callEach(headers))
      expect(codes(answers)).toEqual(all(MAIN_METHODS.length, -32504))
      expect(answers[0].error).toEqual({
        code: -32504,
        message: { ru: expect.any(String), uz: expect.any(String), en: expect.any(String) },
      })
    })

    it("P-02 a stranger is told -32504 before anything else about the request", async () => {
      const headers = basic("WRONG-KEY")
      const answers = [
        await payme.post("{", headers),
        await payme.post("[]", headers),
        await payme.post('{"method":"Foo","params":{},"id":7}', headers),
        await payme.post(" ".repeat(70_000), headers),
      ]
      expect(codes(answers)).toEqual(all(4, -32504))
    })

    it("P-05 the sandbox's key is accepted while the sandbox is on, and the live key still is", async () => {
      world.set({ payme: { sandbox: true } })
      const call = (key: string) =>
        payme.call("CheckPerformTransaction", paramsOf("CheckPerformTransaction"), { headers: basic(key) })
      expect(await call(TEST_KEY)).toMatchObject({ result: { allow: true } })
      expect(await call(KEY)).toMatchObject({ result: { allow: true } })
    })

    it("P-06 a key with colons and signs works whole", async () => {
      const key = "FAKE:key%with#odd&chars@000000000000"
      const [cashbox] = world.gateway.options.payme.cashboxes
      world.set({ payme: { cashboxes: [{ ...cashbox, key }] } })
      expect(await payme.call("GetStatement", { from: 1, to: 2 }, { headers: basic(key) })).toMatchObject({
        result: { transactions: [] },
      })
      expect(
        (await payme.call("GetStatement", { from: 1, to: 2 }, { headers: basic("FAKE") })).error?.code
      ).toBe(-32504)
      expect((await payme.statement(1, 2)).error?.code).toBe(-32504)
    })

    it("P-03 the login is a setting", async () => {
      world.set({ payme: { login: "Merchant" } })
      expect((await payme.statement(1, 2)).error?.code).toBe(-32504)
      const answer = await payme.call("GetStatement", { from: 1, to: 2 }, { headers: basic(KEY, "Merchant") })
      expect(answer.result).toEqual({ transactions: [] })
    })

    it("P-15 with an allow-list other addresses get -32504", async () => {
      world.set({ payme: { allowed_ips: ["185.234.113.0/28"] } })
      expect(codes(await unchanged(() => callEach({})))).toEqual(all(MAIN_METHODS.length, -32504))
      world.set({ payme: { allowed_ips: ["127.0.0.1", "::1"] } })
      expect((await payme.statement(1, 2)).result).toEqual({ transactions: [] })
    })

    it("P-15 behind a proxy the address that it saw counts, not what the caller wrote in front of it", async () => {
      world.set({ payme: { allowed_ips: ["185.234.113.0/28"] } })
      const from = (chain: string) =>
        payme.call("GetStatement", { from: 1, to: 2 }, { headers: { "x-forwarded-for": chain } })
      expect((await from("185.234.113.5, 203.0.113.9")).error?.code).toBe(-32504)
      expect((await from("203.0.113.9, 185.234.113.16")).error?.code).toBe(-32504)
      expect((await from("203.0.113.9, 185.234.113.5")).result).toEqual({ transactions: [] })
    })

    it("each cash box sees its own payables and transactions only", async () => {
      const id = await payme.created(world.solo)
      const [cashbox] = world.gateway.options.payme.cashboxes
      const other = { ...cashbox, id: "second", merchant_id: "bbbbbbbbbbbbbbbbbbbbbbbb", key: "SECOND-KEY" }
      world.set({ payme: { cashboxes: [cashbox, other] } })
      const headers = basic("SECOND-KEY")
      const call = (method: string, params: object) => payme.call(method, params, { headers })
      const { account, amount } = world.solo
      const answers = await unchanged(async () => [
        await call("CheckPerformTransaction", { account, amount }),
        await call("CreateTransaction", { id, time: Date.now(), account, amount }),
        await call("PerformTransaction", { id }),
        await call("CancelTransaction", { id, reason: 3 }),
        await call("CheckTransaction", { id }),
        await call("SetFiscalData", { id, type: "PERFORM", fiscal_data: {} }),
      ])
      expect(codes(answers).map(([, code]) => code)).toEqual([-31050, -31050, -31003, -31003, -31003, -32001])
      expect((await call("GetStatement", { from: 1, to: Date.now() })).result).toEqual({ transactions: [] })
    })
  })

  describe("what a request has to look like", () => {
    it("P-07 any HTTP method but POST: -32300 at HTTP 200", async () => {
      const answers = await unchanged(() =>
        Promise.all(["GET", "PUT", "PATCH", "DELETE"].map((method) => payme.post("{}", {}, method)))
      )
      expect(codes(answers)).toEqual(all(4, -32300))
    })

    it.each([
      ["a cut-off object", '{"method":'],
      ["nothing", ""],
      ["a word", "salom"],
      ["an HTML page", "<html></html>"],
      ["a form", "method=CheckTransaction&id=1"],
      ["a trailing comma", '{"method":"CheckTransaction","params":{},}'],
      ["bytes that are no text", "\u0000\u0001"],
    ])("P-08 %s: -32700 with id null", async (_, body) => {
      const answer = await unchanged(() => payme.post(body))
      expect(codes([answer])).toEqual([[200, -32700]])
      expect(answer.id).toBeNull()
    })

    it.each([
      ["an array", '[{"method":"CheckTransaction","params":{"id":"1"},"id":1}]'],
      ["null", "null"],
      ["a number", "7"],
      ["text", '"CheckTransaction"'],
      ["no method", '{"params":{},"id":1}'],
      ["a method that is no text", '{"method":7,"params":{},"id":1}'],
      ["params as text", '{"method":"CheckTransaction","params":"{}","id":1}'],
      ["params as a list", '{"method":"CheckTransaction","params":["1"],"id":1}'],
      ["params null", '{"method":"CheckTransaction","params":null,"id":1}'],
      ["no params", '{"method":"CheckTransaction","id":1}'],
    ])("P-09 %s: -32600", async (_, body) => {
      expect(codes([await unchanged(() => payme.post(body))])).toEqual([[200, -32600]])
    })

    it.each(["Foo", "checktransaction", "", "__proto__", "toString", "ChangePassword"])(
      'P-10 method "%s": -32601 with its name',
      async (method) => {
        const answer = await unchanged(() => payme.call(method, {}))
        expect(answer).toMatchObject({ status: 200, error: { code: -32601, data: method } })
      }
    )

    it.each([
      "text/json; charset=UTF-8",
      "application/json",
      "application/json; charset=utf-16",
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "application/octet-stream",
      "x",
    ])("P-11 content type %s: the same answer", async (type) => {
      const body = JSON.stringify({
        method: "CheckPerformTransaction",
        params: paramsOf("CheckPerformTransaction"),
        id: 1,
      })
      const expected = await payme.post(body, { "content-type": "application/json" })
      const answer = await payme.post(body, { "content-type": type })
      expect(answer).toEqual(expected)
      expect(answer.type).toContain("application/json")
      expect(answer.result).toMatchObject({ allow: true })
    })

    it.each([
      ["7", "7"],
      ['"7"', '"7"'],
      ["null", "null"],
      ["9007199254740993", "9007199254740993"],
      ["-9007199254740993", "-9007199254740993"],
      ["1".repeat(400), "1".repeat(400)],
      ["1.0", "1.0"],
      ["1e400", "1e400"],
      ['"\\u0041"', '"\\u0041"'],
      ["true", "true"],
      ['{"a":1}', "null"],
      ["[1]", "null"],
    ])("P-12 id %s comes back digit by digit", async (id, echoed) => {
      const refused = await payme.post(`{"id":${id},"method":"CheckTransaction","params":{"id":"unknown"}}`)
      expect(refused.text.endsWith(`,"id":${echoed}}`)).toBe(true)
      const accepted = await payme.post(`{"method":"GetStatement","params":{"from":1,"to":2},"id":${id}}`)
      expect(accepted.text).toBe(`{"result":{"transactions":[]},"id":${echoed}}`)
    })

    it("P-12 an absent id is null", async () => {
      const { text } = await payme.post('{"method":"GetStatement","params":{"from":1,"to":2}}')
      expect(text).toBe('{"result":{"transactions":[]},"id":null}')
    })

    it("P-16 unknown members are ignored", async () => {
      const { account, amount } = world.solo
      const id = paymeId()
      const extra = { card: { number: "x" }, jsonrpc: "2.0", reason: { a: 1 } }
      expect(await payme.call("CheckPerformTransaction", { ...extra, account, amount })).toMatchObject({
        result: { allow: true },
      })
      expect(
        await payme.call("CreateTransaction", { ...extra, id, time: Date.now(), account, amount })
      ).toMatchObject({
        result: { state: 1 },
      })
      expect(await payme.call("CheckTransaction", { ...extra, id })).toMatchObject({ result: { state: 1 } })
    })

    it("a body over 64 kB: -32600, also when it would be a right call", async () => {
      const params = paramsOf("CreateTransaction")
      const body = (padding: number) =>
        JSON.stringify({
          method: "CreateTransaction",
          params: { ...params, padding: "x".repeat(padding) },
          id: 1,
        })
      const answers = await unchanged(async () => [
        await payme.post(body(64 * 1024)),
        await payme.post(body(900_000)),
      ])
      expect(codes(answers)).toEqual(all(2, -32600))
      expect(await payme.post(body(60_000))).toMatchObject({ result: { state: 1 } })
    })

    it("a body without end is not listened to, and the next call is answered", async () => {
      await unchanged(() => payme.post(" ".repeat(4_000_000)).catch(() => null))
      expect(await payme.allows(world.solo)).toMatchObject({ result: { allow: true } })
    })

    it.each([
      ["lists", "[", "]"],
      ["objects", '{"a":', "}"],
    ])("deep nesting of %s: -32600", async (_, open, close) => {
      const nested = (depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`
      const body = (depth: number) =>
        `{"method":"CheckTransaction","params":{"id":"1","deep":${nested(depth)}},"id":9}`
      const answers = await unchanged(async () => [
        await payme.post(body(100)),
        await payme.post(body(10_000)),
      ])
      expect(codes(answers)).toEqual(all(2, -32600))
      expect(answers.map(({ id }) => id)).toEqual([9, 9])
    })

    it.each(["PerformTransaction", "CancelTransaction", "CheckTransaction", "CreateTransaction"])(
      "%s with an id that cannot be one: -32600",
      async (method) => {
        const ids = ["", "x".repeat(65), "x".repeat(60_000), "a\u0000b", 7, null, {}, ["1"], undefined]
        const answers = await unchanged(async () => {
          const answers = []
          for (const id of ids) {
            answers.push(await payme.call(method, { ...paramsOf(method), id }))
          }
          return answers
        })
        expect(codes(answers)).toEqual(all(ids.length, -32600))
      }
    )

    it.each([
      "what?",
      "?",
      "??",
      "$1",
      ":id",
      "'; select 1; --",
      '"',
      "\\",
      "\\'",
      "%",
      "${x}",
      "Буюртма",
      "😀",
    ])("text like %s is only text, as a reference and as an id", async (text) => {
      const answers = await unchanged(async () => [
        await payme.call("CheckPerformTransaction", { amount: 100, account: { order_id: text } }),
        await payme.call("CreateTransaction", {
          ...paramsOf("CreateTransaction"),
          account: { order_id: text },
        }),
        await payme.perform(text),
        await payme.cancel(text),
        await payme.check(text),
        await payme.call("SetFiscalData", { id: text, type: "PERFORM", fiscal_data: { message: text } }),
      ])
      expect(codes(answers).map(([, code]) => code)).toEqual([-31050, -31050, -31003, -31003, -31003, -32001])
      const { amount, account } = world.solo
      const time = Date.now()
      const noted = { ...account, note: text }
      expect(await payme.create({ amount, account: noted }, text, time)).toMatchObject({
        result: { state: 1 },
      })
      expect((await payme.statement(time, time)).result?.transactions).toMatchObject([
        { id: text, account: noted },
      ])
      expect(await payme.perform(text)).toMatchObject({ result: { state: 2 } })
    })
  })

  describe("when something breaks", () => {
    const TABLES = ["gateway_payable", "gateway_transaction", "gateway_key"]
    const METHODS = [...MAIN_METHODS, "SetFiscalData"]

    /** The gateway's tables are gone while `work` runs: the database says no to every statement. */
    async function withoutDatabase<T>(work: () => Promise<T>): Promise<T> {
      for (const table of TABLES) {
        await world.sql(`alter table ${table} rename to ${table}_away`)
      }
      try {
        return await work()
      } finally {
        for (const table of TABLES) {
          await world.sql(`alter table ${table}_away rename to ${table}`)
        }
      }
    }

    const silently = async <T>(work: () => Promise<T>): Promise<T> => {
      let answer: T
      await printedDuring(world.getContainer(), async () => (answer = await work()))
      return answer!
    }

    it("P-13 the database is down: -32400 at HTTP 200 for every method, and nothing is half-stored", async () => {
      const id = await payme.created(world.solo)
      const answers = await unchanged(() =>
        silently(() =>
          withoutDatabase(() =>
            Promise.all(METHODS.map((method) => payme.call(method, { ...paramsOf(method), id })))
          )
        )
      )
      expect(codes(answers)).toEqual(all(METHODS.length, -32400))
      expect(await payme.perform(id)).toMatchObject({ result: { state: 2 } })
    })

    it.each([
      ["not_found", new MedusaError(MedusaError.Types.NOT_FOUND, "gone")],
      ["unauthorized", new MedusaError(MedusaError.Types.UNAUTHORIZED, "who are you")],
      ["an error without a kind", new Error("boom")],
      ["a thrown text", "boom"],
      ["a thrown nothing", undefined],
    ])("P-14 the handler throws %s: -32400 at HTTP 200", async (_, error) => {
      for (const method of [
        "findTransaction",
        "viewByReference",
        "decide",
        "listStatement",
        "saveFiscal",
      ] as const) {
        jest.spyOn(world.gateway, method).mockImplementation(() => Promise.reject(error))
      }
      const answers = await unchanged(() =>
        silently(() => Promise.all(METHODS.map((method) => payme.call(method, paramsOf(method)))))
      )
      expect(codes(answers)).toEqual(all(METHODS.length, -32400))
    })

    it("neither keys nor card data reach the log", async () => {
      const card = "8600495473316478"
      const { amount, account } = world.solo
      const printed = await printedDuring(world.getContainer(), async () => {
        await withoutDatabase(async () => {
          await payme.allows({ amount, account: { order_id: card } })
          await payme.create({ amount, account: { ...account, card } }, paymeId())
          await payme.check(card)
          await payme.call("CheckTransaction", { id: "1", card }, { headers: basic("WRONG-KEY-4711") })
        })
        await world.sql("alter table gateway_transaction add constraint refuse_all check (amount_tiyin < 0)")
        expect((await payme.create({ amount, account: { ...account, card } }, paymeId())).error?.code).toBe(
          -32400
        )
        jest.spyOn(world.gateway, "decide").mockRejectedValueOnce(new Error(`cannot store ${card}`))
        expect((await payme.create({ amount, account }, paymeId())).error?.code).toBe(-32400)
      })
      expect(printed.match(/a call of Payme failed/g)).toHaveLength(5)
      for (const secret of [
        card,
        KEY,
        TEST_KEY,
        basic(KEY).authorization.slice(6),
        "WRONG-KEY-4711",
        "Authorization",
      ]) {
        expect(printed).not.toContain(secret)
      }
    })
  })

  describe("CheckPerformTransaction and refusals", () => {
    const message = { ru: expect.any(String), uz: expect.any(String), en: expect.any(String) }

    it("P-20 P-21 another amount than the order's: -31001, no row", async () => {
      const wrong = { ...world.solo, amount: world.solo.amount + 1 }
      const answers = await unchanged(async () => [
        await payme.allows(wrong),
        await payme.create(wrong, paymeId()),
      ])
      expect(answers.map(({ error }) => error)).toEqual(Array(2).fill({ code: -31001, message }))
    })

    it("P-22 P-23 an unknown order: account error with the field and three languages, no row", async () => {
      const unknown = { amount: 15_000_050, account: { order_id: "999999" } }
      const answers = await unchanged(async () => [
        await payme.allows(unknown),
        await payme.create(unknown, paymeId()),
      ])
      expect(answers.map(({ error }) => error)).toEqual(
        Array(2).fill({ code: -31050, message, data: "order_id" })
      )
    })

    it("P-24 an account without the cash box's field: -31050 naming it", async () => {
      const { amount, reference } = world.solo
      const accounts = [{}, { id: reference }, { ORDER_ID: reference }, { order_id: "" }, { order_id: "  " }]
      const answers = await unchanged(async () => [
        ...(await Promise.all(accounts.map((account) => payme.allows({ amount, account })))),
        ...(await Promise.all(accounts.map((account) => payme.create({ amount, account }, paymeId())))),
      ])
      expect(answers.map(({ error }) => error)).toEqual(
        Array(10).fill({ code: -31050, message, data: "order_id" })
      )
    })

    it("P-24 the field's name is a setting", async () => {
      const { amount, account, reference } = world.solo
      const [cashbox] = world.gateway.options.payme.cashboxes
      world.set({ payme: { cashboxes: [{ ...cashbox, account_field: "zakaz" }] } })
      expect(await payme.allows({ amount, account })).toMatchObject({
        error: { code: -31050, data: "zakaz" },
      })
      expect(await payme.allows({ amount, account: { zakaz: reference } })).toMatchObject({
        result: { allow: true },
      })
    })

    it.each([0, -1, -33_000, 15_000_050.5, 0.1, 1e30, Number.MAX_SAFE_INTEGER])(
      "P-25 amount %d: -31001, no row",
      async (amount) => {
        const { account } = world.solo
        const answers = await unchanged(async () => [
          await payme.allows({ account, amount }),
          await payme.create({ account, amount }, paymeId()),
        ])
        expect(codes(answers)).toEqual(all(2, -31001))
      }
    )

    it("P-25 an amount that is no number: -32600; one that JSON cannot hold: -31001", async () => {
      const { account, amount } = world.solo
      const answers = await unchanged(async () => [
        ...(await Promise.all(
          [String(amount), null, true, [amount], {}, undefined].map((amount) =>
            payme.call("CreateTransaction", { id: paymeId(), time: Date.now(), account, amount })
          )
        )),
        await payme.post(
          `{"method":"CheckPerformTransaction","params":{"amount":1e400,"account":${JSON.stringify(account)}},"id":1}`
        ),
      ])
      expect(codes(answers)).toEqual([...all(6, -32600), [200, -31001]])
    })

    it("P-26 the order as a number and as text are the same", async () => {
      const { amount, reference } = world.solo
      for (const order_id of [
        reference,
        ` ${reference} `,
        ...(reference.startsWith("0") ? [] : [Number(reference)]),
      ]) {
        expect(await payme.allows({ amount, account: { order_id } })).toMatchObject({
          result: { allow: true },
        })
      }
      const huge = await payme.allows({ amount, account: { order_id: 2 ** 60 } })
      expect(huge).toMatchObject({ error: { code: -31050, data: "order_id" } })
    })

    it("P-27 the right amount: allowed, no row, as often as asked", async () => {
      const answers = await unchanged(() => Promise.all([payme.allows(world.pair), payme.allows(world.pair)]))
      expect(answers.map(({ result }) => result)).toEqual([{ allow: true }, { allow: true }])
    })

    it("P-28 a paid order: -31051", async () => {
      await payme.paid(world.solo)
      const answers = await unchanged(async () => [
        await payme.allows(world.solo),
        await payme.create(world.solo, paymeId()),
      ])
      expect(answers.map(({ error }) => error)).toEqual(
        Array(2).fill({ code: -31051, message, data: "order_id" })
      )
    })

    it("P-29 an order cancelled in the shop: -31052", async () => {
      const [order] = world.pair.orders
      await world.api.post(`/admin/orders/${order.id}/cancel`, {}, world.market.operator)
      expect((await payme.allows(world.pair)).error?.code).toBe(-31052)
      await world.groupBecomes(world.pair, "canceled")
      const answers = await unchanged(async () => [
        await payme.allows(world.pair),
        await payme.create(world.pair, paymeId()),
      ])
      expect(answers.map(({ error }) => error)).toEqual(
        Array(2).fill({ code: -31052, message, data: "order_id" })
      )
    })

    it("P-30 P-35 a second transaction while one is live: the busy code, a setting", async () => {
      const id = await payme.created(world.solo)
      const answers = await unchanged(async () => [
        await payme.allows(world.solo),
        await payme.create(world.solo, paymeId()),
      ])
      expect(answers.map(({ error }) => error)).toEqual(
        Array(2).fill({ code: -31099, message, data: "order_id" })
      )
      world.set({ payme: { busy_code: -31008 } })
      const other = await unchanged(async () => [
        await payme.allows(world.solo),
        await payme.create(world.solo, paymeId()),
      ])
      expect(other.map(({ error }) => error)).toEqual(Array(2).fill({ code: -31008, message }))
      expect((await payme.check(id)).result).toMatchObject({ state: 1 })
    })
  })

  describe("CreateTransaction", () => {
    it("P-31 P-32 P-34 stores the transaction once and answers a repetition with the same result", async () => {
      const id = paymeId()
      const time = Date.now() - 1000
      const before = Date.now()
      const first = await payme.create(world.solo, id, time)
      const after = Date.now()
      expect(first.result).toEqual({
        create_time: expect.any(Number),
        transaction: expect.any(String),
        state: 1,
      })
      expect(first.result!.create_time).toBeGreaterThanOrEqual(before)
      expect(first.result!.create_time).toBeLessThanOrEqual(after)
      world.moveClock(5000)
      const again = await unchanged(() => payme.create(world.solo, id, time))
      expect(JSON.stringify(again.result)).toBe(JSON.stringify(first.result))
      expect(await world.transactions(world.solo)).toEqual([{ id, state: 1, reason: null }])
      expect((await payme.check(id)).result).toEqual({
        create_time: first.result!.create_time,
        perform_time: 0,
        cancel_time: 0,
        transaction: first.result!.transaction,
        state: 1,
        reason: null,
      })
      expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
    })

    it("P-33 two identical calls in parallel: one row, equal results", async () => {
      const id = paymeId()
      const time = Date.now()
      const [one, two] = await Promise.all([
        payme.create(world.solo, id, time),
        payme.create(world.solo, id, time),
      ])
      expect(one.result).toEqual({
        create_time: expect.any(Number),
        transaction: expect.any(String),
        state: 1,
      })
      expect(two.result).toEqual(one.result)
      expect(await world.transactions(world.solo)).toEqual([{ id, state: 1, reason: null }])
    })

    it("P-36 two ids in parallel: exactly one is live", async () => {
      const ids = [paymeId(), paymeId()]
      const answers = await Promise.all(ids.map((id) => payme.create(world.solo, id)))
      const winner = answers.findIndex(({ result }) => result?.state === 1)
      expect(answers[1 - winner].error?.code).toBe(-31099)
      expect(await world.transactions(world.solo)).toEqual([{ id: ids[winner], state: 1, reason: null }])
    })

    it("P-37 P-40 after a cancelled transaction another may begin, the cancelled one may not", async () => {
      const dead = await payme.dropped(world.solo)
      expect((await unchanged(() => payme.create(world.solo, dead))).error?.code).toBe(-31008)
      const id = await payme.created(world.solo)
      expect(await world.transactions(world.solo)).toEqual([
        { id: dead, state: -1, reason: 3 },
        { id, state: 1, reason: null },
      ])
    })

    it("P-38 P-39 after a performed transaction no other begins, nor itself again", async () => {
      const id = await payme.paid(world.solo)
      const answers = await unchanged(async () => [
        await payme.create(world.solo, paymeId()),
        await payme.create(world.solo, id),
      ])
      expect(codes(answers)).toEqual([
        [200, -31051],
        [200, -31008],
      ])
    })

    it("P-41 twelve hours after its time it is dead: -31008, state -1, reason 4, and the order is free", async () => {
      const time = Date.now() - TWELVE_HOURS + 60_000
      const id = await payme.created(world.solo, time)
      world.stopClock(time + TWELVE_HOURS - 1)
      expect((await payme.create(world.solo, id, time)).result).toMatchObject({ state: 1 })
      world.stopClock(time + TWELVE_HOURS)
      expect((await payme.create(world.solo, id, time)).error?.code).toBe(-31008)
      expect((await payme.check(id)).result).toMatchObject({
        state: -1,
        reason: 4,
        perform_time: 0,
        cancel_time: time + TWELVE_HOURS,
      })
      const next = await payme.created(world.solo)
      expect(await world.transactions(world.solo)).toEqual([
        { id, state: -1, reason: 4 },
        { id: next, state: 1, reason: null },
      ])
    })

    it("P-41 a dead transaction that nobody touched gives way to the next one", async () => {
      const time = Date.now() - TWELVE_HOURS + 60_000
      const id = await payme.created(world.solo, time)
      world.stopClock(time + TWELVE_HOURS)
      expect(await payme.allows(world.solo)).toMatchObject({ result: { allow: true } })
      const next = await payme.created(world.solo)
      expect(await world.transactions(world.solo)).toEqual([
        { id, state: -1, reason: 4 },
        { id: next, state: 1, reason: null },
      ])
    })

    it("P-42 a time older than twelve hours: -31008, no row; a clock that runs ahead is fresh", async () => {
      const now = Date.now()
      world.stopClock(now)
      const old = await unchanged(() => payme.create(world.solo, paymeId(), now - TWELVE_HOURS))
      expect(old.error?.code).toBe(-31008)
      expect((await payme.create(world.solo, paymeId(), now + TWELVE_HOURS)).result).toMatchObject({
        state: 1,
      })
    })

    it.each([0, -1, 1.5, "1700000000000", null, 2 ** 53])("time %p: -32600, no row", async (time) => {
      const answer = await unchanged(() =>
        payme.call("CreateTransaction", { ...paramsOf("CreateTransaction"), time })
      )
      expect(codes([answer])).toEqual([[200, -32600]])
    })

    it("a stored id with another amount or another order: refused, nothing changed", async () => {
      const id = await payme.created(world.solo)
      const answers = await unchanged(async () => [
        await payme.create({ ...world.solo, amount: world.solo.amount + 1 }, id),
        await payme.create({ ...world.solo, account: world.pair.account }, id),
        await payme.create(world.pair, id),
        await payme.create({ ...world.solo, account: { order_id: "999999" } }, id),
      ])
      expect(codes(answers).map(([, code]) => code)).toEqual([-31001, -31050, -31001, -31050])
    })
  })
})

import { randomUUID } from "node:crypto"
import fc from "fast-check"
import { bodyOf, Call, CALLS, codeOf, HALF_AN_HOUR, UzumAnswer, uzumSuite } from "../../support/uzum"
import { unpaidBooks } from "../../support/payme"

/**
 * Uzum Bank's Merchant API over HTTP: who may call, what a call must hold, `/check`, `/create` and `/status`. The numbers
 * are those of the conformance checklist.
 */
uzumSuite("Uzum: the protocol", (world) => {
  const { uzum } = world

  /** Runs calls and checks that they stored nothing. */
  async function unchanged<T>(calls: () => Promise<T>): Promise<T> {
    const before = await world.everything()
    const answers = await calls()
    expect(await world.everything()).toBe(before)
    return answers
  }
  const each = (ask: (call: Call) => Promise<UzumAnswer>) => unchanged(() => Promise.all(CALLS.map(ask)))
  const body = (call: Call) => JSON.stringify(bodyOf(call, world.solo, randomUUID()))

  it("U-01 without auth, with a wrong password or another scheme: 10001, nothing stored", async () => {
    const headers = [
      { authorization: "" },
      { authorization: `Basic ${Buffer.from("fake_login:wrong").toString("base64")}` },
      { authorization: `Basic ${Buffer.from("fake_login").toString("base64")}` },
      { authorization: "Bearer ZmFrZV9sb2dpbjpmYWtlX3Bhc3N3b3Jk" },
    ]
    for (const header of headers) {
      const answers = await each((call) => uzum.post(call, body(call), { headers: header }))
      expect(answers.map(codeOf)).toEqual(Array(5).fill("10001"))
    }
    expect((await uzum.post("check", "{", { headers: { authorization: "" } })).text).toMatch(
      /^\{"status":"FAILED","timestamp":\d+,"errorCode":"10001"\}$/
    )
  })

  it.each(["GET", "PUT", "PATCH", "DELETE"])("U-02 %s on each path: 10003", async (method) => {
    const answers = await each((call) => uzum.post(call, body(call), { method }))
    expect(answers.map(codeOf)).toEqual(Array(5).fill("10003"))
    expect(answers.every(({ type }) => type?.startsWith("application/json"))).toBe(true)
  })

  it("U-03 broken JSON: 10002, whatever its content type", async () => {
    for (const text of ["", "{", "[]", "null", `${"x".repeat(70_000)}`, `{"a":${"[".repeat(9999)}`]) {
      const answers = await each((call) => uzum.post(call, text))
      expect(answers.map(codeOf)).toEqual(Array(5).fill("10002"))
    }
    const forms = await each((call) =>
      uzum.post(call, "a=1", { headers: { "content-type": "application/x-www-form-urlencoded" } })
    )
    expect(forms.map(codeOf)).toEqual(Array(5).fill("10002"))
    expect(
      codeOf(await uzum.post("check", body("check"), { headers: { "content-type": "text/json" } }))
    ).toBe("OK")
  })

  it("U-04 one required field missing: 10005", async () => {
    const optional = ["tariff", "processingReferenceNumber", "cardType"]
    await unchanged(async () => {
      for (const call of CALLS) {
        const whole = bodyOf(call, world.solo, randomUUID())
        for (const field of Object.keys(whole).filter((name) => !optional.includes(name))) {
          const { [field]: _, ...rest } = whole
          expect([call, field, codeOf(await uzum.send(call, rest))]).toEqual([call, field, "10005"])
        }
      }
    })
  })

  it("U-05 another serviceId: 10006 in check and create, 10014 elsewhere", async () => {
    const answers = await each((call) =>
      uzum.send(call, { ...bodyOf(call, world.solo, randomUUID()), serviceId: 999 })
    )
    expect(answers.map(codeOf)).toEqual(["10006", "10006", "10014", "10014", "10014"])
    expect(answers[0].body).toMatchObject({ serviceId: 999, timestamp: expect.any(Number) })
  })

  it("U-06 an unknown order, or no account field: 10007", async () => {
    const accounts = [{ order_id: "1" }, {}, { order_id: "" }, { order_id: null }, { Order_id: "1" }]
    for (const account of accounts) {
      const answers = await unchanged(async () => [
        await uzum.check({ account }),
        await uzum.create({ account, amount: world.solo.amount }, randomUUID()),
      ])
      expect(answers.map(codeOf)).toEqual(["10007", "10007"])
    }
  })

  it("U-07 a paid order: check and create answer 10008", async () => {
    await uzum.paid(world.solo)
    const answers = await unchanged(async () => [
      await uzum.check(world.solo),
      await uzum.create(world.solo, randomUUID()),
    ])
    expect(answers.map(codeOf)).toEqual(["10008", "10008"])
  })

  it("U-08 an order cancelled in the shop, or overdue: 10009", async () => {
    const [order] = world.pair.orders
    await world.api.post(`/admin/orders/${order.id}/cancel`, {}, world.market.operator)
    await world.groupBecomes(world.pair, "canceled")
    await world.overdue(world.solo, 1)
    for (const purchase of [world.pair, world.solo]) {
      const answers = await unchanged(async () => [
        await uzum.check(purchase),
        await uzum.create(purchase, randomUUID()),
      ])
      expect(answers.map(codeOf)).toEqual(["10009", "10009"])
    }
  })

  it("U-09 check: OK with our own time, no row", async () => {
    const before = Date.now()
    const answer = await unchanged(() => uzum.check(world.solo))
    expect(answer.body).toEqual({
      serviceId: 101202,
      timestamp: expect.any(Number),
      status: "OK",
      data: {},
    })
    expect(answer.body.timestamp).toBeGreaterThanOrEqual(before)
    expect(answer.http).toBe(200)
  })

  it("U-10 the account as number and as text: the same answer", async () => {
    world.stopClock(Date.now())
    const order_id = Number(world.solo.reference)
    const [text, number] = [await uzum.check(world.solo), await uzum.check({ account: { order_id } })]
    expect(number.text).toBe(text.text)
    expect(
      codeOf(await uzum.create({ account: { order_id }, amount: world.solo.amount }, randomUUID()))
    ).toBe("CREATED")
  })

  it("U-11 U-37 another amount: 10011, no row, to the last digit", async () => {
    const { amount } = world.solo
    for (const wrong of [amount + 1, amount - 1, 0, -amount, amount / 100]) {
      const answer = await unchanged(() => uzum.create({ ...world.solo, amount: wrong }, randomUUID()))
      expect(codeOf(answer)).toBe("10011")
    }
    const text = JSON.stringify(bodyOf("create", world.solo, randomUUID()))
    for (const wrong of ["9007199254740993", "9223372036854775807", "1e30", `${amount}.5`]) {
      const sent = text.replace(`"amount":${amount}`, `"amount":${wrong}`)
      expect(codeOf(await unchanged(() => uzum.post("create", sent)))).toBe("10011")
    }
    await world.sql("update gateway_payable set amount_tiyin = 9007199254740992 where reference = ?", [
      world.solo.reference,
    ])
    const close = text.replace(`"amount":${amount}`, '"amount":9007199254740993')
    expect(codeOf(await unchanged(() => uzum.post("create", close)))).toBe("10011")
  })

  it("U-12 U-17 create: CREATED with our time, the amount echoed; status says the same", async () => {
    const id = randomUUID()
    const before = Date.now()
    const { body: created } = await uzum.create(world.solo, id)
    expect(created).toEqual({
      serviceId: 101202,
      transId: id,
      status: "CREATED",
      transTime: expect.any(Number),
      data: {},
      amount: world.solo.amount,
    })
    expect(created.transTime).toBeGreaterThanOrEqual(before)
    expect(await world.transactions(world.solo)).toEqual([{ id, state: 1, reason: null }])
    expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
    expect((await unchanged(() => uzum.status(id))).body).toEqual({
      ...created,
      confirmTime: null,
      reverseTime: null,
    })
  })

  it("U-13 the same transId again, whatever else the call says: 10010, one row", async () => {
    const id = await uzum.created(world.solo)
    const answers = await unchanged(async () => [
      await uzum.create(world.solo, id),
      await uzum.create({ ...world.solo, amount: 1 }, id),
      await uzum.create(world.pair, id),
      await uzum.create({ account: {}, amount: 1 }, id),
    ])
    expect(answers.map(codeOf)).toEqual(Array(4).fill("10010"))
    expect(answers[0].body).toEqual({
      serviceId: 101202,
      transId: id,
      status: "FAILED",
      transTime: expect.any(Number),
      errorCode: "10010",
    })
  })

  it("U-15 another transaction while one waits: the busy code, a setting; the first is untouched", async () => {
    const id = await uzum.created(world.solo)
    expect(codeOf(await unchanged(() => uzum.create(world.solo, randomUUID())))).toBe("99999")
    world.setUzum({ busy_code: "10008" })
    expect(codeOf(await unchanged(() => uzum.create(world.solo, randomUUID())))).toBe("10008")
    expect(codeOf(await uzum.check(world.solo))).toBe("OK")
    expect(codeOf(await uzum.status(id))).toBe("CREATED")
  })

  it("U-22 an unknown transId: 10014", async () => {
    const answers = await unchanged(async () => [
      await uzum.confirm(randomUUID()),
      await uzum.reverse(randomUUID()),
      await uzum.status(randomUUID()),
    ])
    expect(answers.map(codeOf)).toEqual(["10014", "10014", "10014"])
    expect(answers.map(({ body }) => Object.keys(body)[3])).toEqual([
      "confirmTime",
      "reverseTime",
      "transTime",
    ])
  })

  it("U-34 the database does not answer: 99999, nothing half-stored", async () => {
    const id = await uzum.created(world.solo)
    world.muteErrors()
    const before = await world.everything()
    for (const name of ["viewByReference", "decide", "findTransaction"] as const) {
      jest.spyOn(world.gateway, name).mockRejectedValue(new Error("connection terminated"))
    }
    const answers = [
      await uzum.check(world.solo),
      await uzum.create(world.pair, randomUUID()),
      await uzum.confirm(id),
      await uzum.reverse(id),
      await uzum.status(id),
    ]
    expect(answers.map(codeOf)).toEqual(Array(5).fill("99999"))
    expect(await world.everything()).toBe(before)
    jest.restoreAllMocks()
    expect(codeOf(await uzum.confirm(id))).toBe("CONFIRMED")
  })

  it("U-38 errors with HTTP 200 by setting, the same body", async () => {
    world.stopClock(Date.now())
    const ask = () => uzum.send("check", { ...bodyOf("check", world.solo, ""), serviceId: 999 })
    const strict = await ask()
    world.setUzum({ error_http_status: 200 })
    const lenient = await ask()
    expect([strict.http, lenient.http]).toEqual([400, 200])
    expect(lenient.text).toBe(strict.text)
  })

  it("U-39 a handler that throws: 99999 in JSON, and the log quotes nobody's data", async () => {
    world.muteErrors()
    jest.spyOn(world.gateway, "findTransaction").mockImplementation(() => {
      throw new TypeError("a fault of ours")
    })
    const answer = await uzum.status(randomUUID())
    expect(codeOf(answer)).toBe("99999")
    expect(answer.type).toMatch(/^application\/json/)
  })

  it("U-40 the shopper comes back without having paid: still unpaid", async () => {
    await uzum.created(world.solo)
    const page = await world.api.get(`/store/order-groups/${world.solo.group_id}`, world.shopper)
    expect(page.data.order_group.status).toBe("pending")
    expect(world.solo.payment_url).toBe(
      `https://www.uzumbank.uz/open-service?serviceId=101202&order_id=${world.solo.reference}`
    )
    expect(await world.books(world.solo)).toEqual(unpaidBooks(world.solo))
  })

  it("bad input: mutated calls never get a 5xx, and without credentials never change anything", async () => {
    const id = await uzum.created(world.solo)
    const before = await world.everything()
    const wild = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constant(undefined),
      fc.string({ unit: "binary" })
    )
    const call = fc.constantFrom(...CALLS)
    const field = fc.constantFrom("serviceId", "timestamp", "transId", "params", "amount", "phone", "extra")
    await fc.assert(
      fc.asyncProperty(call, field, wild, fc.boolean(), async (name, key, value, isCut) => {
        const text = JSON.stringify({ ...bodyOf(name, world.pair, id), [key]: value })
        const sent = isCut ? text.slice(0, text.length / 2) : text
        const stranger = await uzum.post(name, sent, { headers: { authorization: "Basic YTpi" } })
        expect(codeOf(stranger)).toBe("10001")
      }),
      { numRuns: 60 }
    )
    expect(await world.everything()).toBe(before)
    // "Busy" has a code of its own here: 99999 would be a fault of ours.
    world.setUzum({ busy_code: "10008" })
    await fc.assert(
      fc.asyncProperty(call, field, wild, fc.boolean(), async (name, key, value, isCut) => {
        const text = JSON.stringify({ ...bodyOf(name, world.pair, randomUUID()), [key]: value })
        const answer = await uzum.post(name, isCut ? text.slice(0, text.length / 2) : text)
        expect([200, 400]).toContain(answer.http)
        expect(answer.body.errorCode).not.toBe("99999")
      }),
      { numRuns: 60, seed: 7 }
    )
  })

  it("U-23 U-24 U-25 after 30 minutes: the order is free for another transaction, status says FAILED", async () => {
    const now = Date.now()
    world.stopClock(now)
    const id = await uzum.created(world.solo)
    await world.sql("update gateway_payable set expires_at = null")
    world.stopClock(now + HALF_AN_HOUR - 1)
    expect(codeOf(await uzum.status(id))).toBe("CREATED")
    expect(codeOf(await uzum.create(world.solo, randomUUID()))).toBe("99999")
    world.stopClock(now + HALF_AN_HOUR)
    const next = await uzum.created(world.solo)
    expect(await world.transactions(world.solo)).toEqual([
      { id, state: -1, reason: 4 },
      { id: next, state: 1, reason: null },
    ])
    const answer = await uzum.status(id)
    expect([answer.body.status, codeOf(answer)]).toEqual(["FAILED", "10014"])
    expect(codeOf(await uzum.confirm(id))).toBe("10015")
  })
})

import { inspect } from "node:util"
import fc from "fast-check"
import { ClickEmulator } from "../../../../integration-tests/emulators/click"
import { ClickMerchantApi } from "../client"
import { ClickApiError } from "../errors"
import { objectText, parseKeepingDigits } from "../json-digits"
import { clickFiscal } from "../protocol"
import { reverseOnce } from "../reverse-once"

const NOW = 1_700_000_000_000
const BIG = "9007199254740993"
const SERVICE = {
  service_id: "12345",
  merchant_id: "54321",
  secret_key: "FAKE_CLICK_SECRET",
  merchant_user_id: "4321",
  merchant_api_key: "FAKE_MERCHANT_SECRET",
}
const CARD = "8600123412341234"

describe("Click's Merchant API (4.3)", () => {
  const emulator = new ClickEmulator({
    market_url: "http://127.0.0.1:1",
    services: [SERVICE],
    now: () => NOW,
  })
  let pauses: number[] = []
  let api: ClickMerchantApi

  beforeAll(async () => {
    await emulator.listen()
    api = new ClickMerchantApi(
      { ...SERVICE, api_url: emulator.api_url },
      {
        fetch: (...args) => fetch(...args),
        now: () => NOW,
        wait: async (ms) => void pauses.push(ms),
        timeout_ms: 250,
      }
    )
  })
  afterAll(() => emulator.close())
  beforeEach(() => {
    emulator.forget()
    pauses = []
  })

  const operations = () => emulator.requests.map(({ operation }) => operation)
  const failure = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (error: ClickApiError) => error
    )

  it("M-01 every call carries the Auth header of vector H1", async () => {
    emulator.knows({ id: "1" })
    await api.paymentStatus("1")
    expect(emulator.requests).toMatchObject([
      { path: "payment/status/12345/1", auth: "4321:25359070e3b5e7198fd8ed16302d29064d7a24b7:1700000000" },
    ])
  })

  it("M-02 an invoice is written in sums, as a number", async () => {
    const phone_number = "998901234567"
    const id = await api.createInvoice({ amount_tiyin: 100_000, phone_number, reference: "order-1001" })
    const expected =
      '{"service_id":12345,"amount":1000.00,"phone_number":"998901234567","merchant_trans_id":"order-1001"}'
    expect(emulator.requests[0].body).toBe(expected)
    expect(await api.invoiceStatus(id)).toBe(0)
  })

  it("M-03 an error_code in HTTP 200 is an error of its own kind", async () => {
    emulator.fail("payment/status", { error_code: -1, error_note: "Something is wrong" })
    const error = await failure(api.paymentStatus("1"))
    expect(error).toBeInstanceOf(ClickApiError)
    expect(error).toMatchObject({ kind: "refused", error_code: -1, note: "Something is wrong" })
    expect(operations()).toEqual(["payment/status"])
  })

  it.each([["502" as const], ["hang" as const], ["lost" as const]])(
    "M-04 a status that gets no answer (%s) is asked again, with growing pauses",
    async (trouble) => {
      emulator.knows({ id: "1" })
      emulator.fail("payment/status", trouble, trouble)
      expect(await api.paymentStatus("1")).toBe(2)
      expect(operations()).toHaveLength(3)
      expect(pauses[1]).toBeGreaterThan(pauses[0])
    }
  )

  it("M-04 after three tries it gives up, saying that nobody knows", async () => {
    emulator.fail("payment/status", "502", "502", "502")
    expect(await failure(api.paymentStatus("1"))).toMatchObject({ kind: "unavailable", error_code: null })
  })

  it.each([
    ["502" as const, 2],
    ["lost" as const, -99],
  ])(
    "M-05 a reversal without an answer (%s) is not repeated; the status is read",
    async (trouble, status) => {
      emulator.knows({ id: "5" })
      emulator.fail("payment/reversal", trouble)
      expect(await reverseOnce(api, "5")).toMatchObject({ kind: status === 2 ? "unknown" : "done" })
      expect(operations()).toEqual(["payment/status", "payment/reversal", "payment/status"])
      expect(emulator.payments.get("5")!.status).toBe(status)
      expect(await reverseOnce(api, "5")).toEqual({ kind: "done" })
      expect(operations().filter((name) => name === "payment/reversal")).toHaveLength(status === 2 ? 2 : 1)
    }
  )

  it("M-06 a reversal is a DELETE with the payment's id, digit by digit, and is done once", async () => {
    emulator.knows({ id: BIG })
    expect(await reverseOnce(api, BIG)).toEqual({ kind: "done" })
    expect(await reverseOnce(api, BIG)).toEqual({ kind: "done" })
    const reversals = emulator.requests.filter(({ operation }) => operation === "payment/reversal")
    expect(reversals).toMatchObject([{ method: "DELETE", path: `payment/reversal/12345/${BIG}` }])
  })

  it("M-08 Click's refusal is passed on in its own words", async () => {
    emulator.knows({ id: "8" })
    emulator.fail("payment/reversal", { error_code: -1907, error_note: "The reporting month is closed" })
    const outcome = await reverseOnce(api, "8")
    expect(outcome).toEqual({
      kind: "refused",
      reason: expect.stringContaining("The reporting month is closed"),
    })
    expect(emulator.payments.get("8")!.status).toBe(2)
  })

  it("a payment that Click does not know, or still works on, is not reversed", async () => {
    expect(await reverseOnce(api, "404")).toMatchObject({ kind: "refused" })
    emulator.knows({ id: "9", status: 1 })
    expect(await reverseOnce(api, "9")).toMatchObject({ kind: "unknown" })
    emulator.fail("payment/status", "502", "502", "502")
    expect(await reverseOnce(api, "9")).toMatchObject({ kind: "unknown" })
    expect(operations()).not.toContain("payment/reversal")
  })

  it("M-09 payment ids keep their digits in every call", async () => {
    emulator.knows({ id: BIG, merchant_trans_id: "a/b ?" })
    expect(await api.paymentOfReference("a/b ?", "2026-01-15")).toEqual({
      payment_id: BIG,
      payment_status: 2,
    })
    expect(emulator.requests[0].path).toBe("payment/status_by_mti/12345/a%2Fb%20%3F/2026-01-15")
    await api.submitQrCode(BIG, "https://ofd.soliq.uz/epi?t=1")
    expect(emulator.requests[1].body).toContain(`"payment_id":${BIG},`)
    expect(await api.fiscalData(BIG)).toBe("https://ofd.soliq.uz/epi?t=1")
  })

  it("M-10 submit_items adds up to the payment", async () => {
    emulator.knows({ id: BIG })
    const line = {
      ikpu: "00702001001000001",
      package_code: "1234567",
      vat_percent: 12,
      seller_tax_id: "123456789",
    }
    const fiscal = clickFiscal(
      [
        { ...line, title: "x".repeat(90), quantity: 3, price_tiyin: 990_000, discount_tiyin: 90_000 },
        { ...line, title: "Patir", quantity: 1, price_tiyin: 550_000, discount_tiyin: 0 },
        { ...line, title: "Yetkazib berish", quantity: 1, price_tiyin: 2_000_000, discount_tiyin: 0 },
      ],
      3_450_000
    )
    await api.submitItems(BIG, (fiscal as Extract<typeof fiscal, { body: unknown }>).body)
    expect(emulator.payments.get(BIG)).toMatchObject({ received: 3_450_000, items: { length: 3 } })
    expect(await api.fiscalData(BIG)).toMatch(/^https:/)
  })

  it("M-12 the card flow, with the number in no error", async () => {
    const card = { card_number: CARD, expire_date: "0399", is_temporary: false }
    const { card_token } = await api.requestCardToken(card)
    expect(emulator.requests[0].auth).toBeUndefined()
    await expect(api.payWithCardToken({ card_token, amount_tiyin: 100, reference: "r" })).rejects.toThrow(
      ClickApiError
    )
    expect(await api.verifyCardToken(card_token, "12345")).toBe("8600 55** **** 3244")
    const paid = await api.payWithCardToken({ card_token, amount_tiyin: 100_000, reference: "r" })
    expect(paid).toMatchObject({ payment_id: expect.stringMatching(/^\d+$/), payment_status: 2 })
    expect(emulator.requests.at(-1)!.body).toContain('"transaction_parameter":"r"')
    await api.deleteCardToken(card_token)
    expect(emulator.cards.size).toBe(0)
    for (const trouble of ["502" as const, { error_code: -1, error_note: `card ${CARD} is wrong` }]) {
      emulator.fail("card_token/request", trouble)
      const error = await failure(api.requestCardToken(card))
      expect(inspect(error, { depth: 9 })).not.toContain(CARD)
    }
  })

  const outside = (answer?: () => Promise<Response>) => ({
    fetch: answer as typeof fetch,
    now: () => NOW,
    wait: async () => undefined,
    timeout_ms: 250,
  })

  it("a wrong key tells nothing of a payment", async () => {
    const stranger = new ClickMerchantApi(
      { ...SERVICE, merchant_api_key: "OTHER", api_url: emulator.api_url },
      { ...outside(), fetch: (...args) => fetch(...args) }
    )
    expect(await failure(stranger.paymentStatus("1"))).toMatchObject({ kind: "unavailable" })
  })

  it.each([401, 403, 404, 408, 409, 425, 429, 500, 503])(
    "HTTP %d tells nothing of a payment, whatever stands in it",
    async (status) => {
      const body = JSON.stringify({ error_code: -1, error_note: "no" })
      const blocked = new ClickMerchantApi(
        { ...SERVICE, api_url: "http://click.example/" },
        outside(async () => new Response(body, { status }))
      )
      expect(await failure(blocked.paymentStatus("1"))).toMatchObject({ kind: "unavailable" })
      expect(await failure(blocked.reversePayment("1"))).toMatchObject({ kind: "unavailable" })
      expect(await reverseOnce(blocked, "1")).toMatchObject({ kind: "unknown" })
    }
  )

  it("HTTP 400 is Click's own refusal", async () => {
    const body = JSON.stringify({ error_code: -1, error_note: "no" })
    const refusing = new ClickMerchantApi(
      { ...SERVICE, api_url: "http://click.example/" },
      outside(async () => new Response(body, { status: 400 }))
    )
    expect(await reverseOnce(refusing, "1")).toMatchObject({ kind: "refused" })
  })

  describe("a reversal that was asked for before", () => {
    const NO = new ClickApiError("refused", "payment", -1, "no")
    type Step = number | Error
    /** Answers of the status, one after the other, and what the reversal comes to. */
    const reversing = (statuses: Step[], reversal: Error | null = null) =>
      reverseOnce(
        {
          paymentStatus: async () => {
            const next = statuses.shift()!
            if (next instanceof Error) {
              throw next
            }
            return next
          },
          reversePayment: async () => {
            if (reversal) {
              throw reversal
            }
          },
        },
        "1",
        { was_asked: true }
      ).then(({ kind }) => kind)

    it("is refused only when the payment is seen to stand", async () => {
      expect(await reversing([NO])).toBe("unknown")
      expect(await reversing([-99])).toBe("done")
      expect(await reversing([2, 2], NO)).toBe("refused")
      expect(await reversing([2, -99], NO)).toBe("done")
      expect(await reversing([2, 1], NO)).toBe("unknown")
      expect(await reversing([2, NO], NO)).toBe("unknown")
      expect(await reversing([2, -99])).toBe("done")
    })

    it("what is written before Click is asked is written once it may be asked, and not sooner", async () => {
      const notes: string[] = []
      const beforeAsking = async () => void notes.push("asked")
      emulator.knows({ id: "7", status: 1 })
      await reverseOnce(api, "7", { beforeAsking })
      emulator.knows({ id: "7" })
      await reverseOnce(api, "7", { beforeAsking, forbidden: "too late" })
      expect(notes).toEqual([])
      expect(await reverseOnce(api, "7", { beforeAsking })).toEqual({ kind: "done" })
      expect(notes).toEqual(["asked"])
    })
  })
})

describe("JSON with digits", () => {
  it("keeps whole numbers beyond 2^53 as text and everything else as it is", () => {
    const text = '{"a":9007199254740993,"b":"9007199254740993","c":1.5,"d":[1,-9007199254740993],"e\\"1":12}'
    expect(parseKeepingDigits(text)).toEqual({ a: BIG, b: BIG, c: 1.5, d: [1, `-${BIG}`], 'e"1': 12 })
  })

  it.each(["", "{", '{"a":01}', "nope", '{"a":1,}'])("refuses %j", (text) => {
    expect(() => parseKeepingDigits(text)).toThrow(SyntaxError)
  })

  it("reads any JSON as JSON.parse does, as long as its numbers are small", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value)
        fc.pre(!/\d{16,}/.test(text))
        expect(parseKeepingDigits(text)).toEqual(JSON.parse(text))
      })
    )
  })

  it("writes numbers digit by digit and lets nothing else pass as one", () => {
    expect(objectText({ id: BIG }, { a: "1", b: undefined })).toBe(`{"id":${BIG},"a":"1"}`)
    expect(() => objectText({ id: '1,"x":2' })).toThrow(RangeError)
  })
})

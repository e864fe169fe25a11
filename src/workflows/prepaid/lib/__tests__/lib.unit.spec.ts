import { PaymentSessionDTO } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import { paymentFacts } from "../facts"
import { isRefused } from "../outcome"
import { withOneSession } from "../session"

describe("facts of a payment", () => {
  const expected = { session_id: "payses_1", amount: "33000", currency_code: "uzs" }
  const intent = {
    id: "pi_1",
    status: "requires_capture",
    amount: 3_300_000,
    amount_capturable: 3_300_000,
    amount_received: 0,
    currency: "uzs",
    metadata: { session_id: "payses_1" },
  }
  const facts = (data: object | null, provider = "pp_stripe_stripe") =>
    paymentFacts(provider, data as never, expected, "pay_1")

  it("takes Stripe's payment that is what was asked for", () => {
    expect(facts(intent)).toEqual({ external_id: "pi_1", doubt: null })
    expect(
      facts({ ...intent, status: "succeeded", amount_capturable: 0, amount_received: 3_300_000 }).doubt
    ).toBeNull()
  })

  it.each([
    ["amount", { amount_capturable: 3_299_999 }],
    ["amount", { amount_capturable: "3300000" }],
    ["amount", { status: "succeeded", amount_received: 100 }],
    ["currency", { currency: "usd" }],
    ["currency", { currency: undefined }],
    ["session", { metadata: { session_id: "payses_2" } }],
    ["session", { metadata: undefined }],
  ])("doubts the %s of %j", (doubt, change) => {
    expect(facts({ ...intent, ...change }).doubt).toBe(doubt)
  })

  it("doubts no data at all", () => {
    expect(facts(null)).toEqual({ external_id: "pay_1", doubt: "currency" })
  })

  it("takes the id of another provider's payment, and Medusa's own where there is none", () => {
    expect(facts({ id: "abc" }, "pp_paypal_paypal")).toEqual({ external_id: "abc", doubt: null })
    expect(facts({}, "pp_paypal_paypal")).toEqual({ external_id: "pay_1", doubt: null })
  })
})

describe("the end of a call to a provider", () => {
  const wrapped = (cause: object) => Object.assign(new Error("in words"), { cause })

  it.each([400, 402, 404])("is a refusal at %d", (statusCode) => {
    expect(isRefused(wrapped({ statusCode, type: "StripeInvalidRequestError" }))).toBe(true)
  })

  it.each([401, 403, 409, 429, 500, 502, undefined])("is unknown at %s", (statusCode) => {
    expect(isRefused(wrapped({ statusCode }))).toBe(false)
  })

  it("is unknown when a key was used for something else", () => {
    expect(isRefused(wrapped({ statusCode: 400, type: "StripeIdempotencyError" }))).toBe(false)
  })

  it("is a refusal when Medusa says so, and unknown for any other error", () => {
    expect(isRefused(new MedusaError(MedusaError.Types.NOT_ALLOWED, "no"))).toBe(true)
    expect(isRefused(new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "hm"))).toBe(false)
    expect(isRefused(new Error("An error occurred"))).toBe(false)
    expect(isRefused(undefined)).toBe(false)
  })
})

describe("the session of a cart", () => {
  const session = (id: string, more: object = {}) =>
    ({ id, status: "pending", created_at: `2026-01-0${id}T00:00:00Z`, ...more }) as never as PaymentSessionDTO
  const cart = (...payment_sessions: PaymentSessionDTO[]) => ({ payment_collection: { payment_sessions } })
  const chosen = (of: ReturnType<typeof cart>, id: string | null = null) =>
    withOneSession(of, id).payment_collection.payment_sessions

  it("is the newest, or the authorised one, or the one that is named", () => {
    expect(chosen(cart(session("1"), session("2"))).map(({ id }) => id)).toEqual(["2"])
    expect(
      chosen(cart(session("1", { authorized_at: "2026-01-01" }), session("2"))).map(({ id }) => id)
    ).toEqual(["1"])
    expect(chosen(cart(session("1"), session("2")), "1").map(({ id }) => id)).toEqual(["1"])
    expect(chosen(cart(session("1")), "3")).toEqual([])
  })

  it("waits again after a failed try", () => {
    expect(chosen(cart(session("1", { status: "error" })))[0].status).toBe("pending")
    expect(chosen(cart(session("1", { status: "requires_more" })))[0].status).toBe("requires_more")
  })

  it("may be missing", () => {
    expect(withOneSession({ payment_collection: null }, null)).toEqual({ payment_collection: null })
    expect(chosen(cart())).toEqual([])
  })
})

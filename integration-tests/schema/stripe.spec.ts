import { env } from "node:process"
import StripePaymentProvider from "../../src/providers/stripe/service"
import { StripeEmulator } from "../emulators/stripe"

/**
 * Our calls against Stripe's own mock server, which refuses what the API's schema does not know, and our emulator against
 * its answers. Runs where `STRIPE_MOCK_URL` names one: `scripts/ci/stripe-mock.sh`.
 */
const mock = env.STRIPE_MOCK_URL!
const KEY = "sk_test_123"

type Json = Record<string, unknown>
type Provider = Record<string, (input: Json) => Promise<{ data?: Json; id?: string; status?: string }>>

const providerAt = (apiUrl: string) =>
  new StripePaymentProvider({}, { apiKey: KEY, webhookSecret: "whsec", apiUrl }) as unknown as Provider

const context = (idempotency_key: string) => ({ idempotency_key })
const customer = {
  id: "cus_1",
  email: "xaridor@example.com",
  first_name: "Dilnoza",
  last_name: "Karimova",
  phone: "+998901112233",
  billing_address: { city: "Toshkent", country_code: "uz", address_1: "Navoiy 1" },
}

describe("our calls, as Stripe's schema has them", () => {
  const provider = providerAt(mock)
  const data = { id: "pi_1", currency: "uzs", amount: 100 }

  it.each<[string, () => Promise<unknown>]>([
    [
      "initiatePayment",
      () =>
        provider.initiatePayment({
          amount: 33_000.4,
          currency_code: "uzs",
          data: { session_id: "payses_1" },
          context: { ...context("payses_1"), account_holder: { data: { id: "cus_1" } } },
        }),
    ],
    [
      "updatePayment",
      () => provider.updatePayment({ amount: 500, currency_code: "uzs", data, context: context("u") }),
    ],
    ["authorizePayment", () => provider.authorizePayment({ data })],
    ["capturePayment", () => provider.capturePayment({ data, context: context("capt_1") })],
    ["cancelPayment", () => provider.cancelPayment({ data, context: context("c") })],
    ["retrievePayment", () => provider.retrievePayment({ data })],
    ["refundPayment", () => provider.refundPayment({ data, amount: 1.01, context: context("cref_1") })],
    ["createAccountHolder", () => provider.createAccountHolder({ context: { customer } })],
    [
      "updateAccountHolder",
      () =>
        provider.updateAccountHolder({ context: { customer, account_holder: { data: { id: "cus_1" } } } }),
    ],
    [
      "listPaymentMethods",
      () => provider.listPaymentMethods({ context: { account_holder: { data: { id: "cus_1" } } } }),
    ],
  ])("%s is valid", async (_, call) => {
    await expect(call()).resolves.toBeDefined()
  })

  describe("the emulator", () => {
    const emulator = new StripeEmulator({ apiKey: KEY, webhookSecret: "whsec" })
    beforeAll(() => emulator.start())
    afterAll(() => emulator.stop())

    const ask = async (base: string, path: string, form?: Record<string, string>) => {
      const response = await fetch(`${base}/v1/${path}`, {
        method: form ? "POST" : "GET",
        headers: { authorization: `Bearer ${KEY}` },
        body: form && new URLSearchParams(form),
      })
      return (await response.json()) as Json
    }

    it.each([
      ["payment_intents", { amount: "100", currency: "uzs", "metadata[a]": "b" }],
      ["customers", { email: "xaridor@example.com" }],
    ])("answers %s with fields that Stripe's have", async (path, form) => {
      const [ours, theirs] = await Promise.all([ask(emulator.url, path, form), ask(mock, path, form)])
      expect(Object.keys(ours).filter((name) => !(name in theirs))).toEqual([])
      expect(ours.object).toBe(theirs.object)
    })

    it("answers refunds and their list with fields that Stripe's have", async () => {
      const intent = await ask(emulator.url, "payment_intents", { amount: "100", currency: "uzs" })
      emulator.confirm(String(intent.id))
      await ask(emulator.url, `payment_intents/${String(intent.id)}/capture`, {})
      const form = { payment_intent: String(intent.id), amount: "40", "metadata[refund_key]": "k" }
      const [ours, theirs] = await Promise.all([
        ask(emulator.url, "refunds", form),
        ask(mock, "refunds", form),
      ])
      expect(Object.keys(ours).filter((name) => !(name in theirs))).toEqual([])
      const lists = await Promise.all(
        [emulator.url, mock].map((base) => ask(base, `refunds?payment_intent=${String(intent.id)}&limit=100`))
      )
      expect(Object.keys(lists[0]).sort()).toEqual(Object.keys(lists[1]).sort())
    })

    it("refuses a wrong key and an unknown payment with Stripe's shape", async () => {
      const response = await fetch(`${emulator.url}/v1/payment_intents/pi_x`)
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ error: { type: "invalid_request_error" } })
      expect(await ask(emulator.url, "payment_intents/pi_x")).toMatchObject({
        error: { type: "invalid_request_error", code: "resource_missing" },
      })
    })
  })
})

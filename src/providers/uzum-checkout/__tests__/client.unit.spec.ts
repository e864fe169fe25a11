import { UzumCheckoutClient } from "../client"
import { UzumCheckoutRefusal, UzumCheckoutUnknown } from "../errors"

const TERMINAL = {
  terminal_id: "00000000-0000-4000-8000-00000000000a",
  api_key: "FAKE-KEY",
  base_url: "https://checkout.example/api/v1/",
}
const REGISTRATION = {
  amount_tiyin: 15000050,
  client_id: "cus_1",
  order_number: "1234567890-1",
  pay_type: "ONE_STEP" as const,
  session_seconds: 1800,
  return_url: "https://shop.example/back",
}

type Sent = { url: string; headers: Record<string, string>; body: Record<string, unknown> }

function clientAnswering(...answers: Array<{ status?: number; text: string } | Error>) {
  const sent: Sent[] = []
  const fetcher = async (url: unknown, init: { headers: Record<string, string>; body: string }) => {
    sent.push({ url: String(url), headers: init.headers, body: JSON.parse(init.body) as Sent["body"] })
    const answer = answers.shift()!
    if (answer instanceof Error) {
      throw answer
    }
    return new Response(answer.text, { status: answer.status ?? 200 })
  }
  return { client: new UzumCheckoutClient(TERMINAL, fetcher as unknown as typeof fetch, "uz"), sent }
}
const ok = (result: object) => ({ text: JSON.stringify({ errorCode: 0, message: "", result }) })
const code = (errorCode: number) => ({ text: JSON.stringify({ errorCode, message: "" }) })

describe("Uzum Checkout client", () => {
  it("K-01 registers with three headers, tiyin, and an order number of at most 36 characters", async () => {
    const { client, sent } = clientAnswering(
      ok({ orderId: "o1", paymentRedirectUrl: "https://checkout.example/pay/o1" })
    )
    expect(await client.register(REGISTRATION)).toEqual({
      order_id: "o1",
      redirect_url: "https://checkout.example/pay/o1",
    })
    expect(sent).toEqual([
      {
        url: "https://checkout.example/api/v1/payment/register",
        headers: {
          "content-type": "application/json",
          "x-terminal-id": TERMINAL.terminal_id,
          "x-api-key": "FAKE-KEY",
          "content-language": "uz-UZ",
        },
        body: {
          amount: 15000050,
          clientId: "cus_1",
          currency: 860,
          orderNumber: "1234567890-1",
          successUrl: "https://shop.example/back",
          failureUrl: "https://shop.example/back",
          viewType: "REDIRECT",
          paymentParams: { operationType: "PAYMENT", payType: "ONE_STEP" },
          sessionTimeoutSecs: 1800,
        },
      },
    ])
  })

  it.each([
    { amount_tiyin: 0 },
    { amount_tiyin: 1.5 },
    { amount_tiyin: 1_000_000_000_000 },
    { order_number: "" },
    { order_number: "x".repeat(37) },
  ])("never sends %j", async (change) => {
    const { client, sent } = clientAnswering()
    await expect(client.register({ ...REGISTRATION, ...change })).rejects.toThrow(RangeError)
    expect(sent).toEqual([])
  })

  it("sends the operation's id with what moves money, and the amount in tiyin", async () => {
    const { client, sent } = clientAnswering(ok({}), ok({}), ok({}))
    await client.complete("o1", 5, "id-1")
    await client.refund("o1", 4, "id-2")
    await client.reverse("o1", 3, "id-3")
    expect(
      sent.map(({ url, headers, body }) => [url.split("/v1/")[1], headers["x-operation-id"], body])
    ).toEqual([
      ["acquiring/complete", "id-1", { orderId: "o1", amount: 5 }],
      ["acquiring/refund", "id-2", { orderId: "o1", amount: 4 }],
      ["acquiring/reverse", "id-3", { orderId: "o1", amount: 3 }],
    ])
  })

  it.each([
    [3021, /3021.*more than what is left/],
    [3022, /3022.*too late/],
    [3027, /3027.*order number was used/],
    [4711, /4711/],
  ])("K-09 error %d is a refusal that says why", async (errorCode, text) => {
    const refusal = await clientAnswering(code(errorCode))
      .client.refund("o1", 1, "id")
      .catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(UzumCheckoutRefusal)
    expect((refusal as UzumCheckoutRefusal).message).toMatch(text)
    expect((refusal as UzumCheckoutRefusal).code).toBe(errorCode)
  })

  it.each([
    ["no connection", new TypeError("fetch failed for https://user:secret@host")],
    ["no JSON", { status: 502, text: "<h1>Bad gateway</h1>" }],
    ["an empty answer", { status: 200, text: "" }],
    ["an answer without a code", { status: 200, text: "{}" }],
    ["an internal error", code(5000)],
    ["a processing side that is down", code(3043)],
  ])("K-06 after %s nobody knows what happened", async (_, answer) => {
    const unknown = await clientAnswering(answer)
      .client.complete("o1", 1, "id")
      .catch((error: unknown) => error)
    expect(unknown).toBeInstanceOf(UzumCheckoutUnknown)
    expect((unknown as Error).message).not.toMatch(/secret|FAKE-KEY/)
  })

  it("an order that names no page is not registered", async () => {
    const { client } = clientAnswering(ok({ orderId: 1 }))
    await expect(client.register(REGISTRATION)).rejects.toBeInstanceOf(UzumCheckoutUnknown)
  })
})

import { createHash, randomUUID } from "node:crypto"
import { paymeId } from "../scripts/support/payme-caller"

/** One call of a provider, as it is sent to our server and, in the floor's plain form, to the floor. */
export type GatewayCall = {
  label: string
  path: string
  headers: Record<string, string>
  /** Whether the call stores something: then every one gets a payable of its own, as in life. */
  stores: boolean
  body: (reference: string, index: number) => string
  /** What a good answer contains; ours and the floor's. */
  good: string
}

export const AMOUNT_TIYIN = 1_000_000

export const BENCH_KEYS = {
  PAYME_MERCHANT_ID: "bbbbbbbbbbbbbbbbbbbbbbbb",
  PAYME_KEY: "BENCH-KEY-00000000000000000000000000",
  CLICK_SERVICE_ID: "12345",
  CLICK_MERCHANT_ID: "54321",
  CLICK_SECRET_KEY: "BENCH-CLICK-SECRET",
  UZUM_SERVICE_ID: "101202",
  UZUM_LOGIN: "bench",
  UZUM_PASSWORD: "BENCH-PASSWORD",
}

const basic = (login: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${login}:${password}`).toString("base64")}`,
})
const json = { "content-type": "application/json" }
const payme = { ...basic("Paycom", BENCH_KEYS.PAYME_KEY), "content-type": "text/json" }
const uzum = { ...basic(BENCH_KEYS.UZUM_LOGIN, BENCH_KEYS.UZUM_PASSWORD), ...json }

function paymeCall(method: string) {
  return (reference: string, id: number) => {
    const account = { order_id: reference }
    const params = { id: paymeId(), time: Date.now(), amount: AMOUNT_TIYIN, account }
    return JSON.stringify({ method, params, id })
  }
}

let clickTransactions = Date.now()

function clickPrepare(reference: string): string {
  const fields = {
    click_trans_id: String(clickTransactions++),
    service_id: BENCH_KEYS.CLICK_SERVICE_ID,
    click_paydoc_id: String(clickTransactions),
    merchant_trans_id: reference,
    amount: (AMOUNT_TIYIN / 100).toFixed(2),
    action: "0",
    error: "0",
    error_note: "Success",
    sign_time: "2026-01-15 10:30:00",
  }
  const signed =
    fields.click_trans_id +
    fields.service_id +
    BENCH_KEYS.CLICK_SECRET_KEY +
    reference +
    fields.amount +
    fields.action +
    fields.sign_time
  const sign_string = createHash("md5").update(signed).digest("hex")
  return new URLSearchParams({ ...fields, sign_string }).toString()
}

const uzumCall = (more: () => Record<string, unknown>) => (reference: string) =>
  JSON.stringify({
    serviceId: Number(BENCH_KEYS.UZUM_SERVICE_ID),
    timestamp: Date.now(),
    params: { order_id: reference },
    ...more(),
  })

export const CALLS: GatewayCall[] = [
  {
    label: "Payme CheckPerformTransaction",
    path: "/hooks/payme",
    headers: payme,
    stores: false,
    body: paymeCall("CheckPerformTransaction"),
    good: '"result"',
  },
  {
    label: "Payme CreateTransaction",
    path: "/hooks/payme",
    headers: payme,
    stores: true,
    body: paymeCall("CreateTransaction"),
    good: '"result"',
  },
  {
    label: "Click Prepare",
    path: "/hooks/click/prepare",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    stores: true,
    body: clickPrepare,
    good: '"error":0',
  },
  {
    label: "Uzum check",
    path: "/hooks/uzum/check",
    headers: uzum,
    stores: false,
    body: uzumCall(() => ({})),
    good: '"OK"',
  },
  {
    label: "Uzum create",
    path: "/hooks/uzum/create",
    headers: uzum,
    stores: true,
    body: uzumCall(() => ({ transId: randomUUID(), amount: AMOUNT_TIYIN })),
    good: '"CREATED"',
  },
]

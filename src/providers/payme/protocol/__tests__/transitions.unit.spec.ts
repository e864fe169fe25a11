import {
  applyTransition,
  decideCancel,
  decideCheckPerform,
  decideCreate,
  decidePerform,
  decideReplayOfCreate,
  expiry,
  isExpired,
  isTimeFresh,
  OrderFacts,
  PAYME_ERROR,
  TransactionRecord,
  TransactionState,
} from "../index"

const TIME = 1700000000000
const EXPIRY = 1700043200000
const NOW = TIME + 10_000
const SAME = { amount: 15000050, sameAccount: true }

function record(state: TransactionState, extra: Partial<TransactionRecord> = {}): TransactionRecord {
  return {
    external_id: "700000000000000000000001",
    provider_time: TIME,
    amount_tiyin: 15000050,
    create_time: TIME + 200,
    perform_time: state === 2 || state === -2 ? TIME + 500 : 0,
    cancel_time: state < 0 ? TIME + 900 : 0,
    state,
    reason: state < 0 ? 3 : null,
    ...extra,
  }
}
const refuse = (code: number) => ({ kind: "refuse", code })
const answer = { kind: "answer" }
const expired = { kind: "transition", to: -1, at: EXPIRY, reason: 4, then: -31008 }

describe("Create of an unknown id", () => {
  const order: OrderFacts = { amount_tiyin: 15000050, standing: "payable", has_live_transaction: false }
  const call = { amount: 15000050, time: TIME }

  it("creates when all checks pass", () => {
    expect(decideCreate(order, call, NOW)).toEqual({ kind: "create" })
    expect(decideCheckPerform(order, call)).toEqual({ kind: "allow" })
  })

  it.each<[string, OrderFacts | null, number, number]>([
    ["wrong amount", order, 15000051, -31001],
    ["unknown account", null, 15000050, -31050],
    ["paid order", { ...order, standing: "paid" }, 15000050, -31051],
    ["cancelled order", { ...order, standing: "unavailable" }, 15000050, -31052],
    ["goods gone", { ...order, standing: "out_of_stock" }, 15000050, -31053],
    ["live transaction", { ...order, has_live_transaction: true }, 15000050, -31099],
    ["paid rather than busy", { ...order, standing: "paid", has_live_transaction: true }, 15000050, -31051],
  ])("refuses: %s", (_, facts, amount, code) => {
    expect(decideCreate(facts, { ...call, amount }, NOW)).toEqual(refuse(code))
    expect(decideCheckPerform(facts, { amount })).toEqual(refuse(code))
  })

  it("answers the configured busy code", () => {
    const busy = { ...order, has_live_transaction: true }

    expect(decideCreate(busy, call, NOW, PAYME_ERROR.NOT_POSSIBLE)).toEqual(refuse(-31008))
    expect(decideCheckPerform(busy, call, PAYME_ERROR.NOT_POSSIBLE)).toEqual(refuse(-31008))
  })

  it("refuses a time of 12 hours ago, not one a millisecond younger or in the future (P-42)", () => {
    expect(decideCreate(order, call, EXPIRY)).toEqual(refuse(-31008))
    expect(decideCreate(order, call, EXPIRY - 1)).toEqual({ kind: "create" })
    expect(decideCreate(order, call, TIME - 600_000)).toEqual({ kind: "create" })
  })
})

describe("Create of a known id", () => {
  it("answers again in state 1 until it expires (P-32, P-41)", () => {
    expect(decideReplayOfCreate(record(1), SAME, NOW)).toEqual(answer)
    expect(decideReplayOfCreate(record(1), SAME, EXPIRY - 1)).toEqual(answer)
    expect(decideReplayOfCreate(record(1), SAME, EXPIRY)).toEqual(expired)
  })

  it.each<TransactionState>([2, -1, -2])("refuses in state %d (P-39, P-40)", (state) => {
    expect(decideReplayOfCreate(record(state), SAME, NOW)).toEqual(refuse(-31008))
    expect(decideReplayOfCreate(record(state), SAME, EXPIRY)).toEqual(refuse(-31008))
  })

  it.each<TransactionState>([1, 2, -1, -2])("refuses another amount or account in state %d", (state) => {
    expect(decideReplayOfCreate(record(state), { ...SAME, amount: 1 }, EXPIRY)).toEqual(refuse(-31001))
    expect(decideReplayOfCreate(record(state), { ...SAME, sameAccount: false }, NOW)).toEqual(refuse(-31050))
  })
})

describe("Perform", () => {
  it("refuses an unknown id (P-48)", () => {
    expect(decidePerform(null, { payable: true }, NOW)).toEqual(refuse(-31003))
  })

  it("performs in state 1 until it expires (P-44, P-51, P-52)", () => {
    const toPerformed = (at: number) => ({ kind: "transition", to: 2, at, reason: null })

    expect(decidePerform(record(1), { payable: true }, NOW)).toEqual(toPerformed(NOW))
    expect(decidePerform(record(1), { payable: true }, TIME + 43_199_999)).toEqual(toPerformed(EXPIRY - 1))
    expect(decidePerform(record(1), { payable: true }, TIME + 43_200_000)).toEqual(expired)
  })

  it("cancels with reason 3 when the order can no longer be paid (P-53)", () => {
    expect(decidePerform(record(1), { payable: false }, NOW)).toEqual({
      kind: "transition",
      to: -1,
      at: NOW,
      reason: 3,
      then: -31008,
    })
    expect(decidePerform(record(1), { payable: false }, EXPIRY)).toEqual(expired)
  })

  it.each([true, false])("answers again in state 2, order payable: %s (P-45, P-54)", (payable) => {
    expect(decidePerform(record(2), { payable }, NOW)).toEqual(answer)
    expect(decidePerform(record(2), { payable }, EXPIRY)).toEqual(answer)
  })

  it.each<TransactionState>([-1, -2])("refuses in state %d (P-49, P-50)", (state) => {
    expect(decidePerform(record(state), { payable: true }, NOW)).toEqual(refuse(-31008))
  })
})

describe("Cancel", () => {
  it("refuses an unknown id (P-64)", () => {
    expect(decideCancel(null, { delivered: false, reason: 5 }, NOW)).toEqual(refuse(-31003))
  })

  it.each([NOW, EXPIRY])("cancels state 1 with the call's reason, at %d (P-56, P-67)", (now) => {
    expect(decideCancel(record(1), { delivered: false, reason: 2 }, now)).toEqual({
      kind: "transition",
      to: -1,
      at: now,
      reason: 2,
    })
  })

  it("refunds state 2 while nothing is delivered (P-59)", () => {
    expect(decideCancel(record(2), { delivered: false, reason: 5 }, EXPIRY)).toEqual({
      kind: "transition",
      to: -2,
      at: EXPIRY,
      reason: 5,
    })
  })

  it("refuses state 2 once delivered (P-62, P-63)", () => {
    expect(decideCancel(record(2), { delivered: true, reason: 5 }, NOW)).toEqual(refuse(-31007))
  })

  it.each<TransactionState>([-1, -2])(
    "answers again in state %d, whatever the reason (P-57, P-60, P-65)",
    (state) => {
      expect(decideCancel(record(state), { delivered: true, reason: 99 }, NOW)).toEqual(answer)
    }
  )
})

describe("time", () => {
  it("expires state 1 alone, at 12 hours exactly", () => {
    expect(isExpired(record(1), EXPIRY - 1)).toBe(false)
    expect(isExpired(record(1), EXPIRY)).toBe(true)
    expect(isExpired(record(1), TIME - 1)).toBe(false)
    for (const state of [2, -1, -2] as const) {
      expect(isExpired(record(state), EXPIRY)).toBe(false)
    }
  })

  it("is fresh below 12 hours and in the future", () => {
    expect([TIME - 1, TIME, EXPIRY - 1, EXPIRY].map((now) => isTimeFresh(TIME, now))).toEqual([
      true,
      true,
      true,
      false,
    ])
  })
})

describe("applyTransition", () => {
  it("sets perform_time alone when performing", () => {
    expect(applyTransition(record(1), { kind: "transition", to: 2, at: NOW, reason: null })).toEqual({
      ...record(1),
      state: 2,
      perform_time: NOW,
    })
  })

  it("keeps perform_time when refunding", () => {
    const before = record(2)

    expect(applyTransition(before, { kind: "transition", to: -2, at: NOW, reason: 5 })).toEqual({
      ...record(2),
      state: -2,
      cancel_time: NOW,
      reason: 5,
    })
    expect(before).toEqual(record(2))
  })

  it("expires with reason 4", () => {
    expect(applyTransition(record(1), expiry(EXPIRY))).toEqual({
      ...record(1),
      state: -1,
      cancel_time: EXPIRY,
      reason: 4,
    })
  })
})

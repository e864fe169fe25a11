import { planSending } from "../../company-order/lib/plan-sending"
import { HistoryFacts, historyOf, peopleIn } from "../lib/order-history"
import { orderCondition } from "../lib/order-filter"
import { Changes } from "../live/changes"
import { Listener, OrderHub, STREAMS_MOST } from "../live/hub"
import { LiveOrder } from "../live/statement"

describe("planSending", () => {
  const line = (id: string, left: number, needs_shipping = true) => ({
    id,
    line_item_id: `item_${id}`,
    title: id,
    left,
    needs_shipping,
  })

  it("takes all that is left, in one parcel per kind of goods", () => {
    expect(planSending([line("a", 2), line("b", 0), line("c", 1, false)])).toEqual([
      [{ id: "item_a", quantity: 2 }],
      [{ id: "item_c", quantity: 1 }],
    ])
    expect(planSending([line("a", 0)])).toEqual([])
  })

  it("takes the given pieces, by either id, and adds up those named twice", () => {
    const wanted = [
      { id: "a", quantity: 1 },
      { id: "item_a", quantity: 1 },
    ]
    expect(planSending([line("a", 2), line("b", 1)], wanted)).toEqual([[{ id: "item_a", quantity: 2 }]])
    expect(() => planSending([line("a", 1)], wanted)).toThrow(/from 1 to 1/)
    expect(() => planSending([line("a", 1)], [{ id: "x", quantity: 1 }])).toThrow(/no line "x"/)
  })
})

describe("historyOf", () => {
  const facts: HistoryFacts = {
    created_at: "2026-01-01T00:00:00Z",
    paid_at: "2026-01-01T01:00:00Z",
    confirmed_by: "user_1",
    canceled_at: null,
    canceled_by: null,
    cancel_reason: null,
    delivered_at: "2026-01-03T00:00:00Z",
    delivered_by: "user_2",
    parcels: [{ shipped_at: "2026-01-02T00:00:00Z", shipped_by: "user_1" }],
    refunds: [
      {
        created_at: "2026-01-04T00:00:00Z",
        succeeded_at: "2026-01-05T00:00:00Z",
        status: "succeeded",
        amount: 100,
        reason: "singan",
        requested_by: "user_9",
      },
      {
        created_at: "2026-01-04T00:00:00Z",
        succeeded_at: null,
        status: "failed",
        amount: 7,
        reason: "xato",
        requested_by: null,
      },
    ],
  }

  it("tells an order's life in order, with those who did it", () => {
    const ali = { id: "user_1", name: "Ali", is_market: false }
    const history = historyOf(facts, new Map([["user_1", ali]]))
    expect(history.map(({ kind, by }) => [kind, by?.name ?? by?.is_market ?? null])).toEqual([
      ["created", null],
      ["paid", "Ali"],
      ["shipped", "Ali"],
      ["delivered", true],
      ["refund_started", true],
      ["refunded", null],
    ])
    expect(peopleIn(facts)).toEqual(["user_1", "user_2", "user_9"])
  })
})

describe("orderCondition", () => {
  const searched = (q: string) => orderCondition({ company_id: "c", q }).values.slice(1)

  it("reads a short code, the end of a telephone, or a name", () => {
    expect(searched("123-456")).toEqual(["c", "123-456", "c", "654321%"])
    expect(searched("+998 (90) 111-22-33")).toEqual(["c", "", "c", "332211109899%"])
    expect(searched("12")).toEqual(["c", ""])
    expect(searched("Dil_noza")).toEqual(["%Dil\\_noza%"])
  })
})

describe("live orders", () => {
  const changed = (id: string, status: string, company_id = "a"): LiveOrder => ({
    id,
    company_id,
    short_code: "111-222",
    status,
    channel: "web",
    created_at: "",
    updated_at: status,
  })

  it("what is read twice is news once, and nothing is before somebody listens", () => {
    const changes = new Changes()
    const watched = new Set(["a"])
    expect(changes.newsOf([changed("1", "pending")], watched, 0)).toEqual([])
    expect(changes.newsOf([changed("1", "pending"), changed("2", "pending")], watched, 1)).toHaveLength(1)
    expect(changes.newsOf([changed("1", "paid"), changed("2", "pending")], watched, 2)).toMatchObject([
      { id: "1" },
    ])
    expect(changes.newsOf([changed("3", "paid", "b")], new Set(["a", "b"]), 3)).toEqual([])
    expect(changes.newsOf([changed("4", "paid", "b")], watched, 4)).toHaveLength(1)
  })

  const listener = (facts: Partial<Listener> = {}) => ({
    user_id: "u",
    member_id: "m",
    company_id: "a",
    isServing: () => true,
    send: jest.fn(),
    ping: jest.fn(),
    end: jest.fn(),
    ...facts,
  })

  it("ends a stream whose person has left, whose rights have changed, or whose server stops", async () => {
    jest.useFakeTimers({ doNotFake: ["nextTick", "setImmediate"] })
    try {
      let fingerprint = "owner"
      const hub = new OrderHub(async (ids) => ({
        members: ids.filter((id) => id !== "gone").map((id) => ({ id, fingerprint, unread_orders: 2 })),
        orders: [],
      }))
      let isServing = true
      const [stays, gone, stopped] = [
        listener(),
        listener({ member_id: "gone", user_id: "v" }),
        listener({ user_id: "w", isServing: () => isServing }),
      ]
      ;[stays, gone, stopped].forEach((one) => hub.open(one))
      await jest.advanceTimersByTimeAsync(1500)
      expect(gone.end).toHaveBeenCalledTimes(1)
      expect((stays.send as jest.Mock).mock.calls).toEqual([["unread", { unread_orders: 2 }]])
      isServing = false
      await jest.advanceTimersByTimeAsync(1500)
      expect(stopped.end).toHaveBeenCalledTimes(1)
      expect(stays.end).not.toHaveBeenCalled()
      fingerprint = "cashier"
      await jest.advanceTimersByTimeAsync(1500)
      expect(stays.end).toHaveBeenCalledTimes(1)
    } finally {
      jest.useRealTimers()
    }
  })

  it("keeps few streams for one person: one more ends the oldest", () => {
    const hub = new OrderHub(async () => ({ members: [], orders: [] }))
    const streams = Array.from({ length: STREAMS_MOST + 1 }, () => listener())
    streams.forEach((stream) => hub.open(stream))
    expect(streams.map(({ end }) => (end as jest.Mock).mock.calls.length)).toEqual([1, 0, 0, 0, 0])
    expect(streams[0].send).toHaveBeenCalledWith("replaced", {})
    const other = listener({ user_id: "v" })
    hub.open(other)
    expect(streams[1].end).not.toHaveBeenCalled()
  })
})

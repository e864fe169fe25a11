import fc from "fast-check"
import { Act, AdStatus, Mover, paused, resumed, statusAfter, statusAt, TRANSITIONS } from "../lifecycle"
import { LiveFacts, notLive } from "../live"

const STATUSES: AdStatus[] = ["draft", "pending", "approved", "rejected", "expired"]
const MOVERS: Mover[] = ["company", "operator", "clock"]
const now = new Date("2026-11-21T09:00:00Z")

describe("an ad's status", () => {
  it("moves as rule 13 says, by whom it says, and in no other way", () => {
    const moves = STATUSES.flatMap((from) =>
      MOVERS.flatMap((by) =>
        TRANSITIONS.flatMap(({ act }) => {
          try {
            return [[from, by, act, statusAfter(act as Act, by, from)].join(" ")]
          } catch (error) {
            expect((error as { code: string }).code).toBe("AD_STATUS_WRONG")
            return []
          }
        })
      )
    )
    expect(moves.sort()).toEqual([
      "approved clock expire expired",
      "draft company submit pending",
      "draft operator publish approved",
      "pending operator approve approved",
      "pending operator reject rejected",
      "rejected company submit pending",
    ])
  })

  it("never comes back from the end, whatever is tried", () => {
    const steps = fc.array(
      fc.record({
        act: fc.constantFrom(...TRANSITIONS.map(({ act }) => act)),
        by: fc.constantFrom(...MOVERS),
      })
    )
    fc.assert(
      fc.property(steps, (tried) => {
        let status: AdStatus = "draft"
        let isOver = false
        for (const { act, by } of tried) {
          try {
            status = statusAfter(act, by, status)
          } catch {
            continue
          }
          expect(isOver).toBe(false)
          isOver = status === "expired"
        }
      })
    )
  })

  it("is over with its last moment, whether or not a job has looked", () => {
    const at = (ends: string | null, status: AdStatus = "approved") =>
      statusAt({ status, ends_at: ends === null ? null : new Date(ends) }, now)
    expect([at("2026-11-21T09:00:00Z"), at("2026-11-21T09:00:00.001Z"), at(null)]).toEqual([
      "expired",
      "approved",
      "approved",
    ])
    expect(at("2020-01-01T00:00:00Z", "pending")).toBe("pending")
  })

  it("is beside a pause, of which an operator's is the operator's", () => {
    const runs = { is_paused: false, pause_reason: null, ends_at: null }
    const stopped = { ...runs, ...paused(runs, "operator") }
    expect(paused(runs, "company")).toEqual({ is_paused: true, pause_reason: "owner" })
    expect(paused(stopped, "company")).toEqual({ is_paused: true, pause_reason: "operator" })
    expect(() => resumed(stopped, "company")).toThrow("The market has stopped this ad")
    expect(resumed(stopped, "operator")).toEqual({ is_paused: false, pause_reason: null })
    const old = { is_paused: true, pause_reason: "needs_end_date", ends_at: null }
    expect(() => resumed(old, "company")).toThrow("Give the ad an end")
    expect(resumed({ ...old, ends_at: now }, "company").is_paused).toBe(false)
  })
})

describe("why nobody is shown an ad", () => {
  const shown: LiveFacts = {
    status: "approved",
    is_paused: false,
    starts_at: null,
    ends_at: new Date(now.getTime() + 1),
    price_tiyin: 500_000,
    price_model: "cpm",
    total_budget_tiyin: 1_000,
    daily_budget_tiyin: 500,
    spent_tiyin: 0,
    spent_today_tiyin: 0,
    funds_tiyin: 500,
    is_placement_active: true,
    may_company_advertise: true,
    are_goods_shown: true,
    hours: [14],
  }

  it.each<[string | null, Partial<LiveFacts>]>([
    [null, {}],
    ["status", { status: "pending" }],
    ["status", { status: "draft", may_company_advertise: false }],
    ["ended", { status: "expired" }],
    ["ended", { ends_at: now }],
    ["company", { may_company_advertise: false, is_paused: true }],
    ["goods", { are_goods_shown: false }],
    ["placement", { is_placement_active: false }],
    ["paused", { is_paused: true, funds_tiyin: 0 }],
    ["not_started", { starts_at: new Date(now.getTime() + 1) }],
    ["total_budget", { spent_tiyin: 501 }],
    ["daily_budget", { spent_today_tiyin: 1 }],
    ["funds", { funds_tiyin: 499 }],
    [null, { funds_tiyin: null }],
    ["hours", { hours: [13] }],
    [null, { hours: [] }],
    [null, { total_budget_tiyin: null, daily_budget_tiyin: null, spent_tiyin: 10 ** 15 }],
  ])("%s: %j", (reason, change) => {
    expect(notLive({ ...shown, ...change }, now, 14)).toBe(reason)
  })
})

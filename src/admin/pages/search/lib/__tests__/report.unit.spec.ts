import { isPeriod, partsOf, pastOf, rateOf } from "../report"

it("the share of searches in vain is in per cent, and none where nobody searched", () => {
  expect(rateOf({ searches: 8, zero_results: 1 })).toBe(12.5)
  expect(rateOf({ searches: 3, zero_results: 1 })).toBe(33.3)
  expect(rateOf({ searches: 0, zero_results: 0 })).toBe(0)
})

it("days are put together by week and by month, and none is lost", () => {
  const days = ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02"].map((day, index) => ({
    day,
    searches: 10 ** index,
    zero_results: index,
  }))
  expect(partsOf(days, "day")).toHaveLength(4)
  expect(partsOf(days, "week")).toEqual([
    { from: "2026-10-30", to: "2026-11-01", searches: 111, zero_results: 3 },
    { from: "2026-11-02", to: "2026-11-02", searches: 1000, zero_results: 3 },
  ])
  expect(partsOf(days, "month")).toEqual([
    { from: "2026-10-30", to: "2026-10-31", searches: 11, zero_results: 1 },
    { from: "2026-11-01", to: "2026-11-02", searches: 1100, zero_results: 5 },
  ])
})

it("a period ends today at the latest, and has two days in order", () => {
  expect(pastOf({ from: "2026-11-01", to: "2026-11-30" }, "2026-11-21").to).toBe("2026-11-21")
  expect(isPeriod({ from: "2026-11-01", to: "2026-11-01" })).toBe(true)
  expect(isPeriod({ from: "2026-11-02", to: "2026-11-01" })).toBe(false)
  expect(isPeriod({ from: "", to: "2026-11-01" })).toBe(false)
})

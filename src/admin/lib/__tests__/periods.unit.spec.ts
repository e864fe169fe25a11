import { addDays, addMonths, daysOf, periodOf, PERIODS } from "../periods"

/** Periods at the ends of months and years, and in a leap year. */

it.each([
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-02-28", 1, "2026-03-01"],
  ["2026-01-01", -1, "2025-12-31"],
])("%s and %i days more", (day, count, expected) => {
  expect(addDays(day, count)).toBe(expected)
})

it("months go over the year", () => {
  expect([addMonths("2026-01", -1), addMonths("2026-12", 1), addMonths("2026-05", 0)]).toEqual([
    "2025-12",
    "2027-01",
    "2026-05",
  ])
})

it("a week begins on Monday, also on a Sunday", () => {
  expect(daysOf("week", "2026-11-22")).toEqual({ from: "2026-11-16", to: "2026-11-22" })
  expect(daysOf("week", "2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-11-29" })
})

it("a month is whole, whatever its length", () => {
  expect(daysOf("month", "2028-02-10")).toEqual({ from: "2028-02-01", to: "2028-02-29" })
  expect(daysOf("last_month", "2026-01-31")).toEqual({ from: "2025-12-01", to: "2025-12-31" })
})

it("every period is known again by its days", () => {
  for (const period of PERIODS) {
    expect(periodOf(daysOf(period, "2026-11-18"), "2026-11-18")).toBe(period)
  }
  expect(periodOf({ from: "2026-11-03", to: "2026-11-05" }, "2026-11-18")).toBeNull()
})

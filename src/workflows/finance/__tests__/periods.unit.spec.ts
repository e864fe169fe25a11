import fc from "fast-check"
import { dayNumber, dayText } from "../../../modules/expense/lib/prorate"
import { comparedWith, daysIn, Range, STEPS, stepsOf } from "../lib/periods"

const ranges = fc
  .tuple(fc.integer({ min: dayNumber("2020-01-01"), max: dayNumber("2030-12-31") }), fc.nat(1099))
  .map(([first, length]): Range => ({ from: dayText(first), to: dayText(first + length) }))

describe("periods", () => {
  it("compares with as many days just before", () => {
    expect(comparedWith({ from: "2026-03-01", to: "2026-03-31" }, "previous")).toEqual({
      from: "2026-01-29",
      to: "2026-02-28",
    })
    fc.assert(
      fc.property(ranges, (range) => {
        const before = comparedWith(range, "previous")!
        expect(daysIn(before)).toBe(daysIn(range))
        expect(dayNumber(before.to)).toBe(dayNumber(range.from) - 1)
      })
    )
  })

  it.each([
    // Whole months are whole months, leap year or not.
    ["2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29"],
    ["2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28"],
    ["2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31"],
    // 29 February has no counterpart, and the 28th of a common year is not the end of February of a leap year.
    ["2024-02-29", "2024-02-29", "2023-02-28", "2023-02-28"],
    ["2025-02-28", "2025-02-28", "2024-02-28", "2024-02-28"],
    ["2024-02-29", "2024-03-10", "2023-02-28", "2023-03-10"],
    ["2026-11-15", "2026-11-21", "2025-11-15", "2025-11-21"],
  ])("compares %s … %s with a year before", (from, to, before, until) => {
    expect(comparedWith({ from, to }, "last_year")).toEqual({ from: before, to: until })
  })

  it("compares with real days in order, a year before", () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const before = comparedWith(range, "last_year")!
        expect([before.from, before.to].map(dayNumber).map(dayText)).toEqual([before.from, before.to])
        expect(before.from <= before.to).toBe(true)
        expect(Math.abs(daysIn(before) - daysIn(range))).toBeLessThanOrEqual(1)
      })
    )
    expect(comparedWith({ from: "2026-01-01", to: "2026-01-02" }, "none")).toBeNull()
  })

  it("cuts weeks from Monday and calendar months to the period", () => {
    expect(stepsOf({ from: "2026-11-21", to: "2026-12-01" }, "week")).toEqual([
      { from: "2026-11-21", to: "2026-11-22" },
      { from: "2026-11-23", to: "2026-11-29" },
      { from: "2026-11-30", to: "2026-12-01" },
    ])
    expect(stepsOf({ from: "2024-01-31", to: "2024-03-01" }, "month")).toEqual([
      { from: "2024-01-31", to: "2024-01-31" },
      { from: "2024-02-01", to: "2024-02-29" },
      { from: "2024-03-01", to: "2024-03-01" },
    ])
  })

  it("has every day in exactly one step", () => {
    fc.assert(
      fc.property(ranges, fc.constantFrom(...STEPS), (range, step) => {
        const days = stepsOf(range, step).flatMap((part) => stepsOf(part, "day").map(({ from }) => from))
        expect(days).toEqual(stepsOf(range, "day").map(({ from }) => from))
        expect(days).toHaveLength(daysIn(range))
      }),
      { numRuns: 30 }
    )
  })
})

import fc from "fast-check"
import { dayNumber, dayText } from "../../../modules/expense/lib/prorate"
import { daysIn, stepsOf } from "../lib/periods"
import { shareOf } from "../lib/share"
import { splitRange } from "../lib/split-range"

describe("splitting a range into whole months and days", () => {
  it("keeps whole months whole, and what is less in days", () => {
    expect(splitRange({ from: "2026-01-01", to: "2026-01-31" })).toEqual({
      months: { from: "2026-01-01", to: "2026-01-01" },
      days: [],
    })
    expect(splitRange({ from: "2024-02-29", to: "2024-04-01" })).toEqual({
      months: { from: "2024-03-01", to: "2024-03-01" },
      days: [
        { from: "2024-02-29", to: "2024-02-29" },
        { from: "2024-04-01", to: "2024-04-01" },
      ],
    })
    expect(splitRange({ from: "2026-01-02", to: "2026-02-27" })).toEqual({
      months: null,
      days: [{ from: "2026-01-02", to: "2026-02-27" }],
    })
    expect(splitRange({ from: "2025-12-31", to: "2026-01-31" })).toEqual({
      months: { from: "2026-01-01", to: "2026-01-01" },
      days: [{ from: "2025-12-31", to: "2025-12-31" }],
    })
  })

  it("has every day of any range once", () => {
    const day = fc.integer({ min: dayNumber("2020-01-01"), max: dayNumber("2030-12-31") })
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1100 }), (start, length) => {
        const range = { from: dayText(start), to: dayText(start + length) }
        const { months, days } = splitRange(range)
        const covered = days.flatMap((part) => stepsOf(part, "day").map(({ from }) => from))
        if (months) {
          const last = stepsOf({ from: months.to, to: range.to }, "month")[0].to
          covered.push(...stepsOf({ from: months.from, to: last }, "day").map(({ from }) => from))
        }
        expect(covered).toHaveLength(daysIn(range))
        expect(covered.sort()).toEqual(stepsOf(range, "day").map(({ from }) => from))
      })
    )
  })

  it("says a share to two decimals, and none of nothing", () => {
    expect([shareOf("1", "3"), shareOf(0, 5), shareOf(5, 0), shareOf(5, -1), shareOf(-1, 4)]).toEqual([
      33.33, 0, 0, 0, -25,
    ])
  })
})

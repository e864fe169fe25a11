import fc from "fast-check"
import {
  costBetween,
  dayNumber,
  dayText,
  nextPeriods,
  partsOf,
  periodAround,
  PERIODS,
  Recurring,
  spread,
} from "../prorate"

const rent = (over: Partial<Recurring> = {}): Recurring => ({
  amount_tiyin: 3_100_000_00n,
  period: "month",
  starts_on: "2020-01-01",
  ends_on: null,
  changes: new Map(),
  ...over,
})

const daysOf = (recurring: Recurring, from: string, to: string) => {
  const days = new Map<string, bigint>()
  spread(recurring, { from: dayNumber(from), to: dayNumber(to) }, (day, parts) =>
    parts.forEach((part, index) => days.set(dayText(day + index), part))
  )
  return days
}
const total = (parts: Iterable<bigint>) => [...parts].reduce((sum, part) => sum + part, 0n)

const anyDay = fc.integer({ min: dayNumber("1999-01-01"), max: dayNumber("2101-12-31") })
const anyPeriod = fc.constantFrom(...PERIODS)
const anyAmount = fc.bigInt({ min: 0n, max: 10n ** 15n })

describe("periodAround", () => {
  it.each([
    ["week", "2026-11-21", "2026-11-16", "2026-11-23"],
    ["week", "2026-12-31", "2026-12-28", "2027-01-04"],
    ["week", "2027-01-01", "2026-12-28", "2027-01-04"],
    ["week", "2026-11-16", "2026-11-16", "2026-11-23"],
    ["week", "1969-12-31", "1969-12-29", "1970-01-05"],
    ["month", "2028-02-29", "2028-02-01", "2028-03-01"],
    ["month", "2026-12-31", "2026-12-01", "2027-01-01"],
    ["year", "2028-02-29", "2028-01-01", "2029-01-01"],
    ["year", "2026-12-31", "2026-01-01", "2027-01-01"],
  ] as const)("%s around %s is %s to before %s", (period, day, start, next) => {
    const span = periodAround(period, dayNumber(day))
    expect([dayText(span.start), dayText(span.next)]).toEqual([start, next])
  })

  it("is the same for each of its days, and the next one begins where it ends", () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, (period, day) => {
        const span = periodAround(period, day)
        expect(span.start <= day && day < span.next).toBe(true)
        expect(periodAround(period, span.start)).toEqual(span)
        expect(periodAround(period, span.next - 1)).toEqual(span)
        expect(periodAround(period, span.next).start).toBe(span.next)
      })
    )
  })
})

describe("partsOf", () => {
  it("adds up to the amount, and no two days differ by more than a tiyin", () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 1, max: 366 }), (amount, days) => {
        const parts = partsOf(amount, days)
        expect(parts).toHaveLength(days)
        expect(total(parts)).toBe(amount)
        const floor = amount / BigInt(days)
        expect(parts.every((part) => part === floor || part === floor + 1n)).toBe(true)
      })
    )
  })
})

describe("spread", () => {
  it("gives the days of any period exactly its amount", () => {
    fc.assert(
      fc.property(anyPeriod, anyDay, anyAmount, (period, day, amount_tiyin) => {
        const { start, next } = periodAround(period, day)
        const recurring = rent({ period, amount_tiyin, starts_on: "1900-01-01" })
        expect(costBetween(recurring, dayText(start), dayText(next - 1))).toBe(amount_tiyin)
      })
    )
  })

  it("costs the same whether a report is read whole or in pieces", () => {
    fc.assert(
      fc.property(
        anyPeriod,
        anyAmount,
        fc.integer({ min: dayNumber("2026-01-01"), max: dayNumber("2028-12-31") }),
        fc.integer({ min: 0, max: 800 }),
        fc.nat(800),
        (period, amount_tiyin, from, length, cut) => {
          const recurring = rent({ period, amount_tiyin, starts_on: "2026-05-17", ends_on: "2028-06-11" })
          const to = from + length
          const middle = from + (cut % (length + 1))
          const [a, b, c, d] = [from, middle, middle + 1, to].map(dayText)
          expect(costBetween(recurring, a, b) + costBetween(recurring, c, d)).toBe(
            costBetween(recurring, a, d)
          )
        }
      )
    )
  })

  it("divides by the days of the month, leap February included", () => {
    expect(daysOf(rent({ amount_tiyin: 290n }), "2028-02-01", "2028-02-29").get("2028-02-29")).toBe(10n)
    expect(daysOf(rent({ amount_tiyin: 280n }), "2027-02-01", "2027-02-28").get("2027-02-28")).toBe(10n)
    expect(daysOf(rent(), "2026-12-31", "2027-01-01")).toEqual(
      new Map([
        ["2026-12-31", 100_000_00n],
        ["2027-01-01", 100_000_00n],
      ])
    )
  })

  it("divides a year by 365 days or 366", () => {
    const tax = rent({ period: "year", amount_tiyin: 365n * 366n })
    expect(costBetween(tax, "2027-12-31", "2028-01-01")).toBe(366n + 365n)
  })

  it("carries a week over the end of a month", () => {
    const cleaning = rent({ period: "week", amount_tiyin: 700n })
    // Monday 30 November to Sunday 6 December.
    expect(costBetween(cleaning, "2026-11-30", "2026-11-30")).toBe(100n)
    expect(costBetween(cleaning, "2026-12-01", "2026-12-06")).toBe(600n)
  })

  it("leaves days outside its life free", () => {
    const half = rent({ amount_tiyin: 3_000n, starts_on: "2026-11-16", ends_on: "2026-12-10" })
    expect(costBetween(half, "2026-11-01", "2026-11-30")).toBe(1_500n)
    expect(costBetween(half, "2026-11-01", "2026-11-15")).toBe(0n)
    expect([...daysOf(half, "2026-11-01", "2027-01-31").keys()]).toHaveLength(25)
    expect(costBetween(half, "2026-12-11", "2027-01-31")).toBe(0n)
    expect(
      costBetween(rent({ starts_on: "2026-11-20", ends_on: "2026-11-20" }), "2026-01-01", "2027-01-01")
    ).toBe(costBetween(rent(), "2026-11-20", "2026-11-20"))
  })

  it("takes another amount for a changed period, and none for a skipped one", () => {
    const changed = rent({
      amount_tiyin: 3_000n,
      changes: new Map<string, bigint | null>([
        ["2026-11-01", 6_000n],
        ["2026-12-01", null],
        ["2027-01-01", 0n],
      ]),
    })
    expect(costBetween(changed, "2026-10-01", "2026-10-31")).toBe(3_000n)
    expect(costBetween(changed, "2026-11-01", "2026-11-30")).toBe(6_000n)
    expect(costBetween(changed, "2026-11-15", "2026-11-15")).toBe(200n)
    expect(costBetween(changed, "2026-12-01", "2027-01-31")).toBe(0n)
    expect(costBetween(changed, "2027-02-01", "2027-02-28")).toBe(3_000n)
  })

  it("has nothing to say of a report that ends before it begins", () => {
    expect(costBetween(rent(), "2026-11-02", "2026-11-01")).toBe(0n)
  })
})

describe("nextPeriods", () => {
  it("names the current period and those after it, as far as the expense lives", () => {
    const changes = new Map<string, bigint | null>([["2026-12-01", null]])
    const recurring = rent({ amount_tiyin: 5n, changes, ends_on: "2027-01-31" })
    expect(nextPeriods(recurring, "2026-11-21", 3)).toEqual([
      { period_start: "2026-11-01", amount_tiyin: 5n },
      { period_start: "2026-12-01", amount_tiyin: null },
      { period_start: "2027-01-01", amount_tiyin: 5n },
    ])
    expect(nextPeriods(recurring, "2027-01-31", 3)).toHaveLength(1)
    expect(nextPeriods(recurring, "2027-02-01", 3)).toEqual([])
    expect(nextPeriods(rent({ starts_on: "2027-03-15" }), "2026-11-21", 1)[0].period_start).toBe("2027-03-01")
  })
})

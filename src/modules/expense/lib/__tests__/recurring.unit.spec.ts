import { deletionOf, endsTooEarly, livingPeriod, splitAt } from "../recurring"

const month = { period: "month" as const, starts_on: "2026-11-16", ends_on: "2027-01-10" }

describe("livingPeriod", () => {
  it.each([
    ["2026-11-01", "2026-11-01"],
    ["2026-11-30", "2026-11-01"],
    ["2027-01-31", "2027-01-01"],
    ["2026-10-31", null],
    ["2027-02-01", null],
  ])("of %s is %s", (day, start) => expect(livingPeriod(month, day)).toBe(start))

  it("goes on where there is no end", () => {
    expect(livingPeriod({ ...month, ends_on: null }, "2099-12-31")).toBe("2099-12-01")
    expect(livingPeriod({ period: "week", starts_on: "2026-11-22", ends_on: null }, "2026-11-16")).toBe(
      "2026-11-16"
    )
    expect(livingPeriod({ period: "year", starts_on: "2026-11-22", ends_on: null }, "2025-12-31")).toBeNull()
  })
})

describe("splitAt", () => {
  it("parts an expense where the day's period begins", () => {
    expect(splitAt(month, "2026-12-20")).toEqual({ ends_on: "2026-11-30", starts_on: "2026-12-01" })
    expect(splitAt({ ...month, period: "week" }, "2026-11-29")).toEqual({
      ends_on: "2026-11-22",
      starts_on: "2026-11-23",
    })
  })

  it("leaves one that has no earlier period whole", () => {
    expect(splitAt(month, "2026-11-20")).toBeNull()
    expect(splitAt(month, "2020-01-01")).toBeNull()
    expect(splitAt({ ...month, starts_on: "2026-12-01" }, "2026-12-20")).toBeNull()
  })
})

describe("deletionOf", () => {
  it("ends yesterday what reports have counted", () => {
    expect(deletionOf(month, true, "2026-11-21")).toEqual({ ends_on: "2026-11-20" })
    expect(deletionOf({ ...month, ends_on: "2026-11-18" }, true, "2026-11-21")).toEqual({
      ends_on: "2026-11-18",
    })
  })

  it("removes what they have not", () => {
    expect(deletionOf(month, true, "2026-11-16")).toBe("remove")
    expect(deletionOf(month, true, "2026-11-15")).toBe("remove")
    expect(deletionOf(month, false, "2027-11-21")).toBe("remove")
  })
})

it("endsTooEarly compares the days", () => {
  expect(endsTooEarly({ starts_on: "2026-11-16", ends_on: "2026-11-15" })).toBe(true)
  expect(endsTooEarly({ starts_on: "2026-11-16", ends_on: "2026-11-16" })).toBe(false)
  expect(endsTooEarly({ starts_on: "2026-11-16", ends_on: null })).toBe(false)
})

import { Allowance, HOURLY } from "../allowance"

const AT = Date.parse("2026-11-21T07:00:00Z")
const HOUR = 3_600_000

describe("the allowance of a network", () => {
  it("is used up by its ad and kind, and comes back an hour after the first", () => {
    const allowance = new Allowance()
    const takes = (times: number, at: number, network = "a", ad = "ad_1") =>
      Array.from({ length: times }, () => allowance.take(network, "click", ad, at)).filter(Boolean).length
    expect(takes(HOURLY.click + 10, AT)).toBe(HOURLY.click)
    expect(takes(1, AT + HOUR - 1)).toBe(0)
    expect(takes(1, AT, "b")).toBe(1)
    expect(takes(1, AT, "a", "ad_2")).toBe(1)
    expect(allowance.take("a", "impression", "ad_1", AT)).toBe(true)
    expect(takes(HOURLY.click + 10, AT + HOUR)).toBe(HOURLY.click)
  })
})

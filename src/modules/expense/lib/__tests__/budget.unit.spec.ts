import fc from "fast-check"
import { budgetUse, daysOfMonth, monthOf } from "../budget"

describe("budgetUse", () => {
  it.each([
    [0n, 100n, 0, "ok"],
    [7_999n, 10_000n, 79, "ok"],
    [8_000n, 10_000n, 80, "80"],
    [9_999n, 10_000n, 99, "80"],
    [10_000n, 10_000n, 100, "100"],
    [25_000n, 10_000n, 250, "100"],
  ])("%s of %s tiyin are %s %%, level %s", (spent, amount, percent, level) =>
    expect(budgetUse(spent, amount)).toEqual({ percent, level })
  )

  it("reaches a level exactly when its share is spent", () => {
    const amounts = fc.bigInt({ min: 1n, max: 10n ** 14n })
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 0n, max: 10n ** 14n }), (amount, spent) => {
        const { level } = budgetUse(spent, amount)
        expect(level === "100").toBe(spent >= amount)
        expect(level === "ok").toBe(spent * 10n < amount * 8n)
      })
    )
  })
})

it("knows the days of a month", () => {
  expect(daysOfMonth("2028-02")).toEqual({ from: "2028-02-01", to: "2028-02-29" })
  expect(daysOfMonth("2026-12")).toEqual({ from: "2026-12-01", to: "2026-12-31" })
  expect(monthOf("2026-12-31")).toBe("2026-12")
})

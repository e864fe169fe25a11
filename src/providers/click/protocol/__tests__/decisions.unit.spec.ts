import fc from "fast-check"
import { decideComplete, decidePrepare, OrderFacts, PrepareRecord, prepareIdOf } from "../index"

const order = (standing: OrderFacts["standing"] = "payable"): OrderFacts => ({
  amount_tiyin: 100_000,
  standing,
})
const record = (state: PrepareRecord["state"] = "PREPARED", is_of_order = true): PrepareRecord => ({
  prepare_id: 77,
  state,
  amount_tiyin: 100_000,
  is_of_order,
})
const ok = { amount: "1000.00", error: 0 }
const failed = { amount: "1000.00", error: -5017 }
const refused = (code: number, alert?: string) =>
  alert ? { kind: "refuse", code, alert } : { kind: "refuse", code }

describe("Prepare (state table 2.4)", () => {
  it.each([
    ["order unknown", ok, null, null, refused(-5)],
    ["amount equal", ok, order(), null, { kind: "insert" }],
    ["amount differs", { amount: "999.99" }, order(), null, refused(-2)],
    ["amount is no number", { amount: "1e3" }, order(), null, refused(-2)],
    ["paid by anybody", ok, order("paid"), null, refused(-4)],
    ["paid, amount differs", { amount: "1" }, order("paid"), null, refused(-4)],
    ["cancelled or expired", ok, order("unavailable"), null, refused(-9)],
    ["seen, prepared", ok, order(), record(), { kind: "repeat", prepare_id: 77 }],
    ["seen for another order", ok, order(), record("PREPARED", false), refused(-8)],
    ["seen, cancelled", ok, order(), record("CANCELLED"), refused(-9)],
    ["seen, confirmed", ok, order(), record("CONFIRMED"), refused(-4)],
  ] as const)("%s", (_, call, facts, known, expected) => {
    expect(decidePrepare(call, facts, known)).toEqual(expected)
  })
})

describe("Complete (state table 2.4)", () => {
  it.each([
    ["order unknown", ok, null, record(), refused(-5)],
    ["prepare id unknown", ok, order(), null, refused(-6)],
    ["prepare id of another order", ok, order(), record("PREPARED", false), refused(-6)],
    ["prepared, amount equal", ok, order(), record(), { kind: "confirm" }],
    ["prepared, amount differs", { amount: "999", error: 0 }, order(), record(), refused(-2)],
    ["prepared, failed, amount differs", { amount: "999", error: -1 }, order(), record(), refused(-2)],
    ["prepared, failed", failed, order(), record(), { kind: "cancel", code: -9 }],
    ["prepared, a positive error", { amount: "1000", error: 1 }, order(), record(), refused(-8)],
    ["paid otherwise", ok, order("paid"), record(), { kind: "cancel", code: -4, alert: "double_payment" }],
    [
      "cancelled meanwhile",
      ok,
      order("unavailable"),
      record(),
      { kind: "cancel", code: -9, alert: "late_payment" },
    ],
    ["confirmed again", ok, order("paid"), record("CONFIRMED"), refused(-4)],
    [
      "confirmed, cancelled now",
      failed,
      order("paid"),
      record("CONFIRMED"),
      refused(-9, "cancel_after_confirm"),
    ],
    ["cancelled, success", ok, order(), record("CANCELLED"), refused(-9)],
    ["cancelled, failed", failed, order(), record("CANCELLED"), refused(-9)],
  ] as const)("%s", (_, call, facts, own, expected) => {
    expect(decideComplete(call, facts, own, -9)).toEqual(expected)
  })

  it("a cancellation of a confirmed payment answers as the setting says (2.5)", () => {
    expect(decideComplete(failed, order("paid"), record("CONFIRMED"), -4)).toEqual(
      refused(-4, "cancel_after_confirm")
    )
  })

  it("confirms only a prepared record of a payable order, with the exact amount and no error", () => {
    const cents = fc.integer({ min: 0, max: 300_000 })
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: -6000, max: 1 }),
        fc.constantFrom("payable", "paid", "unavailable" as const),
        fc.constantFrom("PREPARED", "CONFIRMED", "CANCELLED" as const),
        fc.boolean(),
        (tiyin, error, standing, state, isOfOrder) => {
          const amount = `${Math.floor(tiyin / 100)}.${String(tiyin % 100).padStart(2, "0")}`
          const call = { amount, error }
          const decision = decideComplete(
            call,
            order(standing as OrderFacts["standing"]),
            record(state as PrepareRecord["state"], isOfOrder),
            -9
          )
          const isRight =
            tiyin === 100_000 && error === 0 && standing === "payable" && state === "PREPARED" && isOfOrder
          expect(decision.kind === "confirm").toBe(isRight)
          if (state !== "PREPARED") {
            expect(decision.kind).toBe("refuse")
          }
        }
      )
    )
  })
})

describe("prepareIdOf (C-26)", () => {
  it.each([
    ["77", 77],
    ["2147483647", 2_147_483_647],
    ["2147483648", null],
    ["0", null],
    ["-1", null],
    ["abc", null],
    ["1.5", null],
    ["99999999999", null],
    ["", null],
  ])("%s", (text, id) => {
    expect(prepareIdOf(text)).toBe(id)
  })
})

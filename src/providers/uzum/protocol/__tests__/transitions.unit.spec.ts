import fc from "fast-check"
import {
  applyTransition,
  decideCheck,
  decideConfirm,
  decideCreate,
  decideReverse,
  decideStatus,
  isExpired,
  TRANSACTION_LIFETIME_MS,
  UzumOrder,
  UzumRecord,
  UzumState,
} from "../index"

const TIME = 1_700_000_000_200
const END = 1_700_001_800_200
const NOW = TIME + 5000
const STATES: UzumState[] = ["CREATED", "CONFIRMED", "REVERSED", "FAILED"]

function record(state: UzumState): UzumRecord {
  return {
    trans_id: "00000000-0000-4000-8000-000000000001",
    amount_tiyin: 15000050,
    state,
    trans_time: TIME,
    confirm_time: state === "CONFIRMED" ? TIME + 100 : null,
    reverse_time: state === "REVERSED" || state === "FAILED" ? TIME + 200 : null,
  }
}
const refuse = (code: string) => ({ kind: "refuse", code })
const ORDER: UzumOrder = { amount_tiyin: 15000050, standing: "payable", has_live_transaction: false }

describe("the state table", () => {
  it("check (U-06 to U-09): a transaction that waits does not speak against it", () => {
    expect(decideCheck(null)).toEqual(refuse("10007"))
    expect(decideCheck({ ...ORDER, standing: "paid" })).toEqual(refuse("10008"))
    expect(decideCheck({ ...ORDER, standing: "cancelled" })).toEqual(refuse("10009"))
    expect(decideCheck(ORDER)).toEqual({ kind: "allow" })
    expect(decideCheck({ ...ORDER, has_live_transaction: true })).toEqual({ kind: "allow" })
  })

  it("create (U-07, U-08, U-11 to U-15)", () => {
    const create = (order: UzumOrder | null, amount: bigint | null = 15000050n) =>
      decideCreate(null, order, amount)

    expect(create(null)).toEqual(refuse("10007"))
    expect(create({ ...ORDER, standing: "paid" }, 1n)).toEqual(refuse("10008"))
    expect(create({ ...ORDER, standing: "cancelled" }, 1n)).toEqual(refuse("10009"))
    expect(create({ ...ORDER, has_live_transaction: true }, 15000051n)).toEqual(refuse("10011"))
    expect(create(ORDER, null)).toEqual(refuse("10011"))
    expect(create({ ...ORDER, has_live_transaction: true })).toEqual(refuse("99999"))
    expect(decideCreate(null, { ...ORDER, has_live_transaction: true }, 15000050n, "10008")).toEqual(
      refuse("10008")
    )
    expect(create(ORDER)).toEqual({ kind: "create" })
  })

  it("create compares all digits of the amount (U-37)", () => {
    const huge = { ...ORDER, amount_tiyin: 9007199254740992 }

    expect(decideCreate(null, huge, 9007199254740993n)).toEqual(refuse("10011"))
    expect(decideCreate(null, huge, 9007199254740992n)).toEqual({ kind: "create" })
  })

  it.each(STATES)("create of a known id in state %s: 10010, whatever else it says", (state) => {
    expect(decideCreate(record(state), null, null)).toEqual(refuse("10010"))
    expect(decideCreate(record(state), { ...ORDER, standing: "paid" }, 1n)).toEqual(refuse("10010"))
  })

  it("confirm (U-18, U-19, U-22, U-23, U-28, U-32)", () => {
    const failed = { kind: "transition", to: "FAILED", at: NOW, then: "10015" }

    expect(decideConfirm(null, { payable: true }, NOW)).toEqual(refuse("10014"))
    expect(decideConfirm(record("CREATED"), { payable: true }, NOW)).toEqual({
      kind: "transition",
      to: "CONFIRMED",
      at: NOW,
    })
    expect(decideConfirm(record("CREATED"), { payable: false }, NOW)).toEqual(failed)
    expect(decideConfirm(record("CREATED"), { payable: true }, END)).toEqual({ ...failed, at: END })
    expect(decideConfirm(record("CREATED"), { payable: true }, END - 1)).toMatchObject({ to: "CONFIRMED" })
    expect(decideConfirm(record("CONFIRMED"), { payable: false }, END)).toEqual(refuse("10016"))
    expect(decideConfirm(record("REVERSED"), { payable: true }, NOW)).toEqual(refuse("10015"))
    expect(decideConfirm(record("FAILED"), { payable: true }, NOW)).toEqual(refuse("10015"))
  })

  it("reverse (U-22, U-26, U-27, U-29, U-30)", () => {
    const reversed = { kind: "transition", to: "REVERSED", at: NOW }

    expect(decideReverse(null, { delivered: false }, NOW)).toEqual(refuse("10014"))
    expect(decideReverse(record("CREATED"), { delivered: true }, NOW)).toEqual(reversed)
    expect(decideReverse(record("CREATED"), { delivered: false }, END)).toEqual({
      kind: "transition",
      to: "FAILED",
      at: END,
      then: "10018",
    })
    expect(decideReverse(record("CONFIRMED"), { delivered: false }, NOW)).toEqual(reversed)
    expect(decideReverse(record("CONFIRMED"), { delivered: false }, END)).toEqual({ ...reversed, at: END })
    expect(decideReverse(record("CONFIRMED"), { delivered: true }, NOW)).toEqual(refuse("10017"))
    expect(decideReverse(record("REVERSED"), { delivered: true }, NOW)).toEqual(refuse("10018"))
    expect(decideReverse(record("FAILED"), { delivered: false }, NOW)).toEqual(refuse("10018"))
  })

  it("status (U-17, U-21, U-22, U-24, U-31)", () => {
    expect(decideStatus(null, NOW)).toEqual(refuse("10014"))
    expect(decideStatus(record("FAILED"), NOW)).toEqual(refuse("10014"))
    expect(decideStatus(record("CREATED"), NOW)).toEqual({ kind: "answer" })
    expect(decideStatus(record("CREATED"), END)).toMatchObject({ to: "FAILED", then: "10014" })
    expect(decideStatus(record("CONFIRMED"), END)).toEqual({ kind: "answer" })
    expect(decideStatus(record("REVERSED"), END)).toEqual({ kind: "answer" })
  })
})

describe("histories of calls", () => {
  const step = fc.record({
    call: fc.constantFrom("confirm", "reverse", "status", "sweep"),
    payable: fc.boolean(),
    delivered: fc.boolean(),
    wait: fc.integer({ min: 0, max: TRANSACTION_LIFETIME_MS }),
  })

  it("confirm at most once, never after an end, and leave an end for ever", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let row = record("CREATED")
        let now = TIME
        const seen: UzumState[] = []
        for (const { call, payable, delivered, wait } of steps) {
          now += wait
          const decision =
            call === "confirm"
              ? decideConfirm(row, { payable }, now)
              : call === "reverse"
                ? decideReverse(row, { delivered }, now)
                : decideStatus(row, now)
          const before = row
          if (decision.kind === "transition") {
            row = applyTransition(row, decision)
            seen.push(row.state)
          }
          // An end is an end.
          if (before.state === "FAILED" || before.state === "REVERSED") {
            expect(row).toEqual(before)
          }
          // No call is answered well by a transaction that waited too long.
          if (isExpired(before, now)) {
            expect(row.state).toBe("FAILED")
          }
        }
        expect(seen.filter((state) => state === "CONFIRMED").length).toBeLessThanOrEqual(1)
        expect(seen.filter((state) => state === "FAILED" || state === "REVERSED").length).toBeLessThanOrEqual(
          1
        )
        expect(row.confirm_time === null || row.confirm_time < END).toBe(true)
      })
    )
  })
})

import { entriesOf, provenOutcome, RefundEntry, unaskedTiyin } from "../refund-entries"

const ENTRY: RefundEntry = { operation_id: "ours", amount_tiyin: 400, state: "asked" }
const DONE: RefundEntry = { operation_id: "other", amount_tiyin: 300, state: "done" }
const REFUSED: RefundEntry = { operation_id: "third", amount_tiyin: 200, state: "refused" }
const ORDER = { status: "COMPLETED", completedAmount: 1000, refundedAmount: 0, operations: [] }

describe("the end of a refund that Uzum was asked for before", () => {
  const proven = (change: object, entries = [ENTRY], isInDispute = false) =>
    provenOutcome({ ...ORDER, ...change }, ENTRY, entries, isInDispute)
  const operation = (operationState: string) => ({
    refundedAmount: 400,
    operations: [{ merchantOperationId: "ours", operationState }],
  })

  it("is what our operation says, whatever the amounts say", () => {
    expect(proven(operation("SUCCESS"))).toBe("done")
    expect(proven(operation("SUCCESS"), [ENTRY], true)).toBe("done")
    expect(proven(operation("FAIL"))).toBe("failed")
    expect(proven({ ...operation("PROCESSING"), refundedAmount: 0 })).toBeNull()
  })

  it("is a failure when no more has gone back than by refunds that are known to be done", () => {
    expect(proven({})).toBe("failed")
    expect(proven({ status: "REFUNDED", refundedAmount: 300 }, [ENTRY, DONE, REFUSED])).toBe("failed")
  })

  it.each([
    ["more has gone back", { status: "REFUNDED", refundedAmount: 400 }],
    ["what a refused refund would have been has gone back", { status: "REFUNDED", refundedAmount: 200 }],
    ["a refund without its amount", { status: "REFUNDED", refundedAmount: undefined }],
    ["a refund of nothing", { status: "REFUNDED" }],
    ["no amount", { refundedAmount: undefined }],
    ["no operations", { operations: undefined }],
    ["another state", { status: "SOMETHING_NEW" }],
  ])("is not known: %s", (_, change) => {
    expect(proven(change, [ENTRY, REFUSED])).toBeNull()
  })

  it("is not known by amounts while Uzum's refusal may be about this very operation", () => {
    expect(proven({}, [ENTRY], true)).toBeNull()
  })
})

describe("money that went back without being asked for", () => {
  const unasked = (order: object, ...entries: RefundEntry[]) => unaskedTiyin({ ...ORDER, ...order }, entries)

  it("is what exceeds the refunds that may have been done, by either way back", () => {
    expect(unasked({})).toBe(0)
    expect(unasked({ refundedAmount: 700 }, ENTRY, DONE)).toBe(0)
    expect(unasked({ refundedAmount: 300 }, REFUSED)).toBe(300)
    expect(unasked({ reversedAmount: 1000 })).toBe(1000)
  })

  it("is unknown for a refund without its amount, unless one was asked for", () => {
    const refunded = { status: "REFUNDED", refundedAmount: undefined }

    expect(unasked(refunded)).toBeNull()
    expect(unasked(refunded, ENTRY)).toBe(0)
  })
})

it("refunds are found among the other details", () => {
  expect(entriesOf({ order_number: "1-1", refund_a: DONE })).toEqual({ refund_a: DONE })
  expect(entriesOf(null)).toEqual({})
})

import { Person, Policy } from "../approval"
import { checkRecurringDecision, editOf, RecurringRow } from "../recurring-edit"

const OPEN: Policy = { requires_approval: false, limits: {} }
const STRICT: Policy = { requires_approval: true, limits: { accountant: 100 } }
const person: Person = { company_id: "comp_a", user_id: "user_a", role: "accountant", permissions: [] }
const row: RecurringRow = {
  id: "rexp_1",
  company_id: "comp_a",
  category_id: "rent",
  amount: 500,
  period: "month",
  starts_on: "2026-01-16",
  ends_on: null,
  note: null,
  payee: null,
  payment_method: "cash",
  status: "approved",
  created_by: "user_b",
  decided_by: "user_b",
  dearest: 0,
}

describe("editOf", () => {
  it.each([
    ["a note", { note: "x" }],
    ["another way of paying", { payment_method: "card" as const }],
    ["an earlier end", { ends_on: "2026-12-31" }],
    ["nothing", {}],
  ])("lets the decision stand after %s", (_, changes) => {
    const { kept, next } = editOf(STRICT, person, row, changes)
    expect(kept).toMatchObject(changes)
    expect(kept).not.toHaveProperty("status")
    expect(next).toBeNull()
  })

  it.each([
    ["another amount", { amount: 101 }],
    ["another category", { category_id: "tax" }],
    ["another period", { period: "week" as const }],
    ["another beginning", { starts_on: "2026-02-01" }],
  ])("decides anew after %s", (_, changes) => {
    expect(editOf(STRICT, person, row, changes).kept).toMatchObject({ status: "submitted", decided_by: null })
    expect(editOf(OPEN, person, row, changes).kept).toMatchObject({
      status: "approved",
      decided_by: "user_a",
    })
  })

  it("decides anew about a later end, and about whatever has not been approved", () => {
    const ended = { ...row, ends_on: "2026-06-30" }
    expect(editOf(STRICT, person, ended, { ends_on: "2026-07-31" }).kept).toMatchObject({
      status: "submitted",
    })
    expect(editOf(STRICT, person, ended, { ends_on: null }).kept).toMatchObject({ status: "submitted" })
    const rejected = { ...row, status: "rejected" as const, amount: 100 }
    expect(editOf(STRICT, person, rejected, { note: "x" }).kept).toMatchObject({ status: "approved" })
  })

  it("decides about the dearest period that is changed, too", () => {
    const changed = { ...row, status: "submitted" as const, dearest: 400 }
    expect(editOf(STRICT, person, changed, { amount: 100 }).kept).toMatchObject({ status: "submitted" })
    const decide = (dearest: number) => () =>
      checkRecurringDecision(
        { ...STRICT, limits: { accountant: 300 } },
        { ...person, permissions: ["expense:approve"] },
        { ...changed, dearest },
        100
      )
    expect(decide(300)).not.toThrow()
    expect(decide(301)).toThrow(expect.objectContaining({ code: "EXPENSE_ABOVE_LIMIT" }))
  })

  it("parts an expense, and decides anew about the part that is new only", () => {
    const { kept, next } = editOf(STRICT, person, row, { amount: 900, from: "2026-03-20" })
    expect(kept).toEqual({ ends_on: "2026-02-28" })
    expect(next).toMatchObject({ amount: 900, starts_on: "2026-03-01", ends_on: null, status: "submitted" })
  })

  it("parts none whose first period it is, nor one that nobody has approved", () => {
    expect(editOf(OPEN, person, row, { amount: 900, from: "2026-01-31" }).next).toBeNull()
    expect(
      editOf(OPEN, person, { ...row, status: "submitted" }, { amount: 900, from: "2026-03-20" }).next
    ).toBeNull()
  })

  it("refuses a life that ends before it begins, of either part", () => {
    const code = (call: () => unknown) => {
      try {
        call()
      } catch (error) {
        return (error as { code: string }).code
      }
    }
    expect(code(() => editOf(OPEN, person, row, { ends_on: "2026-01-15" }))).toBe(
      "EXPENSE_RECURRING_DAYS_WRONG"
    )
    expect(code(() => editOf(OPEN, person, row, { ends_on: "2026-02-15", from: "2026-03-01" }))).toBe(
      "EXPENSE_RECURRING_DAYS_WRONG"
    )
  })
})

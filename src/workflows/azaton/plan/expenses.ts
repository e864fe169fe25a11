import { ExpensePlan } from "../plans"
import { ExpenseMode, Planned } from "../types"
import { Notes, planned } from "./notes"
import { dateOf, dayOf, decimalOf, idOf, textOf, timeOf } from "./values"

type Row = Record<string, unknown>

/** The fixed columns, by what they are called here; each is a standard category. */
export const FIXED = ["salary", "utilities", "purchases", "rent", "other"] as const

/** What the note of a fixed expense says; the numbers never had a date (docs/azaton.md tells of the two readings). */
export const LEGACY_BALANCE = "legacy balance"

export type ExpenseContext = { hasCompany: (id: string) => boolean; mode: ExpenseMode }

/** A company's fixed numbers: one dated expense each, or with `monthly` one recurring one each. */
export function planFixedExpenses(row: Row, context: ExpenseContext): Array<Planned<ExpensePlan>> {
  const id = idOf(row.id)!
  const company = idOf(row.company_id)
  const notes = new Notes()
  // Its own part: a custom expense may have the same number.
  const facts = { table: "expenses", legacy_id: id, part: "row", notes }
  const at =
    context.mode === "monthly"
      ? (timeOf(row.created_at) ?? timeOf(row.updated_at))
      : (timeOf(row.updated_at) ?? timeOf(row.created_at))
  if (!company || !context.hasCompany(company) || !at) {
    notes.add("row_invalid", "Without a company or a date these are no expenses.")
    return [planned<ExpensePlan>("expenses", null, facts)]
  }
  const plans = FIXED.flatMap((category) => {
    const amount = decimalOf(row[category]) ?? "0"
    if (Number(amount) < 0) {
      notes.add("expense_not_positive", `${category}: ${amount}`)
    }
    if (Number(amount) <= 0) {
      return []
    }
    const shared = { company, category, amount, note: LEGACY_BALANCE }
    const value: ExpensePlan =
      context.mode === "monthly"
        ? { kind: "monthly", ...shared, starts_on: dayOf(at) }
        : { kind: "dated", ...shared, name: null, day: dayOf(at) }
    return [planned("expenses", value, { ...facts, part: category, notes: new Notes() })]
  })
  return notes.list.length > 0 || plans.length === 0
    ? [...plans, planned<ExpensePlan>("expenses", null, facts)]
    : plans
}

/** An expense that a company named itself. */
export function planCustomExpense(row: Row, context: ExpenseContext): Planned<ExpensePlan> {
  const id = idOf(row.id)!
  const company = idOf(row.company_id)
  const created = timeOf(row.created_at)
  const day = dateOf(row.expense_date) ?? (created && dayOf(created))
  const notes = new Notes()
  const facts = { table: "company_custom_expenses", legacy_id: id, notes }
  const amount = decimalOf(row.amount) ?? "0"
  if (Number(amount) <= 0) {
    notes.add("expense_not_positive", `An amount of ${amount} is no expense.`)
    return planned<ExpensePlan>("expenses", null, facts)
  }
  if (!company || !context.hasCompany(company) || !day) {
    notes.add("row_invalid", "Without a company or a date it is no expense.")
    return planned<ExpensePlan>("expenses", null, facts)
  }
  const name = textOf(row.name) ?? "Boshqa"
  const note = textOf(row.description)
  return planned("expenses", { kind: "dated", company, category: "other", name, amount, day, note }, facts)
}

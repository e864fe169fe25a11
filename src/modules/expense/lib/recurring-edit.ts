import { ExpenseErrors } from "../errors"
import { checkDecision, Person, Policy, Status, statusOfNew } from "./approval"
import { Period } from "./prorate"
import { endsTooEarly, splitAt } from "./recurring"
import { PaymentMethod } from "./rows"

/** What its author says of a recurring expense; `amount` is so'm of one whole period. */
export type RecurringFacts = {
  category_id: string
  amount: number
  period: Period
  starts_on: string
  ends_on: string | null
  note: string | null
  payee: string | null
  payment_method: PaymentMethod
}

/** A recurring expense as it is decided on. */
export type RecurringRow = RecurringFacts & {
  id: string
  company_id: string
  status: Status
  created_by: string | null
  decided_by: string | null
  /** So'm of the dearest period that is changed; 0 where none is. Whoever decides on the expense decides on that too. */
  dearest: number
}

export type Standing = {
  status: Status
  decided_by: string | null
  decided_at?: Date | null
  reject_reason: null
}

/** How a recurring expense stands as somebody writes it down, by the limit of their role. */
export function standingOfNew(policy: Policy, person: Person, amount: number): Standing {
  return statusOfNew(policy, person.role, amount) === "approved"
    ? { status: "approved", decided_by: person.user_id, decided_at: new Date(), reject_reason: null }
    : { status: "submitted", decided_by: null, decided_at: null, reject_reason: null }
}

/** Refuses a life that ends before it begins. @throws {MedusaError} EXPENSE_RECURRING_DAYS_WRONG */
export function checkDays(facts: Pick<RecurringFacts, "starts_on" | "ends_on">): void {
  if (endsTooEarly(facts)) {
    throw ExpenseErrors.recurringDaysWrong()
  }
}

/**
 * Whether the decision about an expense stands after a change. What makes it cost something else is decided anew; one
 * that only ends earlier needs nobody.
 */
function decisionStands(row: RecurringRow, next: RecurringFacts): boolean {
  const isSame = (["category_id", "amount", "period", "starts_on"] as const).every(
    (name) => row[name] === next[name]
  )
  const endsNoLater =
    row.ends_on === next.ends_on || (next.ends_on !== null && next.ends_on < (row.ends_on ?? "9"))
  return row.status === "approved" && isSame && endsNoLater
}

/**
 * `checkDecision` of a recurring expense: whoever approves it approves its dearest period with it.
 * @param amount so'm of a period that are approved; null for a rejection
 * @throws {MedusaError} the codes of `checkDecision`
 */
export function checkRecurringDecision(
  policy: Policy,
  person: Person,
  row: RecurringRow,
  amount: number | null
): void {
  checkDecision(policy, person, row, amount)
  if (amount !== null && row.dearest > amount) {
    checkDecision(policy, person, { ...row, amount: row.dearest }, row.dearest)
  }
}

export type Edit = {
  /** What the expense itself becomes. */
  kept: Partial<RecurringFacts> & Partial<Standing>
  /** The expense that goes on instead of it from its first day on. */
  next: (RecurringFacts & Partial<Standing>) | null
}

/**
 * What an edit does. Without `from` it is as if the expense had been written down so from the beginning. With it, what
 * has been counted before stays as it is: the expense ends before the period that `from` lies in, and another one goes
 * on from there. One that nobody has approved has not been counted, so it is never parted.
 * @throws {MedusaError} EXPENSE_RECURRING_DAYS_WRONG
 */
export function editOf(
  policy: Policy,
  person: Person,
  row: RecurringRow,
  { from, ...changes }: Partial<RecurringFacts> & { from?: string }
): Edit {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const { category_id, amount, period, starts_on, ends_on, note, payee, payment_method } = {
    ...row,
    ...given,
  }
  const facts: RecurringFacts = {
    category_id,
    amount,
    period,
    starts_on,
    ends_on,
    note,
    payee,
    payment_method,
  }
  checkDays(facts)
  const standing = decisionStands(row, facts)
    ? {}
    : standingOfNew(policy, person, Math.max(amount, row.dearest))
  const parts = from !== undefined && row.status === "approved" ? splitAt(row, from) : null
  if (!parts) {
    return { kept: { ...facts, ...standing }, next: null }
  }
  const next = { ...facts, starts_on: parts.starts_on }
  checkDays(next)
  return { kept: { ends_on: parts.ends_on }, next: { ...next, ...standing } }
}

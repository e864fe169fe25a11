import { Person, Policy, statusOfNew } from "./approval"
import { ExpenseFacts, ExpenseRow } from "./rows"

const FACTS = ["day", "amount", "category_id", "note", "payee", "payment_method"] as const
/** What somebody decided upon. */
const DECIDED = ["day", "amount", "category_id"] as const

/** Whether an expense says what somebody wants to write down. */
export function isSameExpense(expense: ExpenseFacts, facts: ExpenseFacts): boolean {
  return FACTS.every((name) => expense[name] === facts[name])
}

/**
 * An expense after a change. A decision stands while day, amount and category do; otherwise it is taken anew by the limit
 * of whoever makes the change: about what was sanctioned, when the amount is the same.
 */
export function changedExpense(
  policy: Policy,
  person: Person,
  row: ExpenseRow,
  changes: Partial<ExpenseFacts>
): ExpenseRow & { reject_reason: string | null; was_decided_now: boolean } {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const next: ExpenseRow = { ...row, ...given }
  if (row.status === "approved" && DECIDED.every((name) => next[name] === row[name])) {
    return { ...next, reject_reason: null, was_decided_now: false }
  }
  const amount =
    row.status === "approved" && next.amount === row.amount
      ? (row.sanctioned_amount ?? row.amount)
      : next.amount
  const status = statusOfNew(policy, person.role, amount)
  const isApproved = status === "approved"
  return {
    ...next,
    status,
    sanctioned_amount: isApproved ? amount : null,
    decided_by: isApproved ? person.user_id : null,
    reject_reason: null,
    was_decided_now: isApproved,
  }
}

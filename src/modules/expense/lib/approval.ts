import { ExpenseErrors } from "../errors"

/**
 * Who decides on an expense (docs/decisions/0013-expenses.md). Amounts are so'm with two decimals at most and are only
 * compared, never added, so that plain numbers are exact.
 */

/** What a company has settled about approval; `limits` is by role: a built-in one's name, or the id of an own one. */
export type Policy = { requires_approval: boolean; limits: Readonly<Record<string, number>> }

/** A company that has settled nothing approves nothing: what is written down counts. */
export const NO_POLICY: Policy = { requires_approval: false, limits: {} }

/** Whoever writes or decides: a user with the role, and the permissions, that the membership gives now. */
export type Person = {
  company_id: string
  user_id: string
  /** `owner`, … or the id of a role of the company's own. */
  role: string
  permissions: readonly string[]
}

export type Status = "submitted" | "approved" | "rejected"

/** What deciding needs to know of an expense, dated or recurring. */
export type Decidable = { status: Status; amount: number; created_by: string | null }

/** Up to what amount a role decides by itself; null without limit. The owner has one only when it is named. */
export function limitOf(policy: Policy, role: string): number | null {
  if (!policy.requires_approval) {
    return null
  }
  return Object.hasOwn(policy.limits, role) ? policy.limits[role] : role === "owner" ? null : 0
}

const reaches = (limit: number | null, amount: number) => limit === null || amount <= limit

/** What becomes of an expense as it is written down: within its author's limit it is approved at once. */
export function statusOfNew(policy: Policy, role: string, amount: number): "approved" | "submitted" {
  return reaches(limitOf(policy, role), amount) ? "approved" : "submitted"
}

/** Whether an expense waits for a decision that this person could take; their own only within their own limit. */
export function canDecide(policy: Policy, person: Person, expense: Decidable): boolean {
  const limit = limitOf(policy, person.role)
  return (
    expense.status === "submitted" &&
    person.permissions.includes("expense:approve") &&
    (expense.created_by === person.user_id ? reaches(limit, expense.amount) : limit !== 0)
  )
}

/**
 * Lets a decision pass, or says why not.
 * @param sanctioned so'm that are approved; null for a rejection
 * @throws {MedusaError} EXPENSE_ALREADY_DECIDED, EXPENSE_OWN_ABOVE_LIMIT, EXPENSE_ABOVE_LIMIT, EXPENSE_SANCTIONED_TOO_MUCH
 */
export function checkDecision(
  policy: Policy,
  person: Person,
  expense: Decidable,
  sanctioned: number | null
): void {
  if (expense.status !== "submitted") {
    throw ExpenseErrors.alreadyDecided(expense.status)
  }
  if (!canDecide(policy, person, expense)) {
    throw expense.created_by === person.user_id ? ExpenseErrors.ownAboveLimit() : ExpenseErrors.aboveLimit()
  }
  if (sanctioned !== null && sanctioned > expense.amount) {
    throw ExpenseErrors.sanctionedTooMuch()
  }
  if (sanctioned !== null && !reaches(limitOf(policy, person.role), sanctioned)) {
    throw ExpenseErrors.aboveLimit()
  }
}

/** Everybody's expenses are seen with `expense:read`, otherwise one's own. */
export function canSee(person: Person, expense: { created_by: string | null }): boolean {
  return person.permissions.includes("expense:read") || expense.created_by === person.user_id
}

/**
 * Whether somebody may change or delete an expense: the author until somebody else has approved it, and whoever manages
 * the company's expenses.
 */
export function canChange(person: Person, expense: Decidable & { decided_by: string | null }): boolean {
  const isOpen = expense.status !== "approved" || expense.decided_by === person.user_id
  return (
    person.permissions.includes("expense:write") &&
    (person.permissions.includes("expense:manage") || (expense.created_by === person.user_id && isOpen))
  )
}

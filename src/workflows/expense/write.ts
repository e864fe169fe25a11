import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { ExpenseEvents } from "../../modules/expense/events"
import { ExpenseErrors } from "../../modules/expense/errors"
import { Person } from "../../modules/expense/lib/approval"
import { ExpenseFacts } from "../../modules/expense/lib/rows"
import { dayOf } from "../../modules/ledger/lib/period"
import { announce, EVENT_OF, expensesOf } from "./announce"
import { sweepNow } from "./attachments/sweep"
import { budgetAfter, BudgetUse } from "./budget-after"

/** An expense is money that has been spent: none is of a day that has not come in Tashkent. */
function refuseFuture(day: string | undefined): void {
  if (day !== undefined && day > dayOf(new Date())) {
    throw ExpenseErrors.dayInFuture()
  }
}

/** How a user is called, kept with what they write: a person may leave, their expenses stay. */
export async function nameOf(container: MedusaContainer, userId: string): Promise<string> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ name: string }> }>(
      `select coalesce(nullif(trim(concat_ws(' ', first_name, last_name)), ''), email) as name from "user" where id = ?`,
      [userId]
    )
  return rows[0]?.name ?? userId
}

/**
 * Writes an expense down; within its author's limit it is approved at once. Emits `expense.created`, and
 * `expense.approved`.
 * @returns its id, also of one that was there already under the same client_id, and the budget of its category and month
 * @throws {MedusaError} EXPENSE_DAY_IN_FUTURE and the codes of `writeDown`
 */
export async function createExpense(
  container: MedusaContainer,
  person: Person,
  facts: ExpenseFacts,
  client_id: string | null
): Promise<{ id: string; budget?: BudgetUse }> {
  refuseFuture(facts.day)
  const author_name = await nameOf(container, person.user_id)
  const { id, status, is_new } = await expensesOf(container).writeDown({
    person,
    author_name,
    facts,
    client_id,
  })
  const { company_id } = person
  if (is_new) {
    await announce(container, { id, company_id }, [ExpenseEvents.CREATED, ...EVENT_OF[status]])
  }
  return { id, budget: await budgetAfter(container, { ...facts, company_id }) }
}

/**
 * Changes an expense; another amount, day or category is decided anew.
 * @throws {MedusaError} EXPENSE_DAY_IN_FUTURE and the codes of `changeExpense` of the module
 */
export async function changeExpense(
  container: MedusaContainer,
  person: Person,
  id: string,
  changes: Partial<ExpenseFacts>
): Promise<void> {
  refuseFuture(changes.day)
  const { from, expense } = await expensesOf(container).changeExpense({ person, id, changes })
  if (from !== expense.status) {
    await announce(container, { id, company_id: person.company_id }, EVENT_OF[expense.status])
  }
  await budgetAfter(container, expense)
}

/**
 * Deletes an expense and the files of its attachments.
 * @throws {MedusaError} 404, EXPENSE_NOT_YOURS, EXPENSE_APPROVED_BY_OTHER
 */
export async function deleteExpense(container: MedusaContainer, person: Person, id: string): Promise<void> {
  await expensesOf(container).dropExpense({ person, id })
  await sweepNow(container, id)
}

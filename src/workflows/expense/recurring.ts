import { MedusaContainer } from "@medusajs/framework/types"
import { Person } from "../../modules/expense/lib/approval"
import { RecurringFacts } from "../../modules/expense/lib/recurring-edit"
import { dayOf } from "../../modules/ledger/lib/period"
import { expensesOf } from "./announce"
import { budgetAfter } from "./budget-after"
import { findRecurring, RecurringView } from "./queries/recurring"
import { nameOf } from "./write"

/**
 * Writes a recurring expense down; within its author's limit it is approved at once.
 * @throws {MedusaError} the codes of `addRecurring`
 */
export async function createRecurring(
  container: MedusaContainer,
  person: Person,
  facts: RecurringFacts
): Promise<RecurringView> {
  const author = { ...person, name: await nameOf(container, person.user_id) }
  const { id } = await expensesOf(container).addRecurring({ author, facts })
  return counted(container, person, id)
}

/**
 * Edits one, from its beginning or from a period on.
 * @returns the expense that goes on, which is another one when the edit parted it
 * @throws {MedusaError} the codes of `editRecurring`
 */
export async function changeRecurring(
  container: MedusaContainer,
  person: Person,
  id: string,
  changes: Partial<RecurringFacts> & { from?: string }
): Promise<RecurringView> {
  const author = { ...person, name: await nameOf(container, person.user_id) }
  const kept = await expensesOf(container).editRecurring({ author, id, changes })
  return counted(container, person, kept.id)
}

/** Approves or rejects one. @throws {MedusaError} the codes of `decideRecurring` */
export async function decideRecurring(
  container: MedusaContainer,
  person: Person,
  id: string,
  decision: { amount?: number } | { reason: string }
): Promise<RecurringView> {
  await expensesOf(container).decideRecurring({ person, id, decision })
  return counted(container, person, id)
}

/** Skips a period of one, or gives it another amount. @throws {MedusaError} the codes of `changePeriod` */
export async function changePeriod(
  container: MedusaContainer,
  person: Person,
  id: string,
  change: { day: string; amount: number | null; note: string | null }
): Promise<RecurringView> {
  await expensesOf(container).changePeriod({ person, id, ...change })
  return counted(container, person, id)
}

/** Gives a period its usual amount again. @throws {MedusaError} 404 */
export async function unchangePeriod(
  container: MedusaContainer,
  person: Person,
  id: string,
  day: string
): Promise<RecurringView> {
  await expensesOf(container).unchangePeriod({ company_id: person.company_id, id, day })
  return counted(container, person, id)
}

/**
 * Ends yesterday one that reports have counted, and removes one that they have not.
 * @returns its last day, or null when it is removed
 * @throws {MedusaError} 404
 */
export async function removeRecurring(
  container: MedusaContainer,
  person: Person,
  id: string
): Promise<{ ends_on: string | null }> {
  return expensesOf(container).removeRecurring({
    company_id: person.company_id,
    id,
    today: dayOf(new Date()),
  })
}

/** The expense as it is now; what it costs this month may have used a budget up. */
async function counted(container: MedusaContainer, person: Person, id: string): Promise<RecurringView> {
  const expense = await findRecurring(container, person, id)
  if (expense.status === "approved") {
    const { company_id } = person
    await budgetAfter(container, { company_id, category_id: expense.category_id, day: dayOf(new Date()) })
  }
  return expense
}

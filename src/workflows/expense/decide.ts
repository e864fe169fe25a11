import { MedusaContainer } from "@medusajs/framework/types"
import { Person } from "../../modules/expense/lib/approval"
import { announce, EVENT_OF, expensesOf } from "./announce"
import { budgetAfter } from "./budget-after"

/**
 * Approves what waits. Emits `expense.approved`.
 * @param amount so'm, no more than was claimed; all of it when it is left out
 * @throws {MedusaError} 404 and the codes of `checkDecision`
 */
export async function approveExpense(
  container: MedusaContainer,
  person: Person,
  id: string,
  amount?: number
): Promise<void> {
  const row = await expensesOf(container).decide({ person, id, is_approved: true, amount })
  await announce(container, { id, company_id: person.company_id }, EVENT_OF.approved)
  await budgetAfter(container, row)
}

/**
 * Rejects what waits. Emits `expense.rejected`.
 * @throws {MedusaError} 404 and the codes of `checkDecision`
 */
export async function rejectExpense(
  container: MedusaContainer,
  person: Person,
  id: string,
  reason: string
): Promise<void> {
  await expensesOf(container).decide({ person, id, is_approved: false, reason })
  await announce(container, { id, company_id: person.company_id }, EVENT_OF.rejected)
}

import { MedusaContainer } from "@medusajs/framework/types"
import { CategoryView } from "../../modules/expense/lib/categories"
import { expensesOf } from "./announce"
import { findCategory } from "./queries/categories"

/**
 * Makes a category of the company's own.
 * @throws {MedusaError} EXPENSE_CATEGORY_NAME_TAKEN, EXPENSE_CATEGORIES_FULL
 */
export async function createCategory(
  container: MedusaContainer,
  input: { company_id: string; name: string; is_purchase: boolean }
): Promise<CategoryView> {
  const { id } = await expensesOf(container).makeCategory(input)
  return findCategory(container, input.company_id, id)
}

/**
 * Renames it, archives it, or makes it one of purchases; reports of the past follow.
 * @throws {MedusaError} 404, EXPENSE_CATEGORY_STANDARD, EXPENSE_CATEGORY_NAME_TAKEN
 */
export async function changeCategory(
  container: MedusaContainer,
  input: { company_id: string; id: string; name?: string; is_purchase?: boolean; is_archived?: boolean }
): Promise<CategoryView> {
  await expensesOf(container).changeCategory(input)
  return findCategory(container, input.company_id, input.id)
}

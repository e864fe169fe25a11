import { MedusaContainer } from "@medusajs/framework/types"
import {
  CategoryView,
  isStandardCategory,
  ownView,
  standardView,
  STANDARD_CATEGORY_IDS,
} from "../../../modules/expense/lib/categories"
import { notFound } from "../../../lib/errors"
import { expensesOf } from "../announce"

/** A page of the categories that a company chooses from: the standard ones, then its own by name. One statement. */
export async function listCategories(
  container: MedusaContainer,
  { company_id, limit, offset }: { company_id: string; limit: number; offset: number }
): Promise<{ expense_categories: CategoryView[]; count: number }> {
  const own = await expensesOf(container).ownCategories(company_id)
  const all = [...STANDARD_CATEGORY_IDS.map(standardView), ...[...own.values()].map(ownView)]
  return { expense_categories: all.slice(offset, offset + limit), count: all.length }
}

/**
 * One category.
 * @throws {MedusaError} 404
 */
export async function findCategory(
  container: MedusaContainer,
  companyId: string,
  id: string
): Promise<CategoryView> {
  if (isStandardCategory(id)) {
    return standardView(id)
  }
  const row = (await expensesOf(container).ownCategories(companyId)).get(id)
  if (!row) {
    throw notFound("Category", id)
  }
  return ownView(row)
}

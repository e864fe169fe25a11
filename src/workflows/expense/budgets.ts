import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { BudgetEvents } from "../../modules/expense/events"
import { monthOf } from "../../modules/expense/lib/budget"
import { expensesOf } from "./announce"
import { BudgetView, readBudgets } from "./queries/budgets"

type Wish = { company_id: string; month: string; category_id: string; amount: number }

/**
 * Sets a category's budget of a month; an amount of 0 takes it away.
 * @returns the budget, or null when it was taken away
 * @throws {MedusaError} EXPENSE_CATEGORY_UNKNOWN, EXPENSE_CATEGORY_ARCHIVED
 */
export async function setBudget(container: MedusaContainer, wish: Wish): Promise<BudgetView | null> {
  const { company_id, month, category_id } = wish
  if (!(await expensesOf(container).setBudget(wish))) {
    return null
  }
  const [budget] = await noteBudgets(container, company_id, [{ category_id, month }])
  return budget ?? null
}

/** Copies the budgets of a month to another one, where they don't stand yet. @returns those of the other month by then */
export async function copyBudgets(
  container: MedusaContainer,
  wish: { company_id: string; from: string; to: string }
): Promise<{ copied: number; expense_budgets: BudgetView[] }> {
  const { company_id, to } = wish
  const copied = await expensesOf(container).copyBudgets(wish)
  return { copied, expense_budgets: await readBudgets(container, { company_id, months: [to] }) }
}

/**
 * Looks how far a category's budget of a day's month is used up, after something was spent. Whoever reaches 80 or 100 per
 * cent is told once, by `expense.budget-reached`.
 * @returns the budget; undefined where there is none
 */
export async function noteBudget(
  container: MedusaContainer,
  { company_id, category_id, day }: { company_id: string; category_id: string; day: string }
): Promise<Omit<BudgetView, "id" | "category_name"> | undefined> {
  const [found] = await noteBudgets(container, company_id, [{ category_id, month: monthOf(day) }])
  if (!found) {
    return undefined
  }
  const { category_id: id, month, amount, spent, percent, level } = found
  return { category_id: id, month, amount, spent, percent, level }
}

/** `noteBudget` for many categories and months at once. */
export async function noteBudgets(
  container: MedusaContainer,
  company_id: string,
  spots: Array<{ category_id: string; month: string }>
): Promise<BudgetView[]> {
  const wanted = new Set(spots.map(({ category_id, month }) => `${month}/${category_id}`))
  const category_id = spots.length === 1 ? spots[0].category_id : undefined
  const months = [...new Set(spots.map(({ month }) => month))]
  const budgets = await readBudgets(container, { company_id, months, category_id })
  const noted = budgets.filter((budget) => wanted.has(`${budget.month}/${budget.category_id}`))
  for (const budget of noted) {
    await tellOnce(container, company_id, budget)
  }
  return noted
}

/** The page shows what is used up; that nobody could be told refuses nobody's expense. */
async function tellOnce(container: MedusaContainer, company_id: string, budget: BudgetView): Promise<void> {
  const { id, category_id, month, level } = budget
  if (level === "ok" || !(await expensesOf(container).noteLevel({ id, level }))) {
    return
  }
  try {
    const data = { company_id, category_id, month, level }
    await container.resolve(Modules.EVENT_BUS).emit({ name: BudgetEvents.REACHED, data })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`budget ${id} has reached ${level} %; nobody was told`, error as Error)
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { noteBudget } from "./budgets"

export type BudgetUse = NonNullable<Awaited<ReturnType<typeof noteBudget>>>

/** How far a budget is used up by what has just been written. The expense stands, whether that can be said or not. */
export async function budgetAfter(
  container: MedusaContainer,
  spot: { company_id: string; category_id: string; day: string }
): Promise<BudgetUse | undefined> {
  try {
    const { company_id, category_id, day } = spot
    return await noteBudget(container, { company_id, category_id, day })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error("an expense is written; its budget could not be read", error as Error)
    return undefined
  }
}

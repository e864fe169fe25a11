import { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { ImportService } from "./import-service"
import { checkCategory } from "./lib/rows"

/** What a company means to spend on a category in a month. */
export class BudgetService extends ImportService {
  /**
   * Sets a budget; the company is told anew when the new amount is reached.
   * @param input.month `2026-11`
   * @param input.amount so'm; 0 takes the budget away
   * @returns null when it was taken away
   * @throws {MedusaError} EXPENSE_CATEGORY_UNKNOWN, EXPENSE_CATEGORY_ARCHIVED
   */
  @InjectTransactionManager()
  async setBudget(
    input: { company_id: string; month: string; category_id: string; amount: number },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string } | null> {
    const { company_id, month, category_id, amount } = input
    assertId(company_id, "company id")
    if (amount === 0) {
      await sql(
        context,
        `delete from expense_budget where company_id = ? and month = ? and category_id = ?`,
        [company_id, month, category_id]
      )
      return null
    }
    await checkCategory(context, company_id, category_id)
    const raw = JSON.stringify({ value: String(amount), precision: 20 })
    const [row] = await sql<{ id: string }>(
      context,
      `insert into expense_budget (id, company_id, month, category_id, amount, raw_amount) values (?, ?, ?, ?, ?, ?::jsonb)
       on conflict (company_id, month, category_id) where deleted_at is null do update
          set amount = excluded.amount, raw_amount = excluded.raw_amount, updated_at = now(),
              warned_80_at = case when expense_budget.amount = excluded.amount then expense_budget.warned_80_at end,
              warned_100_at = case when expense_budget.amount = excluded.amount then expense_budget.warned_100_at end
       returning id`,
      [generateEntityId(undefined, "ebud"), company_id, month, category_id, amount, raw]
    )
    return row
  }

  /**
   * Copies the budgets of a month to another one, where they don't stand yet; categories that are archived by now are
   * left out.
   * @returns how many were copied
   */
  @InjectTransactionManager()
  async copyBudgets(
    input: { company_id: string; from: string; to: string },
    @MedusaContext() context: Context = {}
  ): Promise<number> {
    const { company_id, from, to } = input
    assertId(company_id, "company id")
    const rows = await sql(
      context,
      `insert into expense_budget (id, company_id, month, category_id, amount, raw_amount)
       select 'ebud_' || replace(gen_random_uuid()::text, '-', ''), b.company_id, ?, b.category_id, b.amount, b.raw_amount
         from expense_budget b left join expense_category c on c.id = b.category_id and c.company_id = b.company_id
        where b.company_id = ? and b.month = ? and c.archived_at is null and b.deleted_at is null
       on conflict do nothing returning id`,
      [to, company_id, from]
    )
    return rows.length
  }

  /**
   * Notes that a company is told of a level; of many calls at once one gets it. Who is told of 100 % is not told of
   * 80 % any more.
   * @returns whether it was this call
   */
  @InjectTransactionManager()
  async noteLevel(
    input: { id: string; level: "80" | "100" },
    @MedusaContext() context: Context = {}
  ): Promise<boolean> {
    assertId(input.id, "budget id")
    const rows = await sql(
      context,
      input.level === "100"
        ? `update expense_budget set warned_100_at = now(), warned_80_at = coalesce(warned_80_at, now())
            where id = ? and warned_100_at is null and deleted_at is null returning id`
        : `update expense_budget set warned_80_at = now()
            where id = ? and warned_80_at is null and deleted_at is null returning id`,
      [input.id]
    )
    return rows.length > 0
  }
}

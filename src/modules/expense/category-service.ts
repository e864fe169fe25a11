import { Context } from "@medusajs/framework/types"
import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { isUniqueViolation, sql } from "../../lib/sql"
import { ExpenseErrors } from "./errors"
import { NO_POLICY, Policy } from "./lib/approval"
import { isStandardCategory, namesStandard, OwnCategory } from "./lib/categories"
import { lockCompanyExpenses, selectPolicy } from "./lib/rows"
import { Expense } from "./models/expense"
import { ExpenseAttachment } from "./models/expense-attachment"
import { ExpenseBudget } from "./models/expense-budget"
import { ExpenseCategory } from "./models/expense-category"
import { ExpensePolicy } from "./models/expense-policy"
import { RecurringChange } from "./models/recurring-change"
import { RecurringExpense } from "./models/recurring-expense"

/** Categories of its own that a company may have; archived ones count. */
export const CATEGORIES_MAX = 200

/** What a company settles about its expenses: categories of its own, and who approves. */
export class CategoryService extends MedusaService({
  ExpenseCategory,
  Expense,
  ExpenseAttachment,
  ExpensePolicy,
  RecurringExpense,
  RecurringChange,
  ExpenseBudget,
}) {
  /** The company's own categories by id, archived ones too, in the order of their names: one statement. */
  @InjectManager()
  async ownCategories(
    companyId: string,
    @MedusaContext() context: Context = {}
  ): Promise<Map<string, OwnCategory>> {
    assertId(companyId, "company id")
    const rows = await sql<OwnCategory>(
      context,
      `select id, name, is_purchase, archived_at from expense_category
        where company_id = ? and deleted_at is null order by lower(name), id`,
      [companyId]
    )
    return new Map(rows.map((row) => [row.id, row]))
  }

  /**
   * Makes a category; the unique index on company and name decides between two at once.
   * @throws {MedusaError} EXPENSE_CATEGORY_NAME_TAKEN, EXPENSE_CATEGORIES_FULL
   */
  @InjectTransactionManager()
  async makeCategory(
    input: { company_id: string; name: string; is_purchase: boolean },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const { company_id, name, is_purchase } = input
    assertId(company_id, "company id")
    await lockCompanyExpenses(context, company_id)
    const [{ count }] = await sql<{ count: number }>(
      context,
      `select count(*)::int as count from expense_category where company_id = ? and deleted_at is null`,
      [company_id]
    )
    if (count >= CATEGORIES_MAX) {
      throw ExpenseErrors.categoriesFull(CATEGORIES_MAX)
    }
    const id = generateEntityId(undefined, "ecat")
    await named(name, () =>
      sql(context, `insert into expense_category (id, company_id, name, is_purchase) values (?, ?, ?, ?)`, [
        id,
        company_id,
        name,
        is_purchase,
      ])
    )
    return { id }
  }

  /**
   * Renames a category of the company's own, archives it, or makes it one of purchases, for the past as well.
   * @throws {MedusaError} 404 for another company's, EXPENSE_CATEGORY_STANDARD, EXPENSE_CATEGORY_NAME_TAKEN
   */
  @InjectTransactionManager()
  async changeCategory(
    input: { company_id: string; id: string; name?: string; is_purchase?: boolean; is_archived?: boolean },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { company_id, id, name, is_purchase, is_archived } = input
    assertId(company_id, "company id")
    if (isStandardCategory(id)) {
      throw ExpenseErrors.categoryStandard()
    }
    const rows = await named(name, () =>
      sql(
        context,
        `update expense_category set name = coalesce(?, name), is_purchase = coalesce(?, is_purchase), updated_at = now(),
                archived_at = case when ?::boolean then coalesce(archived_at, now())
                                   when not ?::boolean then null else archived_at end
          where id = ? and company_id = ? and deleted_at is null returning id`,
        [name ?? null, is_purchase ?? null, is_archived ?? null, is_archived ?? null, id, company_id]
      )
    )
    if (rows.length === 0) {
      throw notFound("Category", id)
    }
  }

  /** What the company has settled about approval; without a row nothing is approved. */
  @InjectManager()
  async policyOf(companyId: string, @MedusaContext() context: Context = {}): Promise<Policy> {
    assertId(companyId, "company id")
    return selectPolicy(context, companyId)
  }

  /** Changes the policy; what waits for a decision goes on waiting. `limits` replaces all of them. */
  @InjectTransactionManager()
  async changePolicy(
    input: { company_id: string; requires_approval?: boolean; limits?: Record<string, number> },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { company_id, requires_approval, limits } = input
    assertId(company_id, "company id")
    const values = [requires_approval ?? null, limits ? JSON.stringify(limits) : null]
    await sql(
      context,
      `insert into expense_policy (id, company_id, requires_approval, limits)
       values (?, ?, coalesce(?::boolean, ?), coalesce(?::jsonb, '{}'))
       on conflict (company_id) where deleted_at is null do update set updated_at = now(),
         requires_approval = coalesce(?::boolean, expense_policy.requires_approval),
         limits = coalesce(?::jsonb, expense_policy.limits)`,
      [
        generateEntityId(undefined, "epol"),
        company_id,
        values[0],
        NO_POLICY.requires_approval,
        values[1],
        ...values,
      ]
    )
  }
}

/** Writes a name, unless a standard category or another one of the company's has it. */
async function named<Result>(name: string | undefined, write: () => Promise<Result>): Promise<Result> {
  if (name !== undefined && namesStandard(name)) {
    throw ExpenseErrors.categoryNameTaken(name)
  }
  try {
    return await write()
  } catch (error) {
    throw name !== undefined && isUniqueViolation(error) ? ExpenseErrors.categoryNameTaken(name) : error
  }
}

import { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { BudgetService } from "./budget-service"
import { ExpenseErrors } from "./errors"
import { Person, statusOfNew } from "./lib/approval"
import { deletionOf, livingPeriod } from "./lib/recurring"
import {
  checkDays,
  checkRecurringDecision,
  editOf,
  RecurringFacts,
  RecurringRow,
  standingOfNew,
} from "./lib/recurring-edit"
import {
  refuseFull,
  refuseFullChanges,
  deleteChange,
  lockRecurring,
  moveChanges,
  refusePeriodChange,
  upsertChange,
} from "./lib/recurring-rows"
import { checkCategory, lockCompanyExpenses, selectPolicy } from "./lib/rows"

type Author = Person & { name: string | null }

/** Expenses that come again each week, month or year. */
export class RecurringService extends BudgetService {
  /**
   * Writes a recurring expense down; within its author's limit it is approved at once.
   * @throws {MedusaError} EXPENSE_CATEGORY_UNKNOWN, EXPENSE_CATEGORY_ARCHIVED, EXPENSE_RECURRING_DAYS_WRONG,
   *   EXPENSE_RECURRING_FULL
   */
  @InjectTransactionManager()
  async addRecurring(
    input: { author: Author; facts: RecurringFacts },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const { author, facts } = input
    assertId(author.company_id, "company id")
    checkDays(facts)
    await checkCategory(context, author.company_id, facts.category_id)
    const policy = await selectPolicy(context, author.company_id)
    return this.insertRecurring_(
      author,
      { ...facts, ...standingOfNew(policy, author, facts.amount) },
      context
    )
  }

  /**
   * Edits a recurring expense, from its beginning or from a period on (`editOf`).
   * @returns id of the expense that goes on: another one when the edit parted it
   * @throws {MedusaError} 404, the codes of `addRecurring`, EXPENSE_RECURRING_HAS_CHANGES
   */
  @InjectTransactionManager()
  async editRecurring(
    input: { author: Author; id: string; changes: Partial<RecurringFacts> & { from?: string } },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string }> {
    const { author, id, changes } = input
    const row = await this.lockedRecurring_(author.company_id, id, context)
    if (changes.category_id !== undefined && changes.category_id !== row.category_id) {
      await checkCategory(context, author.company_id, changes.category_id)
    }
    const edit = editOf(await selectPolicy(context, author.company_id), author, row, changes)
    await refusePeriodChange(context, row, edit)
    await this.updateRecurringExpenses({ id, ...edit.kept }, context)
    if (!edit.next) {
      return { id }
    }
    const { decided_by } = row
    const standing = { status: row.status, decided_by, decided_at: new Date() }
    const next = await this.insertRecurring_(author, { ...standing, ...edit.next }, context)
    await moveChanges(context, { from_id: id, to_id: next.id, from: edit.next.starts_on })
    return next
  }

  /**
   * Approves a recurring expense, with its own amount or another one, or rejects it with a reason.
   * @throws {MedusaError} 404, the codes of `checkDecision`
   */
  @InjectTransactionManager()
  async decideRecurring(
    input: { person: Person; id: string; decision: { amount?: number } | { reason: string } },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { person, id, decision } = input
    const row = await this.lockedRecurring_(person.company_id, id, context)
    const policy = await selectPolicy(context, person.company_id)
    const isRejected = "reason" in decision
    const amount = isRejected ? row.amount : (decision.amount ?? row.amount)
    checkRecurringDecision(policy, person, row, isRejected ? null : amount)
    await this.updateRecurringExpenses(
      {
        id,
        amount,
        status: isRejected ? "rejected" : "approved",
        reject_reason: isRejected ? decision.reason : null,
        decided_by: person.user_id,
        decided_at: new Date(),
      },
      context
    )
  }

  /**
   * Skips one period, or gives it another amount. More than usual takes a limit that allows it, because nobody decides
   * on a single period.
   * @param input.day any day of the period
   * @param input.amount so'm of the whole period; null: it is skipped
   * @throws {MedusaError} 404, EXPENSE_RECURRING_DAY_OUTSIDE, EXPENSE_ABOVE_LIMIT
   */
  @InjectTransactionManager()
  async changePeriod(
    input: { person: Person; id: string; day: string; amount: number | null; note: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { person, id, day, amount, note } = input
    const { company_id } = person
    const row = await this.lockedRecurring_(company_id, id, context)
    const period_start = livingPeriod(row, day)
    if (period_start === null) {
      throw ExpenseErrors.recurringDayOutside(day)
    }
    if (amount !== null && amount > row.amount) {
      const policy = await selectPolicy(context, company_id)
      if (statusOfNew(policy, person.role, amount) === "submitted") {
        throw ExpenseErrors.aboveLimit()
      }
    }
    await refuseFullChanges(context, id)
    await upsertChange(context, { company_id, recurring_id: id, period_start, amount, note })
  }

  /**
   * Gives a period its usual amount again.
   * @throws {MedusaError} 404, also where the period is not changed
   */
  @InjectTransactionManager()
  async unchangePeriod(
    input: { company_id: string; id: string; day: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const { company_id, id, day } = input
    const row = await this.lockedRecurring_(company_id, id, context)
    const start = livingPeriod(row, day)
    if (start === null || !(await deleteChange(context, id, start))) {
      throw notFound("Change", day)
    }
  }

  /**
   * Ends yesterday what reports have counted, and removes what they have not (`deletionOf`).
   * @returns its last day, or null when it is removed
   * @throws {MedusaError} 404
   */
  @InjectTransactionManager()
  async removeRecurring(
    input: { company_id: string; id: string; today: string },
    @MedusaContext() context: Context = {}
  ): Promise<{ ends_on: string | null }> {
    const { company_id, id, today } = input
    const row = await this.lockedRecurring_(company_id, id, context)
    const deletion = deletionOf(row, row.status === "approved", today)
    if (deletion === "remove") {
      await this.softDeleteRecurringExpenses(id, {}, context)
      return { ends_on: null }
    }
    await this.updateRecurringExpenses({ id, ends_on: deletion.ends_on }, context)
    return deletion
  }

  private async lockedRecurring_(companyId: string, id: string, context: Context): Promise<RecurringRow> {
    assertId(companyId, "company id")
    assertId(id, "recurring expense id")
    return lockRecurring(context, companyId, id)
  }

  private async insertRecurring_(
    author: Author,
    row: RecurringFacts & Record<string, unknown>,
    context: Context
  ): Promise<{ id: string }> {
    const { company_id, user_id, name } = author
    await lockCompanyExpenses(context, company_id)
    await refuseFull(context, company_id)
    const created = await this.createRecurringExpenses(
      { ...row, company_id, created_by: user_id, author_name: name } as never,
      context
    )
    return { id: (created as unknown as { id: string }).id }
  }
}

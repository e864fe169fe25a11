import { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { BozorOptions, readOptions } from "../../lib/options"
import { ExpenseErrors } from "./errors"
import { checkDecision, Person, Status, statusOfNew } from "./lib/approval"
import { deleteExpense } from "./lib/attachment-rows"
import { changedExpense, isSameExpense } from "./lib/changes"
import {
  checkCategory,
  ExpenseFacts,
  ExpenseRow,
  insertExpenses,
  NewExpense,
  selectByClientId,
  selectPolicy,
  updateExpense,
} from "./lib/rows"
import { RecurringService } from "./recurring-service"

/** Rows of one bulk write: what fits into one statement without straining anybody. */
const BULK_MAX = 1_000

export type BulkExpense = Omit<NewExpense, "id" | "sanctioned_amount"> & {
  sanctioned_amount?: string | number | null
}

class ExpenseModuleService extends RecurringService {
  readonly options: BozorOptions

  constructor(container: Record<string, unknown>, moduleOptions?: unknown) {
    super(container)
    this.options = readOptions(moduleOptions)
  }

  /**
   * Writes an expense down and decides at once where its author may. The same `client_id` with the same content is the
   * same expense, however often and at once it comes.
   * @returns `is_new` false for a repetition
   * @throws {MedusaError} EXPENSE_CATEGORY_UNKNOWN, EXPENSE_CATEGORY_ARCHIVED, EXPENSE_CLIENT_ID_REUSED
   */
  @InjectTransactionManager()
  async writeDown(
    input: { person: Person; author_name: string; facts: ExpenseFacts; client_id: string | null },
    @MedusaContext() context: Context = {}
  ): Promise<{ id: string; status: Status; is_new: boolean }> {
    const { person, facts, client_id, author_name } = input
    assertId(person.company_id, "company id")
    assertId(person.user_id, "user id")
    const { company_id, user_id } = person
    const known = client_id ? await selectByClientId(context, company_id, client_id) : undefined
    if (!known) {
      await checkCategory(context, company_id, facts.category_id)
      const status = statusOfNew(await selectPolicy(context, company_id), person.role, facts.amount)
      const id = generateEntityId(undefined, "exp")
      const isApproved = status === "approved"
      const row = { ...facts, id, company_id, status, author_name, created_by: user_id, client_id }
      const decision = {
        sanctioned_amount: isApproved ? facts.amount : null,
        decided_by: isApproved ? user_id : null,
      }
      if ((await insertExpenses(context, [{ ...row, ...decision, source: "manual" }])).length > 0) {
        return { id, status, is_new: true }
      }
    }
    // Whoever came first has committed by now: the unique index made this call wait.
    const first = known ?? (await selectByClientId(context, company_id, client_id!))
    if (!first || first.is_deleted || first.created_by !== user_id || !isSameExpense(first, facts)) {
      throw ExpenseErrors.clientIdReused()
    }
    return { id: first.id, status: first.status, is_new: false }
  }

  /**
   * Changes an expense. Another amount, day or category of an approved one, and any change of one that is not, is decided
   * anew by the limit of whoever makes it.
   * @returns the status before, and the expense as it is now
   * @throws {MedusaError} 404; EXPENSE_NOT_YOURS, EXPENSE_APPROVED_BY_OTHER, and the category's codes
   */
  @InjectTransactionManager()
  async changeExpense(
    input: { person: Person; id: string; changes: Partial<ExpenseFacts> },
    @MedusaContext() context: Context = {}
  ): Promise<{ from: Status; expense: ExpenseRow }> {
    const { person, id, changes } = input
    const row = await this.lockVisible(person, id, context)
    this.refuseChange(person, row)
    const { category_id } = changes
    if (category_id !== undefined && category_id !== row.category_id) {
      await checkCategory(context, person.company_id, category_id)
    }
    const changed = changedExpense(await selectPolicy(context, person.company_id), person, row, changes)
    await updateExpense(context, changed)
    return { from: row.status, expense: changed }
  }

  /**
   * Approves an expense, or rejects it with a reason. The row is locked: of many decisions at once one is taken.
   * @param input.amount so'm that are approved; the claimed amount when it is left out
   * @throws {MedusaError} 404 and the codes of `checkDecision`
   */
  @InjectTransactionManager()
  async decide(
    input: { person: Person; id: string } & (
      { is_approved: true; amount?: number } | { is_approved: false; reason: string }
    ),
    @MedusaContext() context: Context = {}
  ): Promise<ExpenseRow> {
    const { person, id } = input
    const row = await this.lockVisible(person, id, context)
    const sanctioned = input.is_approved ? (input.amount ?? row.amount) : null
    checkDecision(await selectPolicy(context, person.company_id), person, row, sanctioned)
    await updateExpense(context, {
      ...row,
      status: input.is_approved ? "approved" : "rejected",
      sanctioned_amount: sanctioned,
      decided_by: person.user_id,
      was_decided_now: true,
      reject_reason: input.is_approved ? null : input.reason,
    })
    return row
  }

  /**
   * Deletes an expense, and its attachments with it.
   * @throws {MedusaError} 404, EXPENSE_NOT_YOURS, EXPENSE_APPROVED_BY_OTHER
   */
  @InjectTransactionManager()
  async dropExpense(
    input: { person: Person; id: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const row = await this.lockVisible(input.person, input.id, context)
    this.refuseChange(input.person, row)
    await deleteExpense(context, input.id)
  }

  /**
   * Writes many at once, at most 1 000, in one statement and without asking anybody: for imports that have checked them.
   * Approved ones count with what is sanctioned, or their whole amount.
   * @returns those that were written; a `client_id` that the company has is left out
   */
  @InjectTransactionManager()
  async writeMany(
    rows: BulkExpense[],
    @MedusaContext() context: Context = {}
  ): Promise<Array<{ id: string; client_id: string | null }>> {
    if (rows.length > BULK_MAX) {
      throw new RangeError(`${rows.length} expenses at once are more than ${BULK_MAX}`)
    }
    const written = rows.map((row) => {
      assertId(row.company_id, "company id")
      const whole = row.status === "approved" ? row.amount : null
      return {
        ...row,
        id: generateEntityId(undefined, "exp"),
        sanctioned_amount: row.sanctioned_amount ?? whole,
      }
    })
    return rows.length === 0 ? [] : insertExpenses(context, written)
  }
}

export default ExpenseModuleService

import { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { CategoryService } from "./category-service"
import { ExpenseErrors } from "./errors"
import { canChange, canSee, Person } from "./lib/approval"
import {
  countAttachments,
  dropAttachment,
  insertAttachment,
  NewAttachment,
  selectBySum,
} from "./lib/attachment-rows"
import { ExpenseRow, lockExpense } from "./lib/rows"

/** Files that one expense may have. */
export const ATTACHMENTS_MAX = 20

type Files = { person: Person; id: string }

/** What proves an expense. Nothing here touches a file: `workflows/expense/attachments` does, around these calls. */
export class AttachmentService extends CategoryService {
  /**
   * Looks whether files may be added, before anything is stored.
   * @throws {MedusaError} the codes of `attach`
   */
  @InjectTransactionManager()
  async checkAttach(
    { person, id, files }: Files & { files: Array<{ file_name: string; sha256: string }> },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await this.lockForFiles(person, id, files.length, context)
    const sums = new Set<string>()
    for (const { file_name, sha256 } of files) {
      const first = await selectBySum(context, person.company_id, sha256)
      if (first || sums.has(sha256)) {
        const named = person.permissions.includes("expense:read") ? (first?.expense_id ?? id) : undefined
        throw ExpenseErrors.attachmentDuplicate(file_name, named)
      }
      sums.add(sha256)
    }
  }

  /**
   * Notes stored files as attachments: all or none. An author may add proof to what has been decided.
   * @throws {MedusaError} 404; EXPENSE_NOT_YOURS, EXPENSE_ATTACHMENTS_FULL, EXPENSE_ATTACHMENT_DUPLICATE
   */
  @InjectTransactionManager()
  async attach(
    { person, id, files }: Files & { files: NewAttachment[] },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    await this.lockForFiles(person, id, files.length, context)
    for (const file of files) {
      await insertAttachment(context, { company_id: person.company_id, expense_id: id }, file)
    }
  }

  /**
   * Takes an attachment off.
   * @throws {MedusaError} 404, EXPENSE_NOT_YOURS, EXPENSE_APPROVED_BY_OTHER
   */
  @InjectTransactionManager()
  async detach(
    { person, id, attachment_id }: Files & { attachment_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    this.refuseChange(person, await this.lockVisible(person, id, context))
    if (!(await dropAttachment(context, id, attachment_id))) {
      throw notFound("Attachment", attachment_id)
    }
  }

  /** A company's expense that the person may see, locked. */
  protected async lockVisible(person: Person, id: string, context: Context): Promise<ExpenseRow> {
    assertId(person.company_id, "company id")
    assertId(person.user_id, "user id")
    assertId(id, "expense id")
    const row = await lockExpense(context, person.company_id, id)
    if (!canSee(person, row)) {
      throw notFound("Expense", id)
    }
    return row
  }

  protected refuseChange(person: Person, row: ExpenseRow): void {
    if (!canChange(person, row)) {
      throw row.created_by === person.user_id ? ExpenseErrors.approvedByOther() : ExpenseErrors.notYours()
    }
  }

  private async lockForFiles(person: Person, id: string, count: number, context: Context): Promise<void> {
    const row = await this.lockVisible(person, id, context)
    if (row.created_by !== person.user_id) {
      this.refuseChange(person, row)
    }
    if ((await countAttachments(context, id)) + count > ATTACHMENTS_MAX) {
      throw ExpenseErrors.attachmentsFull(ATTACHMENTS_MAX)
    }
  }
}

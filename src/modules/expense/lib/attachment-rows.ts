import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { sql } from "../../../lib/sql"
import { ExpenseErrors } from "../errors"

export const MIME_TYPES = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const
export type MimeType = (typeof MIME_TYPES)[number]

/** A file in the store; `sha256` of the bytes as they were sent, `size` of those that are kept. */
export type NewAttachment = {
  file_key: string
  file_name: string
  mime_type: MimeType
  size: number
  sha256: string
}

export type AttachmentRow = NewAttachment & { id: string; expense_id: string }

export async function countAttachments(context: Context, expenseId: string): Promise<number> {
  const [{ count }] = await sql<{ count: number }>(
    context,
    `select count(*)::int as count from expense_attachment where expense_id = ? and deleted_at is null`,
    [expenseId]
  )
  return count
}

/** Expense that has a file already, by the sum of its bytes. */
export async function selectBySum(context: Context, companyId: string, sha256: string) {
  const [row] = await sql<{ expense_id: string }>(
    context,
    `select expense_id from expense_attachment where company_id = ? and sha256 = ? and deleted_at is null`,
    [companyId, sha256]
  )
  return row
}

/**
 * Notes a file; the unique index decides between two at once.
 * @throws {MedusaError} EXPENSE_ATTACHMENT_DUPLICATE
 */
export async function insertAttachment(
  context: Context,
  owner: { company_id: string; expense_id: string },
  file: NewAttachment
): Promise<void> {
  const rows = await sql(
    context,
    `insert into expense_attachment (id, company_id, expense_id, file_key, file_name, mime_type, size, sha256)
     values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
    [
      generateEntityId(undefined, "eatt"),
      owner.company_id,
      owner.expense_id,
      file.file_key,
      file.file_name,
      file.mime_type,
      file.size,
      file.sha256,
    ]
  )
  if (rows.length === 0) {
    const first = await selectBySum(context, owner.company_id, file.sha256)
    throw ExpenseErrors.attachmentDuplicate(file.file_name, first?.expense_id ?? owner.expense_id)
  }
}

/** Takes an attachment off its expense; the row stays until its file is gone (`workflows/expense/attachments/sweep.ts`). */
export async function dropAttachment(context: Context, expenseId: string, id: string): Promise<boolean> {
  const rows = await sql(
    context,
    `update expense_attachment set deleted_at = now(), updated_at = now()
      where id = ? and expense_id = ? and deleted_at is null returning id`,
    [id, expenseId]
  )
  return rows.length > 0
}

/**
 * Deletes an expense with its attachments. What was imported gives its key back, so that the file can be imported again;
 * what was written by hand keeps it, because its client may still send it a second time.
 */
export async function deleteExpense(context: Context, id: string): Promise<void> {
  await sql(
    context,
    `update expense_attachment set deleted_at = now(), updated_at = now() where expense_id = ? and deleted_at is null`,
    [id]
  )
  await sql(
    context,
    `update expense set deleted_at = now(), updated_at = now(),
            client_id = case when source = 'manual' then client_id end
      where id = ?`,
    [id]
  )
}

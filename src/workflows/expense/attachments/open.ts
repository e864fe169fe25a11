import { Readable } from "node:stream"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { Person } from "../../../modules/expense/lib/approval"
import { MimeType } from "../../../modules/expense/lib/attachment-rows"
import { conditionOf } from "../queries/expenses"

type Found = { file_key: string; file_name: string; mime_type: MimeType; size: number }

/**
 * A file of an expense that somebody may see, as a stream.
 * @throws {MedusaError} 404
 */
export async function openAttachment(
  container: MedusaContainer,
  person: Person,
  find: { id: string; attachment_id: string }
): Promise<Omit<Found, "file_key"> & { stream: Readable }> {
  const { where, values } = conditionOf(person, {})
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Found[] }>(
    `select a.file_key, a.file_name, a.mime_type, a.size
       from expense_attachment a join expense e on e.id = a.expense_id
      where ${where} and e.id = ? and a.id = ? and a.deleted_at is null`,
    [...values, find.id, find.attachment_id]
  )
  if (rows.length === 0) {
    throw notFound("Attachment", find.attachment_id)
  }
  const { file_key, ...facts } = rows[0]
  return { ...facts, stream: await container.resolve(Modules.FILE).getDownloadStream(file_key) }
}

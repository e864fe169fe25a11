import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { extname, join } from "node:path"
import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { ExpenseErrors } from "../../../modules/expense/errors"
import { Person } from "../../../modules/expense/lib/approval"
import { expensesOf } from "../announce"
import { PreparedFile, prepareFile, SentFile, sumOf } from "./prepare"
import { sweepNow } from "./sweep"

/** Where files lie in the store. Medusa's local one tells by `private-` in front which of its two folders a key is of. */
const FOLDER = "private-expenses"

/**
 * Adds files to an expense. All are looked at before the first is stored, and the row is written last: a call that dies in
 * between leaves a file that no address leads to.
 * @throws {MedusaError} EXPENSE_ATTACHMENT_UNREADABLE, EXPENSE_STORE_NOT_PRIVATE and the codes of the module's `attach`
 */
export async function addAttachments(
  container: MedusaContainer,
  person: Person,
  id: string,
  sent: SentFile[]
): Promise<void> {
  const sums = sent.map(({ name, content }) => ({ file_name: name, sha256: sumOf(content) }))
  await expensesOf(container).checkAttach({ person, id, files: sums })
  const prepared: PreparedFile[] = []
  for (const file of sent) {
    prepared.push(await prepareFile(file))
  }
  const storage = container.resolve(Modules.FILE)
  const stored = await storage.createFiles(
    prepared.map(({ file_name, mime_type, content }) => ({
      filename: `${FOLDER}/${randomUUID()}${extname(file_name)}`,
      mimeType: mime_type,
      content: content.toString("base64"),
      access: "private" as const,
    }))
  )
  const files = prepared.map(({ content, ...facts }, index) => ({
    ...facts,
    size: content.length,
    file_key: stored[index].id,
  }))
  try {
    refuseServed(files)
    await expensesOf(container).attach({ person, id, files })
  } catch (error) {
    await storage.deleteFiles(stored.map((file) => file.id))
    throw error
  }
}

/**
 * Medusa's local store keeps private files among those it serves to everybody, unless it is told otherwise
 * (`private_upload_dir`); a host of the plugin that was not told so finds out here and not from its competitors.
 */
function refuseServed(files: Array<{ file_key: string }>): void {
  if (files.some(({ file_key }) => existsSync(join(process.cwd(), "static", file_key)))) {
    throw ExpenseErrors.storeNotPrivate()
  }
}

/**
 * Takes an attachment off and deletes its file.
 * @throws {MedusaError} 404, EXPENSE_NOT_YOURS, EXPENSE_APPROVED_BY_OTHER
 */
export async function removeAttachment(
  container: MedusaContainer,
  person: Person,
  find: { id: string; attachment_id: string }
): Promise<void> {
  await expensesOf(container).detach({ person, ...find })
  await sweepNow(container, find.id)
}

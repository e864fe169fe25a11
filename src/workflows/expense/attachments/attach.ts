import { randomUUID } from "node:crypto"
import { extname } from "node:path"
import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { Person } from "../../../modules/expense/lib/approval"
import { expensesOf } from "../announce"
import { PreparedFile, prepareFile, SentFile, sumOf } from "./prepare"
import { sweepNow } from "./sweep"

/**
 * Where files lie in the store. Medusa's local store keeps private files beside public ones under `static/`, which this
 * server hands to anybody; nothing in a folder whose name begins with a dot is handed out. The `private-` in front is what
 * that store tells private keys by. In an S3 bucket it is a prefix of objects without public access.
 */
const FOLDER = "private-files/.expenses"

/**
 * Adds files to an expense. All are looked at before the first is stored, and the row is written last: a call that dies in
 * between leaves a file that no address leads to.
 * @throws {MedusaError} EXPENSE_ATTACHMENT_UNREADABLE and the codes of the module's `attach`
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
    await expensesOf(container).attach({ person, id, files })
  } catch (error) {
    await storage.deleteFiles(stored.map((file) => file.id))
    throw error
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

import { createHash } from "node:crypto"
import { ExpenseErrors } from "../../../modules/expense/errors"
import { MimeType } from "../../../modules/expense/lib/attachment-rows"
import { prepareImage } from "../../listing/images/prepare"

/** A file as it came: its name is the sender's, what it is shows in its bytes. */
export type SentFile = { name: string; content: Buffer }

export type PreparedFile = {
  file_name: string
  mime_type: MimeType
  content: Buffer
  sha256: string
}

/** SHA-256 of the bytes as they were sent: a photo that is encoded anew would never be recognised. */
export const sumOf = (content: Buffer): string => createHash("sha256").update(content).digest("hex")

/** PDF begins with its name (ISO 32000, 7.5.2); what has something before it is not accepted. */
export const isPdf = (content: Buffer): boolean => content.toString("latin1", 0, 5) === "%PDF-"

/**
 * A stranger's file as it is kept: a picture encoded anew as those of goods are, a PDF as it is, because nobody's browser
 * is asked to open it here.
 * @throws {MedusaError} EXPENSE_ATTACHMENT_UNREADABLE
 */
export async function prepareFile({ name, content }: SentFile): Promise<PreparedFile> {
  const sha256 = sumOf(content)
  const base = name.replace(/\.[^.]{1,8}$/, "")
  if (isPdf(content)) {
    return { file_name: `${base}.pdf`, mime_type: "application/pdf", content, sha256 }
  }
  try {
    const { main } = await prepareImage(content, name)
    return { file_name: `${base}.webp`, mime_type: "image/webp", content: main, sha256 }
  } catch {
    throw ExpenseErrors.attachmentUnreadable(name)
  }
}

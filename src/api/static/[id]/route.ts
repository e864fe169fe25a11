import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { sendStream } from "../../access/send-stream"

/**
 * Medusa's exports are private files that its dashboard links to under `/static`. They lie apart from what is served to
 * everybody (`private_upload_dir`), so only operators, whom the links are for, still get them. Expenses' files lie one
 * folder deeper and are nobody's here.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const { id: file } = req.params
  if (!/^private-[^/\\]+$/.test(file)) {
    throw notFound("File", file)
  }
  const stream = await req.scope.resolve(Modules.FILE).getDownloadStream(file)
  await sendStream(res, { stream, file_name: file, mime_type: "application/octet-stream" })
}

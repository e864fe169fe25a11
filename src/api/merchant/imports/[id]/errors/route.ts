import { MedusaResponse } from "@medusajs/framework/http"
import { errorFile } from "../../../../../workflows/exchange"
import { findImport } from "../../../../../workflows/exchange/queries/imports"
import { sendFile } from "../../../../access/send-file"
import { MerchantRequest } from "../../../../access/standing"
import { SheetFileQuery } from "../../validators"
import { viewerOf } from "../../viewer"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { format, lang } = req.validatedQuery as SheetFileQuery
  const found = await findImport(req.scope, viewerOf(req), req.params.id)
  sendFile(res, format, `errors-${found.id}`, await errorFile(req.scope, found, { format, language: lang }))
}

import { MedusaResponse } from "@medusajs/framework/http"
import { templateFile } from "../../../../workflows/exchange"
import { sendFile } from "../../../access/send-file"
import { MerchantRequest } from "../../../access/standing"
import { SheetFileQuery } from "../validators"
import { viewerOf } from "../viewer"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { format, lang } = req.validatedQuery as SheetFileQuery
  const { shows_cost } = viewerOf(req)
  sendFile(res, format, "import-template", await templateFile({ format, language: lang, shows_cost }))
}

import { MedusaResponse } from "@medusajs/framework/http"
import { templateFile } from "../../../../../workflows/expense/import"
import { sendFile } from "../../../../access/send-file"
import { MerchantRequest } from "../../../../access/standing"
import { ImportTemplateQuery } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { format, lang } = req.validatedQuery as ImportTemplateQuery
  sendFile(res, format, "expenses-template", await templateFile({ format, language: lang }))
}

import { MedusaResponse } from "@medusajs/framework/http"
import { statementWorkbook } from "../../../../../workflows/settlement"
import { sendFile } from "../../../../access/send-file"
import { MerchantRequest } from "../../../../access/standing"
import { PrintSettlementQuery } from "../../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { lang } = req.validatedQuery as PrintSettlementQuery
  const wanted = { id: req.params.id, company_id: req.company.id, language: lang }
  sendFile(res, "xlsx", `settlement-${wanted.id}`, await statementWorkbook(req.scope, wanted))
}

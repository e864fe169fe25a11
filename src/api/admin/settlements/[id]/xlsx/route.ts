import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { statementWorkbook } from "../../../../../workflows/settlement"
import { sendFile } from "../../../../access/send-file"
import { PrintSettlementQuery } from "../../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { lang } = req.validatedQuery as PrintSettlementQuery
  const { id } = req.params
  sendFile(res, "xlsx", `settlement-${id}`, await statementWorkbook(req.scope, { id, language: lang }))
}

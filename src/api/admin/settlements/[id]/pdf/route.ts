import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { statementPdf } from "../../../../../workflows/settlement"
import { sendFile } from "../../../../access/send-file"
import { PrintSettlementQuery } from "../../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { lang } = req.validatedQuery as PrintSettlementQuery
  const { id } = req.params
  sendFile(res, "pdf", `settlement-${id}`, await statementPdf(req.scope, { id, language: lang }))
}

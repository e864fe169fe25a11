import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { financeWorkbook } from "../../../../workflows/finance/export"
import { sendFile } from "../../../access/send-file"
import { MarketExportQuery } from "../validators"

/** The report of the whole market, or of one company of it, as a workbook. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { company_id = null, ...query } = req.validatedQuery as MarketExportQuery
  const book = await financeWorkbook(req.scope, { ...query, company_id, shows_cost: true })
  sendFile(res, "xlsx", `finance-${query.from}-${query.to}`, book)
}

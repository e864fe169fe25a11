import { MedusaResponse } from "@medusajs/framework/http"
import { financeWorkbook } from "../../../../workflows/finance/export"
import { sendFile } from "../../../access/send-file"
import { MerchantRequest } from "../../../access/standing"
import { FinanceExportQuery } from "../validators"

/** A period's whole report as a workbook. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as FinanceExportQuery
  const shows_cost = req.permissions.includes("listing:cost")
  const book = await financeWorkbook(req.scope, { ...query, company_id: req.company.id, shows_cost })
  sendFile(res, "xlsx", `finance-${query.from}-${query.to}`, book)
}

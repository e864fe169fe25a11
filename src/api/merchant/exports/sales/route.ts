import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { MedusaResponse } from "@medusajs/framework/http"
import { salesCsv, salesXlsx } from "../../../../workflows/sales"
import { sendFile, sendFileHead } from "../../../access/send-file"
import { MerchantRequest } from "../../../access/standing"
import { ExportSalesQuery } from "../../sales/validators"

/** The journal: CSV is sent as it is read, a workbook when it is whole. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { format, lang, ...filter } = req.validatedQuery as ExportSalesQuery
  const shows_profit = req.permissions.includes("listing:cost")
  const wish = { ...filter, company_id: req.company.id, shows_profit, language: lang }
  if (format === "xlsx") {
    return sendFile(res, "xlsx", "sales", await salesXlsx(req.scope, wish))
  }
  const lines = await salesCsv(req.scope, wish)
  sendFileHead(res, "csv", "sales")
  await pipeline(Readable.from(lines), res)
}

import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { MedusaResponse } from "@medusajs/framework/http"
import { exportCsv, exportXlsx } from "../../../../workflows/expense/export"
import { sendFile, sendFileHead } from "../../../access/send-file"
import { MerchantRequest } from "../../../access/standing"
import { ExportExpensesQuery } from "../../expenses/import/validators"
import { personOf } from "../../expenses/person"

/** The expenses that the caller may see: CSV is sent as it is read, a workbook when it is whole. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { format, lang, ...filter } = req.validatedQuery as ExportExpensesQuery
  const wish = { person: personOf(req), filter, language: lang }
  if (format === "xlsx") {
    return sendFile(res, "xlsx", "expenses", await exportXlsx(req.scope, wish))
  }
  sendFileHead(res, "csv", "expenses")
  await pipeline(Readable.from(exportCsv(req.scope, wish)), res)
}

import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { MedusaResponse } from "@medusajs/framework/http"
import { exportCsv, exportXlsx } from "../../../../workflows/exchange"
import { sendFile, sendFileHead } from "../../../access/send-file"
import { MerchantRequest } from "../../../access/standing"
import { SheetFileQuery } from "../../imports/validators"
import { viewerOf } from "../../imports/viewer"

/** The company's goods: CSV is sent as it is read, a workbook when it is whole. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { format, lang } = req.validatedQuery as SheetFileQuery
  const wish = { ...viewerOf(req), language: lang }
  if (format === "xlsx") {
    return sendFile(res, "xlsx", "goods", await exportXlsx(req.scope, wish))
  }
  sendFileHead(res, "csv", "goods")
  await pipeline(Readable.from(exportCsv(req.scope, wish)), res)
}

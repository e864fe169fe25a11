import { MedusaResponse } from "@medusajs/framework/http"
import { readTillFacts } from "../../../../workflows/pos/queries/till-facts"
import { Format, printReceipt, printTillReceipt } from "../../../../workflows/receipt/print"
import { findReceipt } from "../../../../workflows/receipt/queries/receipts"
import { MerchantRequest } from "../../../access/standing"
import { baseUrlOf, PrintReceiptQuery, sendPrinted, wishesOf } from "../../../receipts/document"

/** Answers a receipt of the company, on the paper that was asked for. */
export async function answerPrinted(req: MerchantRequest, res: MedusaResponse, format: Format) {
  const { paper } = req.validatedQuery as PrintReceiptQuery
  const receipt = await findReceipt(req.scope, { company_id: req.company.id }, req.params.id)
  const how = { wishes: wishesOf(req), format, base_url: baseUrlOf(req) }
  const printed =
    paper === "80mm"
      ? printTillReceipt(receipt, { ...how, desk: await readTillFacts(req.scope, receipt) })
      : printReceipt(receipt, how)
  sendPrinted(res, await printed)
}

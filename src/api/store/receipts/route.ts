import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentReceipt } from "../../../workflows/receipt/queries/present"
import { listReceipts } from "../../../workflows/receipt/queries/receipts"
import { baseUrlOf } from "../../receipts/document"
import { readerOf } from "./reader"
import { ListReceiptsQuery } from "./validators"

/** The shopper's receipts, newest first. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListReceiptsQuery
  const { receipts, count } = await listReceipts(req.scope, readerOf(req), query)
  const { offset, limit } = query
  const baseUrl = baseUrlOf(req)
  res.json({ receipts: receipts.map((receipt) => presentReceipt(receipt, baseUrl)), count, offset, limit })
}

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { presentReceipt } from "../../../workflows/receipt/queries/present"
import { listReceipts } from "../../../workflows/receipt/queries/receipts"
import { baseUrlOf } from "../../receipts/document"
import { ListReceiptsQuery } from "./validators"

/** Receipts of all companies, newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListReceiptsQuery
  const { receipts, count } = await listReceipts(req.scope, { is_operator: true }, query)
  const { offset, limit } = query
  const baseUrl = baseUrlOf(req)
  res.json({ receipts: receipts.map((receipt) => presentReceipt(receipt, baseUrl)), count, offset, limit })
}

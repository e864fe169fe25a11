import { MedusaResponse } from "@medusajs/framework/http"
import { presentReceipt } from "../../../workflows/receipt/queries/present"
import { listReceipts } from "../../../workflows/receipt/queries/receipts"
import { MerchantRequest } from "../../access/standing"
import { baseUrlOf } from "../../receipts/document"
import { ListReceiptsQuery } from "./validators"

/** Receipts of the company, newest first. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListReceiptsQuery
  const { receipts, count } = await listReceipts(req.scope, { company_id: req.company.id }, query)
  const { offset, limit } = query
  const baseUrl = baseUrlOf(req)
  res.json({ receipts: receipts.map((receipt) => presentReceipt(receipt, baseUrl)), count, offset, limit })
}

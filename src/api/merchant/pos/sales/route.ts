import { MedusaResponse } from "@medusajs/framework/http"
import { sellBatch } from "../../../../workflows/pos"
import { listSales } from "../../../../workflows/pos/queries/sales"
import { MerchantRequest } from "../../../access/standing"
import { baseUrlOf } from "../../../receipts/document"
import { sellerOf } from "../seller"
import { ListSalesQuery, SalesBody } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListSalesQuery
  const { sales, count } = await listSales(
    req.scope,
    { ...query, company_id: req.company.id },
    baseUrlOf(req)
  )
  res.json({ sales, count, offset: query.offset, limit: query.limit })
}

/** Each sale of a batch has an answer of its own, so the call as a whole succeeds. */
export async function POST(req: MerchantRequest<SalesBody>, res: MedusaResponse) {
  const results = await sellBatch(req.scope, sellerOf(req), req.validatedBody.sales, baseUrlOf(req))
  res.json({ results })
}

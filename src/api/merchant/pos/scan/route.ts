import { MedusaResponse } from "@medusajs/framework/http"
import { scanGoods } from "../../../../workflows/pos/queries/catalog"
import { MerchantRequest } from "../../../access/standing"
import { ScanQuery } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { code } = req.validatedQuery as ScanQuery
  res.json({ variants: await scanGoods(req.scope, { company_id: req.company.id, code }) })
}

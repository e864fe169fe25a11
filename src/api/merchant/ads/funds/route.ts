import { MedusaResponse } from "@medusajs/framework/http"
import { fundsOf } from "../../../../workflows/ad/queries/funds"
import { MerchantRequest } from "../../../access/standing"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  res.json({ funds: await fundsOf(req.scope, req.company.id) })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { findCompanyOrder } from "../../../../workflows/order-group/queries/company-orders"
import { MerchantRequest } from "../../../access/standing"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const order = await findCompanyOrder(req.scope, {
    company_id: req.company.id,
    id: req.params.id,
    shows_profit: req.permissions.includes("listing:cost"),
  })
  res.json({ order })
}

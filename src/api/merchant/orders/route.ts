import { MedusaResponse } from "@medusajs/framework/http"
import { listCompanyOrders } from "../../../workflows/order-group/queries/company-orders"
import { MerchantRequest } from "../../access/standing"
import { ListOrdersQuery } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListOrdersQuery
  const page = await listCompanyOrders(req.scope, {
    ...query,
    company_id: req.company.id,
    shows_profit: req.permissions.includes("listing:cost"),
  })
  res.json({ ...page, offset: query.offset, limit: query.limit })
}

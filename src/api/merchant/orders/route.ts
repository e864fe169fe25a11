import { MedusaResponse } from "@medusajs/framework/http"
import { listCompanyOrders } from "../../../workflows/order-group/queries/company-orders"
import { MerchantRequest } from "../../access/standing"
import { ListOrdersQuery } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListOrdersQuery
  const { orders, count } = await listCompanyOrders(req.scope, { ...query, company_id: req.company.id })
  res.json({ orders, count, offset: query.offset, limit: query.limit })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { unreadOrders } from "../../../workflows/order-group/queries/unread"
import { MerchantRequest } from "../../access/standing"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const { id: company_id, member_id } = req.company
  res.json(await unreadOrders(req.scope, { company_id, member_id }))
}

import { MedusaResponse } from "@medusajs/framework/http"
import { markOrdersSeen, unreadOrders } from "../../../../workflows/order-group/queries/unread"
import { MerchantRequest } from "../../../access/standing"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  const reader = { company_id: req.company.id, member_id: req.company.member_id }
  await markOrdersSeen(req.scope, reader)
  res.json(await unreadOrders(req.scope, reader))
}

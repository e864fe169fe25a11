import { MedusaResponse } from "@medusajs/framework/http"
import { unreadOrders } from "../../../workflows/order-group/queries/unread"
import { orderHub } from "../../../workflows/order-group/live/hub"
import { MerchantRequest } from "../../access/standing"
import { eventStream } from "./stream"
import { ListenToEventsQuery } from "./validators"

/** Server-sent events of the company's orders; see docs/orders.md. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const stream = eventStream(req, res)
  const reader = { company_id: req.company.id, member_id: req.company.member_id }
  if ((req.validatedQuery as ListenToEventsQuery).once) {
    const { unread_orders } = await unreadOrders(req.scope, reader)
    stream.start()
    stream.send("unread", { unread_orders })
    return stream.end()
  }
  const leave = orderHub(req.scope).open({ ...reader, ...stream, user_id: req.auth_context.actor_id })
  stream.start()
  res.on("close", leave)
}

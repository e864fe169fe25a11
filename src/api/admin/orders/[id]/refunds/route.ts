import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { refundOrder } from "../../../../../workflows/refund"
import { presentRefund } from "../../../../../workflows/refund/present"
import { RefundBody, refundOf } from "../../../../access/refund-body"

export async function POST(req: AuthenticatedMedusaRequest<RefundBody>, res: MedusaResponse) {
  const by = { order_id: req.params.id, requested_by: req.auth_context.actor_id }
  const refund = await refundOrder(req.scope, refundOf(req, by))
  res.json({ refund: presentRefund(refund) })
}

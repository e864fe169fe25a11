import { MedusaResponse } from "@medusajs/framework/http"
import { refundOrder } from "../../../../../workflows/refund"
import { presentRefund } from "../../../../../workflows/refund/present"
import { RefundBody, refundOf } from "../../../../access/refund-body"
import { MerchantRequest } from "../../../../access/standing"
import { answerOrder } from "../answer-order"

export async function POST(req: MerchantRequest<RefundBody>, res: MedusaResponse) {
  const by = { order_id: req.params.id, company_id: req.company.id, requested_by: req.auth_context.actor_id }
  const refund = await refundOrder(req.scope, refundOf(req, by))
  await answerOrder(req, res, { refund: presentRefund(refund) })
}

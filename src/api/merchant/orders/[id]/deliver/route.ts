import { MedusaResponse } from "@medusajs/framework/http"
import { deliverOrder } from "../../../../../workflows/company-order/hand-over"
import { MerchantRequest } from "../../../../access/standing"
import { answerOrder } from "../answer-order"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  await deliverOrder(req.scope, {
    order_id: req.params.id,
    company_id: req.company.id,
    by: req.auth_context.actor_id,
  })
  await answerOrder(req, res)
}

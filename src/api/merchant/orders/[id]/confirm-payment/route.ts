import { MedusaResponse } from "@medusajs/framework/http"
import { confirmPayment } from "../../../../../workflows/company-order/confirm-payment"
import { MerchantRequest } from "../../../../access/standing"
import { answerOrder } from "../answer-order"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  await confirmPayment(req.scope, {
    order_id: req.params.id,
    company_id: req.company.id,
    confirmed_by: req.auth_context.actor_id,
  })
  await answerOrder(req, res)
}

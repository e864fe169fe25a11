import { MedusaResponse } from "@medusajs/framework/http"
import { fulfillOrder } from "../../../../../workflows/company-order/hand-over"
import { MerchantRequest } from "../../../../access/standing"
import { FulfillOrderBody } from "../../validators"
import { answerOrder } from "../answer-order"

export async function POST(req: MerchantRequest<FulfillOrderBody>, res: MedusaResponse) {
  await fulfillOrder(req.scope, {
    order_id: req.params.id,
    company_id: req.company.id,
    by: req.auth_context.actor_id,
    items: req.validatedBody.items,
    request_key: req.get("idempotency-key")?.slice(0, 200),
  })
  await answerOrder(req, res)
}

import { MedusaResponse } from "@medusajs/framework/http"
import { cancelCompanyOrder } from "../../../../../workflows/company-order/cancel"
import { presentRefund } from "../../../../../workflows/refund/present"
import { MerchantRequest } from "../../../../access/standing"
import { CancelOrderBody } from "../../validators"
import { answerOrder } from "../answer-order"

export async function POST(req: MerchantRequest<CancelOrderBody>, res: MedusaResponse) {
  const refund = await cancelCompanyOrder(req.scope, {
    order_id: req.params.id,
    company_id: req.company.id,
    reason: req.validatedBody.reason,
    canceled_by: req.auth_context.actor_id,
  })
  await answerOrder(req, res, { refund: refund && presentRefund(refund) })
}

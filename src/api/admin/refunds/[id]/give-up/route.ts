import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { giveUpRefund } from "../../../../../workflows/refund"
import { presentRefund } from "../../../../../workflows/refund/present"
import { GiveUpRefundBody } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<GiveUpRefundBody>, res: MedusaResponse) {
  const refund = await giveUpRefund(req.scope, { id: req.params.id, reason: req.validatedBody.reason })
  res.json({ refund: presentRefund(refund) })
}

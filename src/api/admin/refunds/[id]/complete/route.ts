import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { completeRefundByHand } from "../../../../../workflows/refund"
import { presentRefund } from "../../../../../workflows/refund/present"
import { CompleteRefundBody } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<CompleteRefundBody>, res: MedusaResponse) {
  const refund = await completeRefundByHand(req.scope, { id: req.params.id, proof: req.validatedBody.proof })
  res.json({ refund: presentRefund(refund) })
}

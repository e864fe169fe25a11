import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { approveAd } from "../../../../../workflows/ad"
import { answerAnyAd } from "../../answer-ad"
import { ApproveAdBody } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<ApproveAdBody>, res: MedusaResponse) {
  const decision = { id: req.params.id, operator_id: req.auth_context.actor_id, ...req.validatedBody }
  await approveAd(req.scope, decision)
  await answerAnyAd(req, res)
}

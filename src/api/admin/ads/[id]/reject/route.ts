import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { rejectAd } from "../../../../../workflows/ad"
import { answerAnyAd } from "../../answer-ad"
import { RejectAdBody } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<RejectAdBody>, res: MedusaResponse) {
  const decision = { id: req.params.id, operator_id: req.auth_context.actor_id, ...req.validatedBody }
  await rejectAd(req.scope, decision)
  await answerAnyAd(req, res)
}

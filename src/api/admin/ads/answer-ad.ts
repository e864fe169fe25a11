import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findAd } from "../../../workflows/ad/queries/ads"

/** Answers any ad as it stands now. */
export async function answerAnyAd(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  id = req.params.id,
  status = 200
) {
  res.status(status).json({ ad: await findAd(req.scope, { id }) })
}

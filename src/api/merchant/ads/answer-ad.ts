import { MedusaResponse } from "@medusajs/framework/http"
import { findAd } from "../../../workflows/ad/queries/ads"
import { MerchantRequest } from "../../access/standing"

/** Answers one of the company's ads as it stands now. */
export async function answerAd(req: MerchantRequest, res: MedusaResponse, id = req.params.id, status = 200) {
  res.status(status).json({ ad: await findAd(req.scope, { id, company_id: req.company.id }) })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { listPlacements } from "../../../workflows/ad/queries/placements"
import { MerchantRequest } from "../../access/standing"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  res.json({ ad_placements: await listPlacements(req.scope) })
}

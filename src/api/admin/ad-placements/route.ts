import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listPlacements } from "../../../workflows/ad/queries/placements"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ ad_placements: await listPlacements(req.scope) })
}

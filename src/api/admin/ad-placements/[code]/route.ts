import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changePlacement } from "../../../../workflows/ad/queries/placements"
import { placementChange } from "../../ads/placement-change"
import { ChangePlacementBody } from "../../ads/validators"

export async function POST(req: AuthenticatedMedusaRequest<ChangePlacementBody>, res: MedusaResponse) {
  const changes = placementChange(req.validatedBody)
  res.json({ ad_placement: await changePlacement(req.scope, req.params.code, changes) })
}

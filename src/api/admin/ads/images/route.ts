import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { uploadAdImage } from "../../../../workflows/ad"
import { imageOf } from "../../../merchant/ads/receive-image"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.status(201).json({ image: await uploadAdImage(req.scope, { company_id: null, ...imageOf(req) }) })
}

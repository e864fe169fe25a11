import { MedusaResponse } from "@medusajs/framework/http"
import { uploadAdImage } from "../../../../workflows/ad"
import { MerchantRequest } from "../../../access/standing"
import { imageOf } from "../receive-image"

export async function POST(req: MerchantRequest, res: MedusaResponse) {
  const image = await uploadAdImage(req.scope, { company_id: req.company.id, ...imageOf(req) })
  res.status(201).json({ image })
}

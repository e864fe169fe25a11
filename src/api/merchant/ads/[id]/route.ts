import { MedusaResponse } from "@medusajs/framework/http"
import { changeAd, deleteAd } from "../../../../workflows/ad"
import { MerchantRequest } from "../../../access/standing"
import { answerAd } from "../answer-ad"
import { changesOf } from "../sent"
import { AdBody } from "../validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  await answerAd(req, res)
}

export async function POST(req: MerchantRequest<AdBody>, res: MedusaResponse) {
  await changeAd(req.scope, req.company.id, req.params.id, changesOf(req.validatedBody))
  await answerAd(req, res)
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  const { id } = req.params
  await deleteAd(req.scope, req.company.id, id)
  res.json({ id, object: "ad", deleted: true })
}

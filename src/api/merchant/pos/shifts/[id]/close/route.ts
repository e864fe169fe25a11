import { MedusaResponse } from "@medusajs/framework/http"
import { closeShift } from "../../../../../../workflows/pos"
import { MerchantRequest } from "../../../../../access/standing"
import { sellerOf } from "../../../seller"
import { CloseShiftBody } from "../../../validators"
import { answerShift } from "../answer-shift"

export async function POST(req: MerchantRequest<CloseShiftBody>, res: MedusaResponse) {
  await closeShift(req.scope, sellerOf(req), { id: req.params.id, ...req.validatedBody })
  await answerShift(req, res)
}

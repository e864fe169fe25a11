import { MedusaResponse } from "@medusajs/framework/http"
import { moveCash } from "../../../../../../workflows/pos"
import { MerchantRequest } from "../../../../../access/standing"
import { sellerOf } from "../../../seller"
import { MoveCashBody } from "../../../validators"
import { answerShift } from "../answer-shift"

export async function POST(req: MerchantRequest<MoveCashBody>, res: MedusaResponse) {
  await moveCash(req.scope, sellerOf(req), { id: req.params.id, ...req.validatedBody })
  await answerShift(req, res)
}

import { MedusaResponse } from "@medusajs/framework/http"
import { returnGoods } from "../../../../../../workflows/pos"
import { MerchantRequest } from "../../../../../access/standing"
import { sellerOf } from "../../../seller"
import { ReturnBody } from "../../../validators"
import { answerSale } from "../answer-sale"

export async function POST(req: MerchantRequest<ReturnBody>, res: MedusaResponse) {
  await returnGoods(req.scope, sellerOf(req), req.params.id, req.validatedBody)
  await answerSale(req, res)
}

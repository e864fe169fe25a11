import { MedusaResponse } from "@medusajs/framework/http"
import { MerchantRequest } from "../../../access/standing"
import { answerOrder } from "./answer-order"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  await answerOrder(req, res)
}

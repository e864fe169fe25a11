import { MedusaResponse } from "@medusajs/framework/http"
import { MerchantRequest } from "../../../../access/standing"
import { answerSale } from "./answer-sale"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  await answerSale(req, res)
}

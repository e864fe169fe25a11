import { MedusaResponse } from "@medusajs/framework/http"
import { MerchantRequest } from "../../../../access/standing"
import { answerShift } from "./answer-shift"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  await answerShift(req, res)
}

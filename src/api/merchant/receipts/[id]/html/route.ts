import { MedusaResponse } from "@medusajs/framework/http"
import { MerchantRequest } from "../../../../access/standing"
import { answerPrinted } from "../print-receipt"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  await answerPrinted(req, res, "html")
}

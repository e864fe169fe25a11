import { MedusaResponse } from "@medusajs/framework/http"
import { accessOf } from "../../../workflows/access/queries"
import { MerchantRequest } from "../../access/standing"

/** Whether the company is private, and by what shoppers come in. */
export async function GET(req: MerchantRequest, res: MedusaResponse) {
  res.json({ access: await accessOf(req.scope, req.company.id) })
}

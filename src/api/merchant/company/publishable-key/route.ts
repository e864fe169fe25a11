import { MedusaResponse } from "@medusajs/framework/http"
import { renewPublishableKey } from "../../../../workflows/access"
import { MerchantRequest } from "../../../access/standing"

/** A new key to the private company's goods; the old one opens nothing any more. */
export async function POST(req: MerchantRequest, res: MedusaResponse) {
  res.json({ publishable_key: await renewPublishableKey(req.scope, req.company.id) })
}

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { verifyNow } from "../../../../workflows/audit"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ verification: await verifyNow(req.scope) })
}

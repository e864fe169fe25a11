import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { searchStatus } from "../../../../workflows/search-log/engine"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ status: await searchStatus(req.scope) })
}

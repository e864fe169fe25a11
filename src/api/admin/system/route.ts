import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { systemHealth } from "../../../workflows/system"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ system: await systemHealth(req.scope) })
}

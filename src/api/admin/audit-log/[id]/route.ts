import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retrieveEntry } from "../../../../workflows/audit"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json({ audit_entry: await retrieveEntry(req.scope, req.params.id) })
}

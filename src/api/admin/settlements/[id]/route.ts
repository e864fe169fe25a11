import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { findStatement } from "../../../../workflows/settlement"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json({ settlement: await findStatement(req.scope, { id: req.params.id }) })
}

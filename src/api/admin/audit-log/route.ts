import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listEntries } from "../../../workflows/audit"
import { ListAuditLogQuery } from "./validators"

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  res.json(await listEntries(req.scope, req.validatedQuery as ListAuditLogQuery))
}

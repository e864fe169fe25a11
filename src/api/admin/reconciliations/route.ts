import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { listReconciliations, reconcile, reconciliationWithRows } from "../../../workflows/reconciliation"
import { CreateReconciliationBody, ListReconciliationsQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ListReconciliationsQuery
  const page = await listReconciliations(req.scope, query)
  res.json({ ...page, offset: query.offset, limit: query.limit })
}

/** Compares a statement; the answer has the first rows, those that differ before the others. */
export async function POST(req: AuthenticatedMedusaRequest<CreateReconciliationBody>, res: MedusaResponse) {
  const { rows, file, ...about } = req.validatedBody
  const statement = file
    ? { file: { ...file, content: Buffer.from(file.content_base64, "base64") } }
    : { rows: rows ?? [] }
  const created_by = req.auth_context.actor_id
  const id = await reconcile(req.scope, { ...about, ...statement, created_by })
  const reconciliation = await reconciliationWithRows(req.scope, { id, limit: 100, offset: 0 })
  res.status(201).json({ reconciliation })
}

import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reconciliationWithRows } from "../../../../workflows/reconciliation"
import { ReadReconciliationQuery } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const query = req.validatedQuery as ReadReconciliationQuery
  res.json({ reconciliation: await reconciliationWithRows(req.scope, { ...query, id: req.params.id }) })
}

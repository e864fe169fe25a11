import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retryFiscalWorkflow } from "../../../../../workflows/receipt"
import { findSubmission } from "../../../../../workflows/receipt/queries/submissions"

/** Tries a submission again now; answers how it stands then. */
export async function POST(req: MedusaRequest, res: MedusaResponse) {
  const { id } = req.params
  await retryFiscalWorkflow(req.scope).run({ input: { id } })
  res.json({ fiscal_submission: await findSubmission(req.scope, id) })
}

import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { markSettlementPaid } from "../../../../../workflows/settlement"
import { MarkPaidBody } from "../../validators"

export async function POST(req: AuthenticatedMedusaRequest<MarkPaidBody>, res: MedusaResponse) {
  const { proof } = req.validatedBody
  const settlement = await markSettlementPaid(req.scope, {
    id: req.params.id,
    proof,
    paid_by: req.auth_context.actor_id,
  })
  res.json({ settlement })
}

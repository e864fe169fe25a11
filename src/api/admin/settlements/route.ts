import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { closeSettlements, listStatements, statementsById } from "../../../workflows/settlement"
import { CloseSettlementsBody, ListSettlementsQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  res.json(await listStatements(req.scope, req.validatedQuery as ListSettlementsQuery))
}

/** Closes a period for one company or for all. */
export async function POST(req: AuthenticatedMedusaRequest<CloseSettlementsBody>, res: MedusaResponse) {
  const { ids, skipped } = await closeSettlements(req.scope, {
    ...req.validatedBody,
    closed_by: req.auth_context.actor_id,
  })
  res.status(201).json({ settlements: await statementsById(req.scope, ids), skipped })
}

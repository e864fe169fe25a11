import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { promoteOperatorWorkflow } from "../../../workflows/operator"
import { GrantOperatorBody } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const operators = await req.scope
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .listOperators({}, { order: { created_at: "ASC" } })
  res.json({ operators, count: operators.length, offset: 0, limit: operators.length })
}

/** Makes an existing user an operator. */
export async function POST(req: AuthenticatedMedusaRequest<GrantOperatorBody>, res: MedusaResponse) {
  const { result: operator } = await promoteOperatorWorkflow(req.scope).run({
    input: { user_id: req.validatedBody.user_id, granted_by: req.auth_context.actor_id },
  })
  res.status(201).json({ operator })
}

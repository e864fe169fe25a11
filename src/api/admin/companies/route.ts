import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { createCompanyWorkflow } from "../../../workflows/company"
import { CreateCompanyBody, ListCompaniesQuery } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const { q, status, limit, offset } = req.validatedQuery as ListCompaniesQuery
  const companies = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const [rows, count] = await companies.listAndCountCompanies(
    { ...(q ? { q } : {}), ...(status ? { status } : {}) },
    { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } }
  )
  res.json({ companies: rows, count, offset, limit })
}

export async function POST(req: AuthenticatedMedusaRequest<CreateCompanyBody>, res: MedusaResponse) {
  const { owner_email, ...company } = req.validatedBody
  const { result } = await createCompanyWorkflow(req.scope).run({
    input: { company, owner_email, invited_by: req.auth_context.actor_id },
  })
  res.status(201).json({ company: result.company, owner_invite: result.owner_invite ?? null })
}

import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../../modules/company"
import CompanyModuleService from "../../../../modules/company/service"
import { updateCompanyWorkflow } from "../../../../workflows/company"
import { UpdateCompanyBody } from "../validators"

/** Everything about a person's place but the hash of an invitation's secret. */
const MEMBER_FIELDS = [
  "id",
  "user_id",
  "email",
  "role",
  "status",
  "invited_by",
  "created_at",
  "updated_at",
] as never[]

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  const companies = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const company = await companies.retrieveCompany(req.params.id)
  const members = await companies.listMembers(
    { company_id: company.id },
    { select: MEMBER_FIELDS, order: { created_at: "ASC" } }
  )
  res.json({ company: { ...company, members } })
}

export async function POST(req: AuthenticatedMedusaRequest<UpdateCompanyBody>, res: MedusaResponse) {
  const { result: company } = await updateCompanyWorkflow(req.scope).run({
    input: { id: req.params.id, update: req.validatedBody },
  })
  res.json({ company })
}

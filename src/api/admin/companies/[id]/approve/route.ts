import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../../../modules/company"
import CompanyModuleService from "../../../../../modules/company/service"
import { approveCompanyWorkflow } from "../../../../../workflows/company"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse) {
  await approveCompanyWorkflow(req.scope).run({ input: { company_id: req.params.id } })
  const company = await req.scope.resolve<CompanyModuleService>(COMPANY_MODULE).retrieveCompany(req.params.id)
  res.json({ company })
}

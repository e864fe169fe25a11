import { MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { updateCompanyWorkflow } from "../../../workflows/company"
import { MerchantRequest } from "../../access/standing"
import { presentCompany } from "./present"
import { UpdateOwnCompanyBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const company = await req.scope
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .retrieveCompany(req.company.id)
  res.json({ company: presentCompany(company, req.permissions) })
}

export async function POST(req: MerchantRequest<UpdateOwnCompanyBody>, res: MedusaResponse) {
  const { result: company } = await updateCompanyWorkflow(req.scope).run({
    input: { id: req.company.id, update: req.validatedBody },
  })
  res.json({ company: presentCompany(company, req.permissions) })
}

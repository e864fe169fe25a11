import { MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { MerchantRequest } from "../../access/standing"
import { presentPermissions, presentRoles } from "./present"
import { CreateRoleBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const roles = presentRoles(
    await req.scope.resolve<CompanyModuleService>(COMPANY_MODULE).rolesOf(req.company.id)
  )
  res.json({ roles, permissions: presentPermissions(), count: roles.length, offset: 0, limit: roles.length })
}

export async function POST(req: MerchantRequest<CreateRoleBody>, res: MedusaResponse) {
  const companies = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const { id } = await companies.makeRole({
    ...req.validatedBody,
    company_id: req.company.id,
    held: req.permissions,
  })
  const role = presentRoles(await companies.rolesOf(req.company.id)).find((row) => row.id === id)
  res.status(201).json({ role })
}

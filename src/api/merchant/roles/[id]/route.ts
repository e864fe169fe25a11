import { MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../../modules/company"
import CompanyModuleService from "../../../../modules/company/service"
import { MerchantRequest } from "../../../access/standing"
import { presentRoles } from "../present"
import { UpdateRoleBody } from "../validators"

export async function POST(req: MerchantRequest<UpdateRoleBody>, res: MedusaResponse) {
  const companies = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  const of = { company_id: req.company.id, role_id: req.params.id }
  await companies.changeRole({ ...of, ...req.validatedBody, held: req.permissions })
  const role = presentRoles(await companies.rolesOf(req.company.id)).find(({ id }) => id === of.role_id)
  res.json({ role })
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  await req.scope
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .removeRole({ company_id: req.company.id, role_id: req.params.id })
  res.json({ id: req.params.id, object: "role", deleted: true })
}

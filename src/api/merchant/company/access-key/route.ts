import { MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../../modules/company"
import CompanyModuleService from "../../../../modules/company/service"
import { MerchantRequest } from "../../../access/standing"

/** A new access key, told this once. */
export async function POST(req: MerchantRequest, res: MedusaResponse) {
  const companies = req.scope.resolve<CompanyModuleService>(COMPANY_MODULE)
  res.json({ access_key: await companies.renewAccessKey(req.company.id) })
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  await req.scope.resolve<CompanyModuleService>(COMPANY_MODULE).dropAccessKey(req.company.id)
  res.json({ id: req.company.id, object: "access_key", deleted: true })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../../modules/company"
import CompanyModuleService from "../../../../modules/company/service"
import { changeMemberWorkflow } from "../../../../workflows/member"
import { MerchantRequest } from "../../../access/standing"
import { ChangeMemberBody } from "../validators"

export async function POST(req: MerchantRequest<ChangeMemberBody>, res: MedusaResponse) {
  await changeMemberWorkflow(req.scope).run({
    input: { company_id: req.company.id, member_id: req.params.id, change: req.validatedBody },
  })
  const { id, email, role, status } = await req.scope
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .retrieveMember(req.params.id)
  res.json({ member: { id, email, role, status } })
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  await changeMemberWorkflow(req.scope).run({
    input: { company_id: req.company.id, member_id: req.params.id, change: { status: "removed" } },
  })
  res.json({ id: req.params.id, object: "member", deleted: true })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../../modules/company"
import CompanyModuleService from "../../../../modules/company/service"
import { changeMemberWorkflow } from "../../../../workflows/member"
import { MerchantRequest } from "../../../access/standing"
import { ChangeMemberBody } from "../validators"

export async function POST(req: MerchantRequest<ChangeMemberBody>, res: MedusaResponse) {
  const change = req.validatedBody as Parameters<CompanyModuleService["changeMember"]>[0]["change"]
  const of = { company_id: req.company.id, member_id: req.params.id }
  await changeMemberWorkflow(req.scope).run({ input: { ...of, change, held: req.permissions } })
  const [member] = await req.scope
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .peopleOf(req.company.id, req.params.id)
  res.json({ member })
}

export async function DELETE(req: MerchantRequest, res: MedusaResponse) {
  const of = { company_id: req.company.id, member_id: req.params.id }
  await changeMemberWorkflow(req.scope).run({
    input: { ...of, change: { status: "removed" }, held: req.permissions },
  })
  res.json({ id: req.params.id, object: "member", deleted: true })
}

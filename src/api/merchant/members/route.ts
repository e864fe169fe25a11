import { MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { inviteMemberWorkflow } from "../../../workflows/member"
import { MerchantRequest } from "../../access/standing"
import { presentInvitation } from "./invitation"
import { choiceOf, InviteMemberBody } from "./validators"

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const members = await req.scope.resolve<CompanyModuleService>(COMPANY_MODULE).peopleOf(req.company.id)
  res.json({ members, count: members.length, offset: 0, limit: members.length })
}

/** Invites a person; the answer holds the link to hand to them, once: only its digest is kept. */
export async function POST(req: MerchantRequest<InviteMemberBody>, res: MedusaResponse) {
  const { result } = await inviteMemberWorkflow(req.scope).run({
    input: {
      email: req.validatedBody.email,
      choice: choiceOf(req.validatedBody),
      held: req.permissions,
      company_id: req.company.id,
      invited_by: req.auth_context.actor_id,
    },
  })
  res.status(201).json(presentInvitation(result))
}

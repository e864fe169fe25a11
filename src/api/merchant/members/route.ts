import { MedusaResponse } from "@medusajs/framework/http"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { inviteMemberWorkflow } from "../../../workflows/member"
import { MerchantRequest } from "../../access/standing"
import { InviteMemberBody } from "./validators"

const FIELDS = ["id", "email", "role", "status", "user_id", "created_at"] as never[]

export async function GET(req: MerchantRequest, res: MedusaResponse) {
  const members = await req.scope
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .listMembers(
      { company_id: req.company.id, status: { $ne: "removed" } },
      { select: FIELDS, order: { created_at: "ASC" } }
    )
  res.json({ members, count: members.length, offset: 0, limit: members.length })
}

/**
 * Invites a person; `invite_url` is what to hand to somebody who has no account yet (null for those who have one, or an
 * open invite of another company: they accept after signing in).
 */
export async function POST(req: MerchantRequest<InviteMemberBody>, res: MedusaResponse) {
  const { result } = await inviteMemberWorkflow(req.scope).run({
    input: { ...req.validatedBody, company_id: req.company.id, invited_by: req.auth_context.actor_id },
  })
  const { id, email, role, status, created_at } = result.member
  res.status(201).json({
    member: { id, email, role, status, created_at },
    invite_token: result.invite_token,
    invite_url: result.opens_account ? `/app/invite?token=${result.invite_token}` : null,
  })
}

import { MedusaResponse } from "@medusajs/framework/http"
import { renewInvitationWorkflow } from "../../../../../workflows/member"
import { MerchantRequest } from "../../../../access/standing"
import { presentInvitation } from "../../invitation"

/** A new link for an open invitation; the old one opens nothing any more. */
export async function POST(req: MerchantRequest, res: MedusaResponse) {
  const { result } = await renewInvitationWorkflow(req.scope).run({
    input: { company_id: req.company.id, member_id: req.params.id },
  })
  res.json(presentInvitation(result))
}

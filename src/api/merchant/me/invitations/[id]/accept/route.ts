import { MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { acceptInvitationWorkflow } from "../../../../../../workflows/member"
import { MerchantRequest } from "../../../../../access/standing"

/** A signed-in person accepts an invitation to their own e-mail address, with the token they were handed. */
export async function POST(req: MerchantRequest<{ token: string }>, res: MedusaResponse) {
  const user = await req.scope.resolve(Modules.USER).retrieveUser(req.auth_context.actor_id)
  await acceptInvitationWorkflow(req.scope).run({
    input: { user_id: user.id, email: user.email, member_id: req.params.id, token: req.validatedBody.token },
  })
  res.json({ id: req.params.id, object: "member", accepted: true })
}

import { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readOwnerLink, takeOwnerLink } from "../../../workflows/member"
import { presentInvitation } from "../../merchant/members/invitation"
import { sendOwnerPage } from "../page"
import { OwnerBody } from "../validators"

/** Looking uses nothing up: telephones and messengers open links before people do. */
export async function GET(req: MedusaRequest, res: MedusaResponse) {
  sendOwnerPage(res, await readOwnerLink(req.scope, req.params.token))
}

export async function POST(req: MedusaRequest<OwnerBody>, res: MedusaResponse) {
  const { email } = req.validatedBody
  const invitation = await takeOwnerLink(req.scope, { token: req.params.token, email })
  if (!invitation) {
    sendOwnerPage(res, null)
    return
  }
  res.redirect(303, presentInvitation(invitation).invite_url)
}

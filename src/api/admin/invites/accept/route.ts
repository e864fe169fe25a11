import { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HttpTypes } from "@medusajs/framework/types"
import { acceptMemberInviteWorkflow } from "../../../../workflows/member"

export const AUTHENTICATE = false

/**
 * Takes the place of Medusa's own route, with the same request and answer, so that accepting a company's invite makes
 * the membership in the same workflow. Medusa's middlewares of this path (token of a registered identity, body) stay.
 */
export async function POST(
  req: AuthenticatedMedusaRequest<HttpTypes.AdminAcceptInvite>,
  res: MedusaResponse
) {
  if (req.auth_context.actor_id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The user is already authenticated and cannot accept an invite."
    )
  }
  const { result, errors } = await acceptMemberInviteWorkflow(req.scope).run({
    input: {
      invite_token: req.filterableFields.token as string,
      auth_identity_id: req.auth_context.auth_identity_id!,
      user: req.validatedBody as { email: string },
    },
    throwOnError: false,
  })
  if (errors.length > 0) {
    res.status(401).json({ message: "Unauthorized" })
    return
  }
  res.status(200).json({ user: result[0] })
}

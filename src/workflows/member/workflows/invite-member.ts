import { createInvitesWorkflow } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, when, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { Role } from "../../../modules/company/lib/permissions"
import { createMemberStep, findUserByEmailStep } from "../steps/invite-member"

type Input = { company_id: string; email: string; role: Role; invited_by: string | null }

/**
 * Invites a person to a company. Somebody new gets a Medusa invite, whose token opens an account; somebody who has an
 * account already accepts after signing in (`POST /merchant/me/invitations/:id/accept`). Until then there is no access.
 */
export const inviteMemberWorkflow = createWorkflow("invite-member", (input: WorkflowData<Input>) => {
  const user = findUserByEmailStep(input.email)
  const invites = when("new-person", user, ({ exists }) => !exists).then(() =>
    createInvitesWorkflow.runAsStep({
      input: transform(input, ({ email }) => ({ invites: [{ email }] })),
    })
  )
  const member = createMemberStep(
    transform({ input, invites }, ({ input, invites }) => ({ ...input, invite_id: invites?.[0]?.id ?? null }))
  )
  return new WorkflowResponse(
    transform({ member, invites }, ({ member, invites }) => ({
      member,
      invite_token: invites?.[0]?.token ?? null,
    }))
  )
})

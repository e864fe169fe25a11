import {
  acquireLockStep,
  createInvitesWorkflow,
  deleteInvitesStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { Permission } from "../../../modules/company/lib/permissions"
import { RoleChoice } from "../../../modules/company/lib/roles"
import { createMemberStep, drawSecretStep, findPersonStep, refuseMemberStep } from "../steps/invite-member"

type Input = {
  company_id: string
  email: string
  choice: RoleChoice
  /** Permissions of the inviter, who cannot give more; null for the market itself. */
  held: Permission[] | null
  invited_by: string | null
}

/**
 * Invites a person to a company. Somebody new gets a Medusa invite, whose token opens an account; somebody who has an
 * account already, or an open invite of another company, accepts after signing in
 * (`POST /merchant/me/invitations/:id/accept`). Either way it takes the token, which only the inviter is told: whoever
 * happens to have an account with that e-mail address gets nothing by it. Until then there is no access.
 */
export const inviteMemberWorkflow = createWorkflow("invite-member", (input: WorkflowData<Input>) => {
  // One at a time per address, inside another workflow too: two companies may invite the same person at once.
  const key = transform(input, ({ email }) => `invite:${email}`)
  acquireLockStep({ key, timeout: 30, ttl: 120, executeOnSubWorkflow: true })
  refuseMemberStep(input)
  const person = findPersonStep(input.email)
  when("invite-ran-out", person, ({ expired_invite_ids }) => expired_invite_ids.length > 0).then(() => {
    deleteInvitesStep(transform(person, ({ expired_invite_ids }) => expired_invite_ids))
  })
  const invites = when("new-person", person, ({ needs_invite }) => needs_invite).then(() =>
    createInvitesWorkflow.runAsStep({
      input: transform(input, ({ email }) => ({ invites: [{ email }] })),
    })
  )
  const own = drawSecretStep()
  const secret = transform({ invites, own }, ({ invites, own }) => invites?.[0]?.token ?? own.secret)
  const member = createMemberStep(
    transform({ input, invites, secret }, ({ input, invites, secret }) => ({
      ...input,
      invite_id: invites?.[0]?.id ?? null,
      token: secret,
    }))
  )
  releaseLockStep({ key, executeOnSubWorkflow: true })
  return new WorkflowResponse(
    transform({ member, invites, secret }, ({ member, invites, secret }) => ({
      member,
      invite_token: secret,
      opens_account: !!invites,
    }))
  )
})

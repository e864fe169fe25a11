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
import { drawSecretStep } from "../steps/invite-member"
import { findInvitationStep, renewSecretStep } from "../steps/renew-invitation"

type Input = { company_id: string; member_id: string }

/**
 * Makes a new link for an open invitation: the letter was lost, or the link went to the wrong person. Whoever holds the
 * old one gets nothing by it: its secret is replaced, and an invite of Medusa's own that was made for it is taken back.
 * @throws {MedusaError} 404 for another company's; COMPANY_MEMBER_NOT_INVITED
 */
export const renewInvitationWorkflow = createWorkflow("renew-invitation", (input: WorkflowData<Input>) => {
  const invitation = findInvitationStep(input)
  const key = transform(invitation, ({ email }) => `invite:${email}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  when("has-old-invites", invitation, ({ old_invite_ids }) => old_invite_ids.length > 0).then(() => {
    deleteInvitesStep(transform(invitation, ({ old_invite_ids }) => old_invite_ids))
  })
  const invites = when("opens-an-account", invitation, ({ needs_invite }) => needs_invite).then(() =>
    createInvitesWorkflow.runAsStep({
      input: transform(invitation, ({ email }) => ({ invites: [{ email }] })),
    })
  )
  const own = drawSecretStep()
  const secret = transform({ invites, own }, ({ invites, own }) => invites?.[0]?.token ?? own.secret)
  const member = renewSecretStep(
    transform({ input, invites, secret }, ({ input, invites, secret }) => ({
      ...input,
      invite_id: invites?.[0]?.id ?? null,
      token: secret,
    }))
  )
  releaseLockStep({ key })
  return new WorkflowResponse(
    transform({ member, invites, secret }, ({ member, invites, secret }) => ({
      member,
      invite_token: secret,
      opens_account: !!invites,
    }))
  )
})

import { acceptInviteWorkflow, validateTokenStep } from "@medusajs/medusa/core-flows"
import { InviteWorkflow } from "@medusajs/framework/types"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { activateMemberStep } from "../steps/activate-member"

/**
 * Medusa's own acceptance of an invite, and the membership that hangs on it, as one unit: an account made by a
 * company's invite is a member from its first sign-in. The account gets the address that was invited, whatever the
 * caller sends: Medusa would take any, and with somebody else's the invitations of that person would be theirs.
 */
export const acceptMemberInviteWorkflow = createWorkflow(
  "accept-member-invite",
  (input: WorkflowData<InviteWorkflow.AcceptInviteWorkflowInputDTO>) => {
    const invite = validateTokenStep(input.invite_token)
    const users = acceptInviteWorkflow.runAsStep({
      input: transform({ input, invite }, ({ input, invite }) => ({
        ...input,
        user: { ...input.user, email: invite.email },
      })),
    })
    activateMemberStep(
      transform({ users, input }, ({ users, input }) => ({
        user_id: users[0].id,
        email: users[0].email,
        token: input.invite_token,
        is_required: false,
      }))
    )
    return new WorkflowResponse(users)
  }
)

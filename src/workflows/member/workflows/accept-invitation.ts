import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { activateMemberStep } from "../steps/activate-member"

type Input = { user_id: string; email: string; member_id: string; token: string }

/** A person who has an account accepts a company's invitation, with the secret that the company handed them. */
export const acceptInvitationWorkflow = createWorkflow("accept-invitation", (input: WorkflowData<Input>) => {
  const ids = activateMemberStep(transform(input, (input) => ({ ...input, is_required: true })))
  return new WorkflowResponse(ids)
})

import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ensureUserStep, grantOperatorStep, requireUserStep } from "./steps"

type Input = { email: string; password?: string; granted_by?: string | null }

/**
 * Makes a person an operator of the market: by `npm run operator` for the first one, afterwards by another operator.
 * With a password, an account is made when there is none.
 */
export const grantOperatorWorkflow = createWorkflow(
  "grant-operator-workflow",
  (input: WorkflowData<Input>) => {
    const user = ensureUserStep(input)
    const operator = grantOperatorStep(
      transform({ input, user }, ({ input, user }) => ({
        user_id: user.id,
        granted_by: input.granted_by ?? null,
      }))
    )
    return new WorkflowResponse(operator)
  }
)

/** An operator makes an existing user an operator too. */
export const promoteOperatorWorkflow = createWorkflow(
  "promote-operator",
  (input: WorkflowData<{ user_id: string; granted_by: string | null }>) => {
    requireUserStep(input)
    return new WorkflowResponse(grantOperatorStep(input))
  }
)

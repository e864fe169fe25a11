import { MedusaContainer } from "@medusajs/framework/types"
import { createHook, createWorkflow, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { CheckoutCart } from "../../checkout/types"
import { ExpressInput } from "../types"

type Input = { input: ExpressInput; cart: CheckoutCart }

/**
 * Where a host has its say before a checkout in one call is written: the hook `validate` is given the priced cart, as that of
 * Medusa's `completeCartWorkflow` is, and refuses it by throwing.
 *
 * @example
 * validateCheckoutWorkflow.hooks.validate(({ cart }, { container }) => { ... })
 */
export const validateCheckoutWorkflow = createWorkflow(
  "validate-one-call-checkout",
  (input: WorkflowData<Input>) => {
    const validate = createHook("validate", input)
    return new WorkflowResponse(undefined, { hooks: [validate] })
  }
)

let isConsumed = false
const consume = validateCheckoutWorkflow.hooks.validate
validateCheckoutWorkflow.hooks.validate = (...handlers) => {
  isConsumed = true
  return consume(...handlers)
}

/** Asks the host, if it has anything to say: a workflow that does nothing costs as much as a statement. */
export async function askHost(container: MedusaContainer, input: Input): Promise<void> {
  if (isConsumed) {
    await validateCheckoutWorkflow(container).run({ input })
  }
}

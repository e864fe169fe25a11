import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { findGroupStep } from "../steps/claim-cart"
import { placeOrderGroupWorkflow } from "./place-order-group"

/** `session_id`: the payment session that is to pay, where a provider names it. */
type Input = { cart_id: string; session_id?: string }

/**
 * Turns a cart into one order per company and an order group that holds them: the one completion path of the market
 * (house plan, decision 4). One cart becomes one group, whoever asks and however often: a repeated or parallel call
 * answers the same group. Emits `order.placed` for each order and `order-group.created`.
 */
export const completeCheckoutWorkflow = createWorkflow("complete-checkout", (input: WorkflowData<Input>) => {
  acquireLockStep({ key: input.cart_id, timeout: 30, ttl: 120 })
  const existing = findGroupStep(input.cart_id)
  const placed = when("not-completed-yet", existing, ({ id }) => !id).then(() =>
    placeOrderGroupWorkflow.runAsStep({ input })
  )
  releaseLockStep({ key: input.cart_id })
  return new WorkflowResponse(
    transform({ existing, placed }, ({ existing, placed }) => ({ id: (existing.id ?? placed?.id) as string }))
  )
})

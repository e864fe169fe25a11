import {
  acquireLockStep,
  createShippingOptionsWorkflow,
  deleteShippingOptionsWorkflow,
  releaseLockStep,
  updateShippingOptionsWorkflow,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DeliveryFacts, DeliveryKind, newOption, optionFields } from "../lib/delivery-options"
import {
  admitDeliveryProviderStep,
  findDeliveryOptionStep,
  findDeliveryRoomStep,
} from "../steps/delivery-options"

/** Changes of one company's delivery wait for each other: two that switch off one option each would leave none. */
const keyOf = (input: WorkflowData<{ company_id: string }>) =>
  transform(input, ({ company_id }) => `delivery:${company_id}`)

type NewOption = { company_id: string; kind: DeliveryKind; facts: DeliveryFacts }

/**
 * A company adds a way of delivery of its own.
 * @throws {MedusaError} COMPANY_DELIVERY_NOT_READY, COMPANY_DELIVERY_FULL
 */
export const addDeliveryOptionWorkflow = createWorkflow(
  "add-delivery-option",
  (input: WorkflowData<NewOption>) => {
    const key = keyOf(input)
    acquireLockStep({ key, timeout: 30, ttl: 120 })
    const room = findDeliveryRoomStep(input.company_id)
    admitDeliveryProviderStep(input.company_id)
    const options = createShippingOptionsWorkflow.runAsStep({
      input: transform({ input, room }, ({ input, room }) => [newOption(room, input.kind, input.facts)]),
    })
    releaseLockStep({ key })
    return new WorkflowResponse(transform(options, ([{ id }]) => ({ id })))
  }
)

type OptionChange = { company_id: string; id: string; change: Partial<DeliveryFacts> }

/**
 * A company changes one of its ways of delivery, or hides it from shoppers; carts that have chosen it pay the new price
 * from their next change, and cannot be ordered with it once it is hidden.
 * @throws {MedusaError} 404 for another company's; COMPANY_DELIVERY_LAST
 */
export const changeDeliveryOptionWorkflow = createWorkflow(
  "change-delivery-option",
  (input: WorkflowData<OptionChange>) => {
    const key = keyOf(input)
    acquireLockStep({ key, timeout: 30, ttl: 120 })
    const option = findDeliveryOptionStep(
      transform(input, ({ company_id, id, change }) => ({
        company_id,
        id,
        stays_enabled: change.is_enabled !== false,
      }))
    )
    admitDeliveryProviderStep(input.company_id)
    updateShippingOptionsWorkflow.runAsStep({
      input: transform({ input, option }, ({ input, option }) => [
        { id: input.id, ...optionFields({ ...option, ...input.change }) },
      ]),
    })
    releaseLockStep({ key })
    return new WorkflowResponse({ id: input.id })
  }
)

/**
 * A company takes one of its ways of delivery away; orders that were made with it keep it.
 * @throws {MedusaError} 404 for another company's; COMPANY_DELIVERY_LAST
 */
export const removeDeliveryOptionWorkflow = createWorkflow(
  "remove-delivery-option",
  (input: WorkflowData<{ company_id: string; id: string }>) => {
    const key = keyOf(input)
    acquireLockStep({ key, timeout: 30, ttl: 120 })
    findDeliveryOptionStep(
      transform(input, ({ company_id, id }) => ({ company_id, id, stays_enabled: false }))
    )
    deleteShippingOptionsWorkflow.runAsStep({ input: transform(input, ({ id }) => ({ ids: [id] })) })
    releaseLockStep({ key })
    return new WorkflowResponse({ id: input.id })
  }
)

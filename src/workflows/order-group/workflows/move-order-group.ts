import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { OrderGroupEvents } from "../../../modules/order-group/events"
import { OrderGroupStatus } from "../../../modules/order-group/service"
import { moveGroupStep } from "../steps/orders"

type Target = "paid" | "refunded" | "expired" | "canceled"
type Input = { group_id: string; from: OrderGroupStatus[]; to: Target }

const EVENT: Record<Target, string> = {
  paid: OrderGroupEvents.PAID,
  refunded: OrderGroupEvents.CANCELED,
  expired: OrderGroupEvents.EXPIRED,
  canceled: OrderGroupEvents.CANCELED,
}

/** Moves a group's state and tells of it, once: a group that is there already stays and nothing is emitted. */
export const moveOrderGroupWorkflow = createWorkflow(
  "move-order-group-workflow",
  (input: WorkflowData<Input>) => {
    const move = moveGroupStep(input)
    when("first-time", move, ({ moved }) => moved).then(() => {
      emitEventStep({ eventName: transform(input, ({ to }) => EVENT[to]), data: { id: input.group_id } })
    })
    return new WorkflowResponse(move)
  }
)

import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { OrderGroupStatus } from "../../../modules/order-group/service"
import { cancelOrdersStep } from "../steps/orders"
import { moveOrderGroupWorkflow } from "./move-order-group"

type Input = { group_id: string; status: "expired" | "canceled" }

/** First of all no provider may take money any more; refused while one is taking it. */
const closePayableStep = createStep("close-payable", async ({ group_id, status }: Input, { container }) => {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const closed = await gateway.closePayable({
    order_group_id: group_id,
    status,
    now: Date.now(),
    grace_ms: gateway.options.checkout.payment_grace_minutes * 60_000,
  })
  return new StepResponse({ closed })
})

/**
 * Ends an unpaid group: nobody can pay it any more, its unpaid orders are cancelled, their stock is free. Each step can be
 * repeated, so an interrupted run is finished by the next one. Emits `order-group.expired` or `order-group.canceled`.
 */
export const closeOrderGroupWorkflow = createWorkflow("close-order-group", (input: WorkflowData<Input>) => {
  const payable = closePayableStep(input)
  when("nobody-is-paying", payable, ({ closed }) => closed).then(() => {
    const canceled = cancelOrdersStep({ group_id: input.group_id })
    moveOrderGroupWorkflow.runAsStep({
      input: transform({ input, canceled }, ({ input, canceled }) => ({
        group_id: input.group_id,
        from: ["pending"] as OrderGroupStatus[],
        to: canceled.paid_stayed ? ("paid" as const) : input.status,
      })),
    })
  })
  return new WorkflowResponse(payable)
})

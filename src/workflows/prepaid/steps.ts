import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { isPrepaid } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { RealSession, takePayment, Taking } from "./take"

type Input = Omit<Taking, "session"> & { session: RealSession | null }

/**
 * Takes the shopper's real payment for a group, where the provider is one that is paid before the order exists. A later
 * failure leaves the payment authorised, so that the shopper, or the provider's event, completes the cart again.
 */
export const takePaymentStep = createStep(
  "take-payment",
  async ({ session, ...input }: Input, { container }) => {
    const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
    if (!session || !isPrepaid(session.provider_id, gateway.options)) {
      return new StepResponse({ transaction_id: null as string | null }, null)
    }
    const transaction_id = await takePayment(container, { ...input, session })
    return new StepResponse({ transaction_id: transaction_id as string | null }, {
      transaction_id,
      group_id: input.group_id,
    } as Taken)
  },
  async (taken: Taken, { container }) => {
    if (taken) {
      const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
      await gateway.deleteGatewayTransactions(taken.transaction_id)
      await gateway.discardPayable(taken.group_id)
    }
  }
)

type Taken = { transaction_id: string; group_id: string } | null | undefined

import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { adjustmentsOf, CheckoutCart } from "../types"

/** Counts a checkout's promotions against their budgets, as Medusa's own completion does. */
export const registerPromotionUsageStep = createStep(
  "register-promotion-usage",
  async ({ cart }: { cart: CheckoutCart }, { container }) => {
    const actions = adjustmentsOf([...cart.items, ...cart.shipping_methods]).map(({ amount, code }) => ({
      amount,
      code,
    }))
    const context = { customer_id: cart.customer?.id ?? null, customer_email: cart.email ?? null }
    if (actions.length > 0) {
      await container.resolve(Modules.PROMOTION).registerUsage(actions as never, context)
    }
    return new StepResponse(undefined, { actions, context })
  },
  async (used, { container }) => {
    if (used?.actions.length) {
      await container.resolve(Modules.PROMOTION).revertUsage(used.actions as never, used.context)
    }
  }
)

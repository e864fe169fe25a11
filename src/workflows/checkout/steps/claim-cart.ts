import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { secretToken } from "../../../lib/ids"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import { CheckoutErrors } from "../../../modules/order-group/errors"
import OrderGroupModuleService from "../../../modules/order-group/service"
import { CheckoutCart } from "../types"

/** The group a cart has become already, if it has; a repeated completion answers it. */
export const findGroupStep = createStep("find-order-group", async (cartId: string, { container }) => {
  assertId(cartId, "cart id")
  const [group] = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .listOrderGroups({ cart_id: cartId }, { select: ["id", "status"], take: 1 })
  if (group?.status === "placing") {
    // Somebody else is at it, or crashed at it; the job `recover-checkouts` clears a crashed one within minutes.
    throw CheckoutErrors.busy()
  }
  return new StepResponse({ id: group?.id ?? null })
})

/**
 * Writes the claim on the cart before anything else happens. Its unique index holds in every process; its row is what
 * a crashed checkout is cleaned up by.
 */
export const claimCartStep = createStep(
  "claim-cart",
  async ({ cart }: { cart: CheckoutCart }, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const group = await groups.createOrderGroups({
      cart_id: cart.id,
      customer_id: cart.customer?.id ?? null,
      email: cart.email ?? null,
      currency_code: cart.currency_code,
      token: secretToken(),
    })
    return new StepResponse({ id: group.id }, group.id)
  },
  async (groupId, { container }) => {
    if (groupId) {
      await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).deleteOrderGroups(groupId)
    }
  }
)

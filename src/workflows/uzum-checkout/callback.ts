import { createHash, timingSafeEqual } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { uzumCheckoutProviderId } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { receiptsOf } from "../../providers/uzum-checkout/order"
import { loggable } from "../gateway/loggable"
import { CheckoutContext, contextOf } from "./context"
import { lookAtCheckout } from "./look"
import { addAttempt } from "./url"

/**
 * Takes a callback of Uzum Checkout. It is not signed, so it is a hint and nothing more: whatever it says, Uzum is asked
 * where the payment stands (K-03). A failure of ours is not told: the job asks Uzum again by itself.
 * @param body raw text, or null when it was larger than the limit
 * @returns the HTTP status: 404 for a wrong token, 200 for everything else
 */
export async function answerUzumCheckout(
  container: MedusaContainer,
  { token, body }: { token: string; body: string | null }
): Promise<200 | 404> {
  const context = admit(container, token)
  if (!context) {
    return 404
  }
  const { orderId, receiptUrl } = hintOf(body)
  if (typeof orderId !== "string" || !/^[\w-]{1,64}$/.test(orderId)) {
    return 200
  }
  try {
    await adopt(context, orderId)
    await lookAtCheckout(container, { provider_id: context.provider_id, external_id: orderId }, context.now)
    if (receiptUrl) {
      await keepReceipts(context, orderId)
    }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error("a callback of Uzum Checkout could not be followed; the job looks again", loggable(error))
  }
  return 200
}

/** The terminal whose token stands in the callback's address; every token is compared, by its hash. */
function admit(container: MedusaContainer, token: string): CheckoutContext | null {
  const { terminals } = container.resolve<GatewayModuleService>(GATEWAY_MODULE).options.uzum_checkout
  const given = sha256(token)
  const [found] = terminals.filter(({ callback_token }) => timingSafeEqual(given, sha256(callback_token)))
  return found ? contextOf(container, uzumCheckoutProviderId(found.id), Date.now()) : null
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest()

function hintOf(body: string | null): { orderId?: unknown; receiptUrl?: unknown } {
  try {
    const hint = JSON.parse(body ?? "") as unknown
    return typeof hint === "object" && hint !== null ? hint : {}
  } catch {
    return {}
  }
}

/**
 * Takes up a payment whose registration's answer was lost (K-02): Uzum says which order number it has, and the number
 * begins with the reference of what is to be paid.
 */
async function adopt(context: CheckoutContext, orderId: string): Promise<void> {
  const { gateway, client, provider_id } = context
  if (await gateway.findTransaction({ provider_id, external_id: orderId })) {
    return
  }
  const { merchantOrderId = "" } = await client.getOrderStatus(orderId)
  const reference = /^(\d{10})-\d+$/.exec(merchantOrderId)?.[1]
  const view = reference && (await gateway.viewByReference({ provider_id, reference }))
  if (view) {
    const { session_seconds } = context.options
    const registered = { order_id: orderId, order_number: merchantOrderId }
    await addAttempt(context, view.payable, { ...registered, session_seconds })
  }
}

/** Keeps the links to fiscal receipts as Uzum tells them when asked. */
async function keepReceipts({ client, gateway, provider_id }: CheckoutContext, orderId: string) {
  for (const { type, url } of receiptsOf(await client.getReceipts(orderId))) {
    await gateway.saveFiscal({ provider_id, external_id: orderId, type, data: { qr_code_url: url } })
  }
}

import { CASH_PROVIDER } from "../../../lib/payment-providers"
import GatewayModuleService from "../../../modules/gateway/service"
import { ExpressErrors } from "../../../modules/order-group/express-errors"
import { CheckoutPlan } from "../../checkout/lib/plan"
import { OrderPayment } from "../../checkout/steps/open-payments"
import { ExpressInput, RegionFacts } from "../types"
import { DrawnOrder } from "./order-rows"
import { newId } from "./rows"

/**
 * The provider that a checkout is to be paid by: one that is paid when the orders exist. What costs nothing needs none.
 * @throws {MedusaError} CHECKOUT_PAYMENT_REQUIRED, CHECKOUT_PROVIDER_WRONG, CHECKOUT_NEEDS_CART
 */
export function providerFor(
  gateway: GatewayModuleService,
  region: RegionFacts,
  providerId: string | undefined,
  total: string
): string | null {
  if (providerId && !region.providers.includes(providerId)) {
    throw ExpressErrors.providerWrong(providerId)
  }
  if (Number(total) === 0) {
    return null
  }
  if (!providerId) {
    throw ExpressErrors.paymentMissing()
  }
  if (!gateway.calls(providerId) && providerId !== CASH_PROVIDER) {
    throw ExpressErrors.needsCart(`${providerId} is paid before the order exists`)
  }
  return providerId
}

/** Beyond it hundredths are not told apart any more, in JSON and at the providers. */
const MOST = Number.MAX_SAFE_INTEGER / 100

/**
 * Refuses a total that the shopper was not shown, and one that nothing here can count.
 * @throws {MedusaError} CHECKOUT_PRICE_CHANGED, CHECKOUT_TOO_MUCH
 */
export function refuseOtherTotal({ expected_total }: ExpressInput, total: string, currency: string): void {
  if (Number(total) > MOST) {
    throw ExpressErrors.tooMuch()
  }
  if (expected_total !== undefined && Number(total) !== expected_total) {
    throw ExpressErrors.priceChanged(total, currency)
  }
}

/** Draws a payment collection and session for every order that costs something. */
export function drawPayments(
  plan: CheckoutPlan,
  orders: DrawnOrder[],
  providerId: string | null
): OrderPayment[] {
  return plan.parts.map(({ total }, index) => {
    const isAsked = providerId !== null && Number(total) !== 0
    return {
      order_id: orders[index].id,
      collection_id: isAsked ? newId("pay_col") : null,
      session_id: isAsked ? newId("payses") : null,
    }
  })
}

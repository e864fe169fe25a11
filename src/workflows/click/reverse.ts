import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { refuseReversal } from "../../providers/click/protocol"
import { ReversalOutcome, reverseOnce } from "../../providers/click/reverse-once"
import { ClickPayment, clickOptions, findClickPayment, merchantApiOf } from "./payment"

const NOT_CONFIGURED =
  "Click's Merchant API is not configured (CLICK_MERCHANT_USER_ID): give the money back in Click's cabinet or by hand"
const TOO_LATE =
  "Click takes payments back in the month of the payment, and on the first day of the month after it: give the money back by hand"

/**
 * Gives a whole Click payment back (3.3). May be repeated after any interruption: Click's own word about the payment is
 * read first, so `idempotency_key` has nothing to do here (Click knows none). That Click is asked is written down before:
 * from then on nothing but Click's word about the payment makes a refusal of it.
 */
export async function reverseClickPayment(
  container: MedusaContainer,
  { transaction_id }: { transaction_id: string; idempotency_key: string }
): Promise<ReversalOutcome> {
  return container
    .resolve(Modules.LOCKING)
    .execute(`click-reversal:${transaction_id}`, () => reverse(container, transaction_id), { timeout: 60 })
}

async function reverse(container: MedusaContainer, transactionId: string): Promise<ReversalOutcome> {
  const payment = await findClickPayment(container, transactionId)
  if (!payment || !(payment.is_confirmed || payment.state === -2)) {
    return { kind: "refused", reason: "this is no confirmed payment of Click" }
  }
  if (payment.state === 1) {
    return { kind: "unknown", reason: "the payment is still being booked" }
  }
  const api = merchantApiOf(clickOptions(container), payment.provider_id)
  if (!api) {
    return { kind: payment.is_reversal_asked ? "unknown" : "refused", reason: NOT_CONFIGURED }
  }
  const { amount_tiyin, perform_time: paid_at, click_paydoc_id } = payment
  const window = { paid_at, now: Date.now(), paid_tiyin: amount_tiyin, amount_tiyin }
  return reverseOnce(api, click_paydoc_id, {
    forbidden: refuseReversal(window) && TOO_LATE,
    was_asked: payment.is_reversal_asked,
    beforeAsking: () => noteAsked(container, payment),
  })
}

function noteAsked(container: MedusaContainer, payment: ClickPayment): Promise<void> {
  const set = { details: { reversal_asked_at: Date.now() } }
  return container
    .resolve<GatewayModuleService>(GATEWAY_MODULE)
    .decide(payment, () => ({ updates: [{ id: payment.id, set }], answer: undefined }))
}

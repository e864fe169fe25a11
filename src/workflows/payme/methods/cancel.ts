import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GatewayEvents } from "../../../modules/gateway/events"
import { Decision, GatewayView } from "../../../modules/gateway/types"
import {
  cancelAnswer,
  CancelParams,
  cancelParams,
  decideCancel,
  PAYME_ERROR,
  PaymeError,
  PaymeErrorCode,
} from "../../../providers/payme/protocol"
import { underGroupLock } from "../../order-group"
import { PaymeContext, recordOf, referenceOf, refusal } from "../context"
import { hasShipped } from "../../gateway/context"
import { announce, finishCancel, finishPerform, underPaymentLock } from "../../gateway/settle"

/**
 * CancelTransaction (Merchant API 2.6). Before the money: the order can be paid again. After it: the orders are
 * cancelled and the refund is booked, unless something has been shipped. A cancellation that meets a payment in the
 * middle finishes that first, so that both answers tell the same story.
 */
export async function cancel(params: unknown, context: PaymeContext) {
  const call = cancelParams(params)
  const key = { provider_id: context.cashbox.provider_id, external_id: call.id }
  return underPaymentLock(context.container, call.id, async () => {
    const known = await context.gateway.findTransaction(key)
    if (!known) {
      throw new PaymeError(PAYME_ERROR.TRANSACTION_NOT_FOUND)
    }
    if (known.state === 1 && known.performing_at !== null) {
      await finishPerform(context.container, known, context.now)
    }
    // Under the lock that handing goods over takes too: either they have left, or they stay.
    const refused = await underGroupLock(context.container, known.order_group_id, async () => {
      const delivered = known.perform_time > 0 && (await hasShipped(context.container, known.order_group_id))
      return context.gateway.decide(key, (view) => decideOn(view, call, delivered, context.now))
    })
    if (refused) {
      throw refusal(refused, context)
    }
    const cancelled = await context.gateway.findTransaction(key)
    if (cancelled!.state === -2 && cancelled!.settled_at === null) {
      // The state is what Payme is told; should the books fail now, the job brings them up to it.
      await finishCancel(context.container, cancelled!, context.now).catch((error: Error) =>
        context.container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`refund of payment ${call.id} is booked later, by the job`, error)
      )
    }
    if (cancelled!.state === -1 && known.state === 1) {
      await announce(context.container, GatewayEvents.TRANSACTION_CANCELED, cancelled!)
    }
    return cancelAnswer(recordOf(cancelled!), referenceOf(cancelled!))
  })
}

function decideOn(
  { own }: GatewayView,
  call: CancelParams,
  delivered: boolean,
  now: number
): Decision<PaymeErrorCode | null> {
  const decision = decideCancel(own && recordOf(own), { delivered, reason: call.reason }, now)
  if (decision.kind === "refuse") {
    return { answer: decision.code }
  }
  if (decision.kind === "answer" || !own) {
    return { answer: null }
  }
  const set = { state: decision.to, cancel_time: decision.at, reason: decision.reason, settled_at: null }
  return {
    updates: [{ id: own.id, set }],
    payable: decision.to === -2 ? { status: "refunded" } : undefined,
    answer: null,
  }
}

import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GatewayEvents } from "../../../modules/gateway/events"
import { Decision, GatewayView } from "../../../modules/gateway/types"
import {
  decideReverse,
  reverseAnswer,
  UZUM_ERROR,
  UzumError,
  UzumErrorCode,
  UzumRequest,
} from "../../../providers/uzum/protocol"
import { hasShipped } from "../../gateway/context"
import { announce, finishCancel, finishPerform, underPaymentLock } from "../../gateway/settle"
import { loggable } from "../../gateway/loggable"
import { underGroupLock } from "../../order-group"
import { endOf, isPerforming, recordOf, UzumContext } from "../context"

/**
 * `/reverse`: Uzum gives the buyer's money back. Before `/confirm` the order can be paid again; after it the orders are
 * cancelled and the refund is booked once, unless goods have left. A reversal that meets a payment in the middle
 * finishes that first, so that both answers tell the same story.
 */
export async function reverse(call: UzumRequest, context: UzumContext) {
  const { container, gateway, now } = context
  const key = { provider_id: context.service.provider_id, external_id: call.transId }
  return underPaymentLock(container, call.transId, async () => {
    const known = await gateway.findTransaction(key)
    if (!known) {
      throw new UzumError(UZUM_ERROR.TRANSACTION_NOT_FOUND)
    }
    if (isPerforming(known)) {
      await finishPerform(container, known, now)
    }
    // Under the lock that handing goods over takes too: either they have left, or they stay.
    const refused = await underGroupLock(container, known.order_group_id, async () => {
      const delivered = known.perform_time > 0 && (await hasShipped(container, known.order_group_id))
      return gateway.decide(key, (view) => decideOn(view, delivered, now))
    })
    if (refused) {
      throw new UzumError(refused)
    }
    const reversed = await gateway.findTransaction(key)
    if (reversed!.state === -2) {
      // The state is what Uzum is told; should the books fail now, the job brings them up to it.
      await finishCancel(container, reversed!, now).catch((error: Error) =>
        container
          .resolve(ContainerRegistrationKeys.LOGGER)
          .error(`refund of payment ${call.transId} is booked later, by the job`, loggable(error))
      )
    } else {
      await announce(container, GatewayEvents.TRANSACTION_CANCELED, reversed!)
    }
    return reverseAnswer(call.serviceId, recordOf(reversed!))
  })
}

function decideOn({ own }: GatewayView, delivered: boolean, now: number): Decision<UzumErrorCode | null> {
  const decision = decideReverse(own && recordOf(own), { delivered }, now)
  if (decision.kind === "refuse" || !own) {
    return { answer: decision.kind === "refuse" ? decision.code : UZUM_ERROR.TRANSACTION_NOT_FOUND }
  }
  const isRefund = decision.to === "REVERSED" && own.state === 2
  return {
    updates: [{ id: own.id, set: endOf(own, decision) }],
    payable: isRefund ? { status: "refunded" } : undefined,
    answer: decision.then ?? null,
  }
}

import { Decision, GatewayView } from "../../../modules/gateway/types"
import {
  decidePerform,
  PAYME_ERROR,
  PaymeError,
  PaymeErrorCode,
  performAnswer,
  performParams,
} from "../../../providers/payme/protocol"
import { PaymeContext, recordOf, referenceOf, refusal } from "../context"
import { isChangedByHand, isTaken } from "../../gateway/context"
import { finishPerform, underPaymentLock } from "../../gateway/settle"

/**
 * PerformTransaction (Merchant API 2.5): Payme has taken the money. First the transaction is marked as performing, with
 * the time that every answer will carry; then the orders are captured; only then it is performed. A failure in the
 * middle answers "temporary" and leaves state 1, and a retry, or the job, goes on from there.
 */
export async function perform(params: unknown, context: PaymeContext) {
  const { id } = performParams(params)
  const key = { provider_id: context.cashbox.provider_id, external_id: id }
  return underPaymentLock(context.container, id, async () => {
    const known = await context.gateway.findTransaction(key)
    if (!known) {
      throw new PaymeError(PAYME_ERROR.TRANSACTION_NOT_FOUND)
    }
    const reference = await payableReference(context, known.order_group_id)
    const changed = await isChangedByHand(context.container, reference)
    const refused = await context.gateway.decide(key, (view) => begin(view, context.now, changed))
    if (refused) {
      throw refusal(refused, context)
    }
    const begun = await context.gateway.findTransaction(key)
    if (begun!.state === 1) {
      await finishPerform(context.container, begun!, context.now)
    }
    const done = await context.gateway.findTransaction(key)
    return performAnswer(recordOf(done!), referenceOf(done!))
  })
}

async function payableReference({ gateway }: PaymeContext, groupId: string): Promise<string> {
  const [payable] = await gateway.payablesOf([groupId])
  return payable.reference
}

/** Marks the transaction as performing, or says why it can't be; one that is performing already goes on. */
function begin(
  { own, payable, others }: GatewayView,
  now: number,
  changed: boolean
): Decision<PaymeErrorCode | null> {
  if (own?.state === 1 && own.performing_at !== null) {
    return { answer: null }
  }
  const isPayable = payable?.status === "open" && !changed && !isTaken(others)
  const decision = decidePerform(own && recordOf(own), { payable: isPayable }, now)
  if (decision.kind === "refuse") {
    return { answer: decision.code }
  }
  if (decision.kind === "answer" || !own) {
    return { answer: null }
  }
  return decision.to === 2
    ? { updates: [{ id: own.id, set: { performing_at: now, perform_time: decision.at } }], answer: null }
    : {
        updates: [
          { id: own.id, set: { state: decision.to, cancel_time: decision.at, reason: decision.reason } },
        ],
        answer: decision.then ?? PAYME_ERROR.NOT_POSSIBLE,
      }
}

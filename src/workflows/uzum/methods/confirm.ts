import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Decision, GatewayView, NewAlert, TransactionView } from "../../../modules/gateway/types"
import {
  confirmAnswer,
  decideConfirm,
  UZUM_ERROR,
  UzumError,
  UzumErrorCode,
  UzumRequest,
} from "../../../providers/uzum/protocol"
import { isChangedByHand, isTaken } from "../../gateway/context"
import { finishPerform, underPaymentLock } from "../../gateway/settle"
import { loggable } from "../../gateway/loggable"
import { endOf, isPerforming, recordOf, UzumContext } from "../context"

/**
 * `/confirm`: Uzum has debited the buyer. First the payment is marked as being booked, with the time that every answer
 * will carry; then the orders are captured; only then it is confirmed. A failure in the middle answers "try again later",
 * and `/status`, a repetition or the job goes on from there.
 */
export async function confirm(call: UzumRequest, context: UzumContext) {
  const { container, gateway, now } = context
  const key = { provider_id: context.service.provider_id, external_id: call.transId }
  return underPaymentLock(container, call.transId, async () => {
    const known = await gateway.findTransaction(key)
    if (!known) {
      throw new UzumError(UZUM_ERROR.TRANSACTION_NOT_FOUND)
    }
    const [payable] = await gateway.payablesOf([known.order_group_id])
    const changed = await isChangedByHand(container, payable.reference)
    const refused = await gateway.decide(key, (view) => begin(view, call, now, changed))
    if (refused) {
      await tell(context, refused.alert, known)
      throw new UzumError(refused.code)
    }
    await finishPerform(container, known, now)
    const done = await gateway.findTransaction(key)
    return confirmAnswer(call.serviceId, recordOf(done!))
  })
}

type AlertKind = NewAlert["kind"] | null
type Refused = { code: UzumErrorCode; alert: AlertKind }

/** Marks the payment as being booked, or says why it can't be; one that is being booked already goes on. */
function begin(
  { own, payable, others }: GatewayView,
  call: UzumRequest,
  now: number,
  changed: boolean
): Decision<Refused | null> {
  if (own && isPerforming(own)) {
    return { answer: null }
  }
  const isPaid = payable?.status === "paid" || isTaken(others)
  const isOpen = payable?.status === "open" && !isPaid && !changed
  const alert: AlertKind = isPaid ? "double_payment" : isOpen ? null : "late_payment"
  const decision = decideConfirm(own && recordOf(own), { payable: isOpen }, now)
  if (decision.kind === "refuse" || !own) {
    // A repeated call must not lose the alert that a crash may have kept from being written.
    const isFailed = own !== null && recordOf(own).state === "FAILED"
    const code = decision.kind === "refuse" ? decision.code : UZUM_ERROR.TRANSACTION_NOT_FOUND
    return { answer: { code, alert: isFailed ? alert : null } }
  }
  if (decision.to === "CONFIRMED") {
    const set = { performing_at: now, perform_time: decision.at, details: call.details }
    return { updates: [{ id: own.id, set }], answer: null }
  }
  const code = decision.then ?? UZUM_ERROR.TRANSACTION_CANCELLED
  return { updates: [{ id: own.id, set: endOf(own, decision) }], answer: { code, alert } }
}

/** The buyer was debited for what cannot be paid any more: Uzum gives it back, and people are told to look. */
async function tell(
  { gateway, container }: UzumContext,
  kind: AlertKind,
  { id: transaction_id, provider_id, payable_id, external_id, amount_tiyin }: TransactionView
): Promise<void> {
  if (!kind) {
    return
  }
  const about = { provider_id, payable_id, transaction_id, reference: external_id, data: { amount_tiyin } }
  await gateway
    .raiseAlert({ kind, ...about })
    .catch((error: Error) =>
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`${kind} ${external_id} could not be written down`, loggable(error))
    )
}

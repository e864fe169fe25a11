import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Decision, GatewayView, NewAlert, TransactionView } from "../../modules/gateway/types"
import {
  CLICK_ERROR,
  ClickAlertKind,
  ClickCall,
  decideComplete,
  prepareIdOf,
} from "../../providers/click/protocol"
import { isChangedByHand, isTaken } from "../gateway/context"
import { finishPerform, underPaymentLock } from "../gateway/settle"
import { loggable } from "../gateway/loggable"
import { ClickContext, ClickOutcome, factsOf, recordOf } from "./context"

type Confirmed = TransactionView & { order_group_id: string }
type Outcome = ClickOutcome & { confirmed?: Confirmed; alert?: NewAlert }

/**
 * Complete (Click SHOP API 2.2): Click has taken the money, or could not. Under the payable's lock exactly one attempt of
 * one provider becomes the paying one; from that moment the payment is confirmed, and what the shop still has to book is
 * finished by the job when it fails here. Click is told 0 all the same, because nothing but -4 and -9 may refuse a debit.
 */
export async function complete(call: ClickCall, context: ClickContext): Promise<ClickOutcome> {
  const { container, gateway, provider_id } = context
  const reference = call.merchant_trans_id
  const changed = await isChangedByHand(container, reference)
  const { confirmed, alert, ...outcome } = await gateway.decide(
    { provider_id, external_id: call.click_trans_id, reference },
    (view) => decideOn(view, call, context, changed)
  )
  if (confirmed) {
    await capture(confirmed, context)
  }
  if (alert) {
    await gateway.raiseAlert(alert)
  }
  return outcome
}

/** The shop's side; a failure is left to the job `finish-payments`. */
async function capture(transaction: Confirmed, { container, now }: ClickContext): Promise<void> {
  try {
    await underPaymentLock(container, transaction.external_id, () =>
      finishPerform(container, transaction, now)
    )
  } catch (error) {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    logger.error(`Click payment ${transaction.id} is confirmed; the job will book it`, loggable(error))
  }
}

/** The record is found by its prepare id among those of the order: a repetition may come with a new click_trans_id. */
function decideOn(
  { payable, own, others }: GatewayView,
  call: ClickCall,
  context: ClickContext,
  isChanged: boolean
): Decision<Outcome> {
  const prepareId = prepareIdOf(call.merchant_prepare_id)
  const rows = own ? [own, ...others] : others
  const row = rows.find(
    (one) =>
      one.sequence === prepareId && one.provider_id === context.provider_id && one.payable_id === payable?.id
  )
  const facts = payable && factsOf(payable, rows, { isChangedByHand: isChanged, except: row?.id })
  const record = row && payable ? recordOf(row, payable) : null
  const decision = decideComplete(call, facts, record, context.options.cancel_confirmed_code)
  const id = row?.sequence ?? null
  if (decision.kind === "confirm" && row && payable) {
    const set = { performing_at: context.now, perform_time: context.now }
    const confirmed = { ...row, ...set, order_group_id: payable.order_group_id }
    return { updates: [{ id: row.id, set }], answer: { id, code: CLICK_ERROR.SUCCESS, confirmed } }
  }
  if (decision.kind === "confirm" || !row) {
    return { answer: { id, code: decision.kind === "refuse" ? decision.code : CLICK_ERROR.NOT_STORED } }
  }
  const { code } = decision
  if (decision.kind === "cancel") {
    const kind = isSamePayment(row, rows) ? undefined : decision.alert
    const details = { error: call.error, error_note: call.error_note, alert: kind ?? null }
    const set = { state: -1 as const, cancel_time: context.now, reason: call.error || code, details }
    const alert = kind && alertOf(kind, row, call)
    return { updates: [{ id: row.id, set }], answer: { id, code, alert } }
  }
  const kind = decision.alert ?? forgottenAlert(row, call)
  return { answer: { id, code, alert: kind && alertOf(kind, row, call) } }
}

/** Whether the money of this attempt is what paid the order: Click may try one payment under several attempt ids. */
function isSamePayment(row: TransactionView, rows: TransactionView[]): boolean {
  const paydoc = row.details?.click_paydoc_id
  const ofPayment = rows.filter(
    ({ provider_id, details }) => provider_id === row.provider_id && details?.click_paydoc_id === paydoc
  )
  return isTaken(ofPayment)
}

/** The alert of a refused debit, raised again when Click asks again: a crash may have swallowed the first one. */
function forgottenAlert(row: TransactionView, call: ClickCall): ClickAlertKind | undefined {
  const kind = row.state === -1 && call.error === 0 ? row.details?.alert : null
  return kind === "double_payment" || kind === "late_payment" ? kind : undefined
}

function alertOf(kind: ClickAlertKind, row: TransactionView, call: ClickCall): NewAlert {
  const click_paydoc_id = String(row.details?.click_paydoc_id ?? call.click_paydoc_id)
  return {
    kind,
    provider_id: row.provider_id,
    payable_id: row.payable_id,
    transaction_id: row.id,
    reference: `${row.provider_id}:${click_paydoc_id}`,
    data: { click_paydoc_id, amount_tiyin: row.amount_tiyin, error: call.error, error_note: call.error_note },
  }
}

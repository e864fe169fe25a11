import { MedusaContainer } from "@medusajs/framework/types"
import { UzumOptions, UzumService } from "../../lib/options"
import { providerKind, uzumProviderId } from "../../lib/payment-providers"
import GatewayModuleService from "../../modules/gateway/service"
import { PayableView, TransactionChange, TransactionView } from "../../modules/gateway/types"
import {
  isExpired,
  Transition,
  UzumFields,
  UzumOrder,
  UzumRecord,
  UzumRequest,
  UzumState,
} from "../../providers/uzum/protocol"
import { isTaken } from "../gateway/context"

/** A service with Medusa's id of its payment provider. */
export type UzumServiceSetting = UzumService & { provider_id: string }

/** What every call of the Merchant API works with. */
export type UzumContext = {
  container: MedusaContainer
  gateway: GatewayModuleService
  options: UzumOptions
  service: UzumServiceSetting
  /** Milliseconds since 1970, read once per call. */
  now: number
}

export type UzumHandler = (call: UzumRequest, context: UzumContext) => Promise<UzumFields>

/** Why a transaction has state -1; the numbers are Payme's, so that a reader of the table meets one meaning. */
export const UZUM_REASON = { NOT_PAYABLE: 3, TIMEOUT: 4, REVERSED: 5 } as const

/** The configured services. */
export function serviceSettings(options: UzumOptions): UzumServiceSetting[] {
  return options.services.map((service) => ({ ...service, provider_id: uzumProviderId(service.id) }))
}

/** A gateway row as the pure protocol reads it: a payment that is only being booked has no `confirmTime` yet. */
export function recordOf(row: TransactionView): UzumRecord {
  const state = stateOf(row)
  return {
    trans_id: row.external_id,
    amount_tiyin: row.amount_tiyin,
    state,
    trans_time: row.create_time,
    confirm_time: Math.abs(row.state) === 2 ? row.perform_time : null,
    reverse_time: state === "REVERSED" ? row.cancel_time : null,
  }
}

function stateOf({ state, reason }: TransactionView): UzumState {
  switch (state) {
    case 1:
      return "CREATED"
    case 2:
      return "CONFIRMED"
    case -2:
      return "REVERSED"
    case -1:
      return reason === UZUM_REASON.REVERSED ? "REVERSED" : "FAILED"
  }
}

/** What is stored when a transaction ends, in the gateway's words. */
export function endOf(row: TransactionView, { to, at }: Transition): TransactionChange {
  if (to === "REVERSED") {
    const state = row.state === 2 ? -2 : -1
    return { state, cancel_time: at, reason: UZUM_REASON.REVERSED, settled_at: null }
  }
  const reason = isExpiredRow(row, at) ? UZUM_REASON.TIMEOUT : UZUM_REASON.NOT_PAYABLE
  return { state: -1, cancel_time: at, reason }
}

/** Whether the books of a confirmed payment are being written: then nothing but finishing it may happen. */
export function isPerforming(row: TransactionView): boolean {
  return row.state === 1 && row.performing_at !== null
}

/** Thirty minutes after `/create` a transaction of Uzum's is dead, unless its books are being written. */
export function isExpiredRow(row: TransactionView, now: number): boolean {
  return !isPerforming(row) && isExpired(recordOf(row), now)
}

/**
 * A payable as the protocol judges it.
 * @param others its transactions, the call's own left out
 * @param context.isChangedByHand somebody cancelled an order of the group, or marked it as paid
 */
export function orderOf(
  payable: PayableView,
  others: TransactionView[],
  context: { now: number; isChangedByHand: boolean }
): UzumOrder {
  return {
    amount_tiyin: payable.amount_tiyin,
    standing: standingOf(payable, others, context),
    has_live_transaction: others.some((row) => row.state === 1 && row.exclusive && !isDead(row, context.now)),
  }
}

/** Only Uzum's own transactions die of Uzum's thirty minutes. */
export function isDead(row: TransactionView, now: number): boolean {
  return providerKind(row.provider_id) === "uzum" && isExpiredRow(row, now)
}

function standingOf(
  payable: PayableView,
  others: TransactionView[],
  { now, isChangedByHand }: { now: number; isChangedByHand: boolean }
): UzumOrder["standing"] {
  if (payable.status === "paid" || isTaken(others)) {
    return "paid"
  }
  const isOver = payable.status !== "open" || (payable.expires_at !== null && now >= payable.expires_at)
  return isOver || isChangedByHand ? "cancelled" : "payable"
}

import { MedusaContainer } from "@medusajs/framework/types"
import { PaymeOptions } from "../../lib/options"
import { providerKind } from "../../lib/payment-providers"
import GatewayModuleService from "../../modules/gateway/service"
import { PayableView, TransactionView } from "../../modules/gateway/types"
import {
  isAccountError,
  isExpired,
  OrderFacts,
  PaymeError,
  PaymeErrorCode,
  TransactionRecord,
} from "../../providers/payme/protocol"
import { isTaken } from "../gateway/context"
import { PaymeCashboxSetting } from "./cashboxes"

/** What every method of the Merchant API works with. */
export type PaymeContext = {
  container: MedusaContainer
  gateway: GatewayModuleService
  options: PaymeOptions
  cashbox: PaymeCashboxSetting
  /** Milliseconds since 1970, read once per call. */
  now: number
}

export type PaymeMethodHandler = (params: unknown, context: PaymeContext) => Promise<Record<string, unknown>>

/** Code for "another transaction waits": a setting, because Payme's own sources disagree. */
export function busyCode({ options }: PaymeContext): PaymeErrorCode {
  return options.busy_code as PaymeErrorCode
}

/** Our reference of a transaction, as Payme is told it. */
export function referenceOf(transaction: Pick<TransactionView, "id">): string {
  return transaction.id
}

/** A gateway row as the pure protocol reads it: a payment that is only being performed has no `perform_time` yet. */
export function recordOf(transaction: TransactionView): TransactionRecord {
  return transaction.state === 1 ? { ...transaction, perform_time: 0 } : transaction
}

/** A refusal as Payme wants it: errors about the account name the account's field. */
export function refusal(code: PaymeErrorCode, { cashbox }: PaymeContext): PaymeError {
  return new PaymeError(code, isAccountError(code) ? cashbox.account_field : undefined)
}

/**
 * A payable as the protocol judges it.
 * @param isChangedByHand somebody cancelled an order of the group, or marked it as paid
 */
export function factsOf(
  payable: PayableView,
  transactions: TransactionView[],
  context: { now: number; isChangedByHand: boolean; except?: string }
): OrderFacts {
  const isLive = (row: TransactionView) =>
    row.state === 1 && row.exclusive && row.external_id !== context.except && !isOver(row, context.now)
  return {
    amount_tiyin: payable.amount_tiyin,
    standing: standingOf(payable, transactions, context),
    has_live_transaction: transactions.some(isLive),
  }
}

function standingOf(
  payable: PayableView,
  transactions: TransactionView[],
  { now, isChangedByHand }: { now: number; isChangedByHand: boolean }
) {
  if (payable.status === "paid" || payable.status === "refunded" || isTaken(transactions)) {
    return "paid"
  }
  const isOver = payable.status !== "open" || (payable.expires_at !== null && now >= payable.expires_at)
  return isOver || isChangedByHand ? "unavailable" : "payable"
}

/** Only Payme's own transactions die of Payme's twelve hours. */
function isOver(row: TransactionView, now: number): boolean {
  return providerKind(row.provider_id) === "payme" && isExpiredRow(row, now)
}

/** Twelve hours after its creation at Payme a transaction that was not performed is dead, unless it is performing. */
export function isExpiredRow(row: TransactionView, now: number): boolean {
  return row.performing_at === null && isExpired(row, now)
}

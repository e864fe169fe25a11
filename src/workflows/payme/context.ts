import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PaymeOptions } from "../../lib/options"
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
    row.state === 1 && row.external_id !== context.except && !isExpiredRow(row, context.now)
  return {
    amount_tiyin: payable.amount_tiyin,
    standing: standingOf(payable, context),
    has_live_transaction: transactions.some(isLive),
  }
}

function standingOf(
  payable: PayableView,
  { now, isChangedByHand }: { now: number; isChangedByHand: boolean }
) {
  if (payable.status === "paid" || payable.status === "refunded") {
    return "paid"
  }
  const isOver = payable.status !== "open" || (payable.expires_at !== null && now >= payable.expires_at)
  return isOver || isChangedByHand ? "unavailable" : "payable"
}

/** Twelve hours after its creation at Payme a transaction that was not performed is dead, unless it is performing. */
export function isExpiredRow(row: TransactionView, now: number): boolean {
  return row.performing_at === null && isExpired(row, now)
}

/**
 * Whether somebody has taken an order of the group out of this payment by hand: cancelled it, or marked it as paid. Then
 * the amount is no longer what the group owes. One statement.
 */
export async function isChangedByHand(context: PaymeContext, reference: string): Promise<boolean> {
  const { rows } = await context.container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: unknown[] }>(
      `select 1 from gateway_payable p
       join company_order c on c.group_id = p.order_group_id and c.deleted_at is null
       join "order" o on o.id = c.order_id
      where p.reference = ? and p.deleted_at is null and (o.status = 'canceled' or exists
            (select 1 from order_transaction t where t.order_id = o.id and t.amount > 0 and t.deleted_at is null)) limit 1`,
      [reference]
    )
  return rows.length > 0
}

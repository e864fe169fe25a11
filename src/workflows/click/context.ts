import { MedusaContainer } from "@medusajs/framework/types"
import { ClickOptions } from "../../lib/options"
import GatewayModuleService from "../../modules/gateway/service"
import { PayableView, TransactionView } from "../../modules/gateway/types"
import { ClickCall, ClickErrorCode, OrderFacts, PrepareRecord } from "../../providers/click/protocol"
import { isTaken } from "../gateway/context"

/** What both callbacks work with. */
export type ClickContext = {
  container: MedusaContainer
  gateway: GatewayModuleService
  options: ClickOptions
  /** Medusa's id of the service that the call was signed for. */
  provider_id: string
  /** Milliseconds since 1970, read once per call. */
  now: number
}

/** The answer of a callback: our prepare or confirm id, where there is one, and a code. */
export type ClickOutcome = { id: number | null; code: ClickErrorCode }

export type ClickHandler = (call: ClickCall, context: ClickContext) => Promise<ClickOutcome>

/**
 * A payable as the protocol judges it.
 * @param facts.except the transaction that is asked about: what it has taken itself does not stand in its own way
 * @param facts.now given, the end of the reservation counts; Complete leaves it out, because its money has moved
 */
export function factsOf(
  payable: PayableView,
  transactions: TransactionView[],
  facts: { isChangedByHand: boolean; except?: string; now?: number }
): OrderFacts {
  const others = transactions.filter(({ id, payable_id }) => id !== facts.except && payable_id === payable.id)
  const isOver = payable.status !== "open" || (payable.expires_at ?? Infinity) <= (facts.now ?? -Infinity)
  const isPaid = payable.status === "paid" || isTaken(others)
  const standing = isPaid ? "paid" : isOver || facts.isChangedByHand ? "unavailable" : "payable"
  return { amount_tiyin: payable.amount_tiyin, standing }
}

/** A row of the gateway as the protocol reads it. A payment whose capture is on its way is confirmed already. */
export function recordOf(row: TransactionView, payable: PayableView): PrepareRecord {
  const isConfirmed = row.state === 2 || (row.state === 1 && row.performing_at !== null)
  return {
    prepare_id: row.sequence,
    state: isConfirmed ? "CONFIRMED" : row.state === 1 ? "PREPARED" : "CANCELLED",
    amount_tiyin: row.amount_tiyin,
    is_of_order: row.payable_id === payable.id,
  }
}

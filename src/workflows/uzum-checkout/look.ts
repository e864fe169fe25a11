import { MedusaContainer } from "@medusajs/framework/types"
import { GroupTransaction } from "../../modules/gateway/lib/read"
import { GatewayView } from "../../modules/gateway/types"
import { CHECKOUT_ERROR, UzumCheckoutRefusal } from "../../providers/uzum-checkout/errors"
import { CheckoutOrder } from "../../providers/uzum-checkout/order"
import { isChangedByHand, isTaken } from "../gateway/context"
import { finishPerform, underPaymentLock } from "../gateway/settle"
import { compareRefunds } from "./compare-refunds"
import { CheckoutContext, contextOf, detailsOf, operationId, TransactionKey } from "./context"
import { CheckoutRecord, decideLook, Look } from "./lib/decide-look"
import { close, doubt, giveBack, refusalOf, release } from "./return-money"

/**
 * Asks Uzum where a payment stands and does what follows. Callbacks, the shopper's return and the job all lead here, so
 * a callback that is forged, repeated or lost changes nothing (K-03, K-04, K-12).
 * @returns what was done; "leave" for a payment that nobody here knows
 */
export async function lookAtCheckout(
  container: MedusaContainer,
  key: TransactionKey,
  now: number
): Promise<Look> {
  const context = contextOf(container, key.provider_id, now)
  if (!context) {
    return "leave"
  }
  return underPaymentLock(container, key.external_id, () => lookLocked(context, key, false))
}

async function lookLocked(context: CheckoutContext, key: TransactionKey, isSecond: boolean): Promise<Look> {
  const row = await context.gateway.findTransaction(key)
  if (!row) {
    return "leave"
  }
  const order = await orderOf(context, key)
  const changed = await isChanged(context, row)
  const isPayable = await context.gateway.decide(key, (view) => ({ answer: isOpen(view, changed) }))
  const look = decideLook(recordOf(row), order, isPayable, context.now)
  await DO[look](context, row, order, changed)
  // Taking held money, or finding it taken, is followed by a second look at what came of it.
  return look === "capture" && !isSecond ? lookLocked(context, key, true) : look
}

/** An order that Uzum does not know (any more) is one that nobody pays. */
async function orderOf({ client }: CheckoutContext, { external_id }: TransactionKey): Promise<CheckoutOrder> {
  return client.getOrderStatus(external_id).catch((error: unknown) => {
    if (error instanceof UzumCheckoutRefusal && error.code === CHECKOUT_ERROR.NOT_FOUND) {
      return {}
    }
    throw error
  })
}

type Doing = (
  context: CheckoutContext,
  row: GroupTransaction,
  order: CheckoutOrder,
  changed: boolean
) => Promise<unknown>

const nothing: Doing = async () => undefined

const DO: Record<Look, Doing> = {
  wait: nothing,
  leave: nothing,
  finish: ({ container, now }, row) => finishPerform(container, row, now),
  book,
  capture,
  release,
  give_back: giveBack,
  doubt,
  close: (context, row) => close(context, row),
  compare: compareRefunds,
}

/** Marks the payment as being booked under the payable's lock, and books it; who is too late gets the money back. */
async function book(context: CheckoutContext, row: GroupTransaction, order: CheckoutOrder, changed: boolean) {
  const { gateway, container, now } = context
  const set = { state: 1 as const, performing_at: now, perform_time: now, cancel_time: 0, reason: null }
  const isOurs = await gateway.decide(row, (view) =>
    isOpen(view, changed) ? { updates: [{ id: row.id, set }], answer: true } : { answer: false }
  )
  return isOurs ? finishPerform(container, row, now) : giveBack(context, row, order)
}

/** Takes the money of a two-step payment; asked twice, Uzum does it once (K-05, K-06). */
async function capture(context: CheckoutContext, row: GroupTransaction) {
  const id = await operationId(context, row, "complete")
  await refusalOf(context, () => context.client.complete(row.external_id, row.amount_tiyin, id))
}

async function isChanged({ gateway, container }: CheckoutContext, row: GroupTransaction): Promise<boolean> {
  const [payable] = await gateway.payablesOf([row.order_group_id])
  return isChangedByHand(container, payable.reference)
}

function isOpen({ payable, others }: GatewayView, changed: boolean): boolean {
  return payable?.status === "open" && !isTaken(others) && !changed
}

/** A gateway row as the pure decision reads it; one that was closed too early is open until its money has gone. */
function recordOf(row: GroupTransaction): CheckoutRecord {
  const closed = detailsOf(row).unfinished ? "open" : "closed"
  const states: Record<number, CheckoutRecord["state"]> = { 2: "paid", [-2]: "refunded", [-1]: closed }
  const open = row.performing_at === null ? "open" : "booking"
  return {
    amount_tiyin: row.amount_tiyin,
    state: states[row.state] ?? open,
    session_ends_at: detailsOf(row).session_ends_at ?? row.create_time,
  }
}

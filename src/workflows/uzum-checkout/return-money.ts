import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GroupTransaction } from "../../modules/gateway/lib/read"
import { Decision, NewAlert } from "../../modules/gateway/types"
import { CHECKOUT_ERROR, UzumCheckoutRefusal } from "../../providers/uzum-checkout/errors"
import { CheckoutOrder, heldTiyin, operationOutcome } from "../../providers/uzum-checkout/order"
import { isTaken } from "../gateway/context"
import { cartOfPayment } from "./cart-lines"
import { CheckoutContext, detailsOf, operationId } from "./context"

/** Why a transaction has state -1; the numbers are Payme's, so that a reader of the table meets one meaning. */
const REASON = { NOT_PAYABLE: 3, TIMEOUT: 4 } as const

/** Ends a payment that brought no money, or whose money went back. */
export async function close(
  { gateway, now }: CheckoutContext,
  row: GroupTransaction,
  details?: Record<string, unknown>
): Promise<void> {
  const reason = details ? REASON.NOT_PAYABLE : REASON.TIMEOUT
  await gateway.decide(row, ({ own }) => {
    const isOpen = own && own.performing_at === null && Math.abs(own.state) === 1
    const added = { ...details, ...(own && detailsOf(own).unfinished && { unfinished: false }) }
    const set = { state: -1 as const, cancel_time: now, reason, details: added }
    return { updates: isOpen ? [{ id: own.id, set }] : [], answer: undefined }
  })
}

/**
 * Gives money back that came for an order which was paid elsewhere, cancelled or closed meanwhile: what the other
 * providers do when their call is refused. People are told; should Uzum refuse, they have to do it.
 */
export async function giveBack(
  context: CheckoutContext,
  row: GroupTransaction,
  order: CheckoutOrder
): Promise<void> {
  const held = heldTiyin(order)
  if (!held) {
    return close(context, row)
  }
  const id = await operationId(context, row, "return")
  await alertOf(context, row, { amount_tiyin: held })
  const cart = context.options.auto_fiscal ? await cartOfPayment(context, row, held) : undefined
  try {
    await context.client.refund(row.external_id, held, id, cart && "cart" in cart ? cart.cart : undefined)
    await close(context, row, { returned_tiyin: held })
  } catch (error) {
    const isUnderWay =
      error instanceof UzumCheckoutRefusal &&
      error.code === CHECKOUT_ERROR.OPERATION_EXISTS &&
      operationOutcome(order, id) !== "failed"
    if (!(error instanceof UzumCheckoutRefusal) || isUnderWay) {
      // Not known: the job looks again, and asks again with the same id.
      throw error
    }
    await tellStuck(context, row, `return:${row.external_id}`, { amount_tiyin: held, reason: error.message })
    await close(context, row, { return_refused: error.message })
  }
}

/** A hold that Uzum keeps on refusing to let go of is told of after so many looks; the looks go on. */
const RELEASE_TRIES = 5

/** Lets go of the money of an order that can't be paid any more (K-07). */
export async function release(
  context: CheckoutContext,
  row: GroupTransaction,
  order: CheckoutOrder
): Promise<void> {
  const id = await operationId(context, row, "reverse")
  const amount_tiyin = order.amount ?? row.amount_tiyin
  const refusal = await refusalOf(context, () => context.client.reverse(row.external_id, amount_tiyin, id))
  if (!refusal) {
    return close(context, row, { released_tiyin: amount_tiyin })
  }
  const release_refusals = (detailsOf(row).release_refusals ?? 0) + 1
  const updates = [{ id: row.id, set: { details: { release_refusals } } }]
  await context.gateway.decide(row, () => ({ updates, answer: undefined }))
  if (release_refusals >= RELEASE_TRIES) {
    await tellStuck(context, row, `release:${row.external_id}`, { amount_tiyin, reason: refusal.message })
  }
}

/** Ends a payment of which Uzum says that it was refunded, and not how much of it: nothing is booked or asked for. */
export async function doubt(
  context: CheckoutContext,
  row: GroupTransaction,
  { status, amount, completedAmount }: CheckoutOrder
): Promise<void> {
  const told = { status, amount_tiyin: completedAmount ?? amount ?? null }
  const reason = "Uzum Checkout says that money was given back, and not how much"
  await tellStuck(context, row, `standing:${row.external_id}`, { ...told, reason })
  await close(context, row)
}

/** A refusal changes nothing; the next look at the order's status says what is true. */
export async function refusalOf(
  { container }: CheckoutContext,
  ask: () => Promise<void>
): Promise<UzumCheckoutRefusal | null> {
  try {
    await ask()
    return null
  } catch (error) {
    if (!(error instanceof UzumCheckoutRefusal)) {
      throw error
    }
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`${error.path}: ${error.message}`)
    return error
  }
}

/** Money that the shop can neither keep nor send back by itself. */
async function tellStuck(
  { gateway }: CheckoutContext,
  row: GroupTransaction,
  reference: string,
  data: Record<string, unknown>
) {
  await gateway.raiseAlert({ ...aboutRow(row), kind: "refund_unknown", reference, data })
}

/** A second payment of what is paid, or one for an order that had ended. */
async function alertOf({ gateway }: CheckoutContext, row: GroupTransaction, data: Record<string, unknown>) {
  const kind = await gateway.decide(row, ({ payable, others }): Decision<NewAlert["kind"]> => {
    const isPaid = payable?.status === "paid" || payable?.status === "refunded" || isTaken(others)
    return { answer: isPaid ? "double_payment" : "late_payment" }
  })
  await gateway.raiseAlert({ ...aboutRow(row), kind, reference: row.external_id, data })
}

export function aboutRow({ provider_id, payable_id, id }: GroupTransaction) {
  return { provider_id, payable_id, transaction_id: id }
}

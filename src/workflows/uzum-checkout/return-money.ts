import { GroupTransaction } from "../../modules/gateway/lib/read"
import { Decision, NewAlert } from "../../modules/gateway/types"
import { UzumCheckoutRefusal } from "../../providers/uzum-checkout/errors"
import { CheckoutOrder, heldTiyin } from "../../providers/uzum-checkout/order"
import { isTaken } from "../gateway/context"
import { cartOfPayment } from "./cart-lines"
import { CheckoutContext, operationId } from "./context"

/** Why a transaction has state -1; the numbers are Payme's, so that a reader of the table meets one meaning. */
const REASON = { NOT_PAYABLE: 3, TIMEOUT: 4 } as const

/** Ends a payment that brought no money, or whose money went back. */
export async function close(
  { gateway, now }: CheckoutContext,
  row: GroupTransaction,
  details?: Record<string, unknown>
): Promise<void> {
  const reason = details ? REASON.NOT_PAYABLE : REASON.TIMEOUT
  await gateway.decide(row, ({ own }) => ({
    updates:
      own && own.performing_at === null && Math.abs(own.state) === 1
        ? [{ id: own.id, set: { state: -1, cancel_time: now, reason, ...(details && { details }) } }]
        : [],
    answer: undefined,
  }))
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
  if (held === 0) {
    return close(context, row)
  }
  await alertOf(context, row, { amount_tiyin: held })
  const id = await operationId(context, row, "return")
  const cart = context.options.auto_fiscal ? await cartOfPayment(context, row, held) : undefined
  try {
    await context.client.refund(row.external_id, held, id, cart && "cart" in cart ? cart.cart : undefined)
    await close(context, row, { returned_tiyin: held })
  } catch (error) {
    if (!(error instanceof UzumCheckoutRefusal)) {
      // Not known: the job looks again, and asks again with the same id.
      throw error
    }
    await context.gateway.raiseAlert({
      ...aboutRow(row),
      kind: "refund_unknown",
      reference: `return:${row.external_id}`,
      data: { amount_tiyin: held, reason: error.message },
    })
    await close(context, row, { return_refused: error.message })
  }
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

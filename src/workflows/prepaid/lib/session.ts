import { PaymentSessionDTO } from "@medusajs/framework/types"
import { PaymentSessionStatus } from "@medusajs/framework/utils"

type WithSessions = { payment_collection?: { payment_sessions?: PaymentSessionDTO[] } | null }

/**
 * A cart with the one session that its orders are to be paid by: the one that a provider's event names, else the one that
 * is authorised already, else the newest. (Medusa keeps one per cart, but an old one stays when its provider refuses to
 * cancel it: its money has moved.)
 *
 * A session whose payment failed counts as waiting: at Stripe the same payment can succeed with another card, and Medusa
 * would turn the cart away although its money is there.
 */
export function withOneSession<Cart extends WithSessions>(cart: Cart, sessionId: string | null): Cart {
  if (!cart.payment_collection) {
    return cart
  }
  const newestFirst = [...(cart.payment_collection.payment_sessions ?? [])].sort(
    (a, b) => timeOf(b) - timeOf(a) || (a.id < b.id ? 1 : -1)
  )
  const chosen = sessionId
    ? newestFirst.find(({ id }) => id === sessionId)
    : (newestFirst.find(({ authorized_at }) => !!authorized_at) ?? newestFirst[0])
  const waiting = (session: PaymentSessionDTO) =>
    session.status === PaymentSessionStatus.ERROR
      ? { ...session, status: PaymentSessionStatus.PENDING }
      : session
  return {
    ...cart,
    payment_collection: {
      ...cart.payment_collection,
      payment_sessions: chosen ? [waiting(chosen)] : [],
    },
  }
}

function timeOf(session: PaymentSessionDTO): number {
  return new Date((session as { created_at?: string | Date }).created_at ?? 0).getTime()
}

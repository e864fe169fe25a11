import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { bookingProvider } from "../../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import OrderGroupModuleService, { CompanyOrderDTO } from "../../../modules/order-group/service"

/** Whose money it is, and what shows that it is there; only our own code can make a proof. */
export type Money = { provider_id: string; proof: { transaction: string; confirmed_by?: string } }

/**
 * Captures an order's payment with its own total. Safe to repeat after an interruption: Medusa authorises and captures a
 * session once, and counts an order's transaction once. There is no way back, because the money has moved already.
 */
export async function captureOrder(
  container: MedusaContainer,
  order: CompanyOrderDTO,
  money: Money
): Promise<void> {
  const { options } = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const session_id = await sessionOf(container, order, bookingProvider(money.provider_id, options))
  if (session_id) {
    const context = { proof: money.proof } as never
    const payment = await container.resolve(Modules.PAYMENT).authorizePaymentSession(session_id, context)
    await mendCapture(container, payment!.id)
    await capturePaymentWorkflow(container).run({ input: { payment_id: payment!.id } })
  }
}

/**
 * The session that an order is paid by. The shopper may have chosen another provider than the one that was paid in the
 * end, and Medusa deletes a collection's sessions when a storefront asks for a new one; the money has to be booked all
 * the same, so a session of the paying provider is made.
 */
async function sessionOf(container: MedusaContainer, order: CompanyOrderDTO, providerId: string) {
  const { payment_session_id: id, payment_collection_id } = order
  if (!id || !payment_collection_id) {
    return null
  }
  const payments = container.resolve(Modules.PAYMENT)
  const sessions = await payments.listPaymentSessions(
    { payment_collection_id },
    { select: ["id", "provider_id"] }
  )
  if (sessions.some((session) => session.id === id && session.provider_id === providerId)) {
    return id
  }
  const session = await payments.createPaymentSession(payment_collection_id, {
    provider_id: providerId,
    currency_code: order.currency_code,
    amount: order.total,
    data: {},
  })
  // Remembered at once: a repeated run must find this one and not make a third.
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  await groups.updateCompanyOrders({ id: order.id, payment_session_id: session.id } as never)
  return session.id
}

/**
 * Medusa writes a capture and the payment's `captured_at` apart. A process that died in between leaves a payment that
 * is captured in full and that Medusa refuses to capture again; the missing time is all it lacks.
 */
async function mendCapture(container: MedusaContainer, paymentId: string): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  const payment = await payments.retrievePayment(paymentId, { relations: ["captures"] })
  const captured = MathBN.sum(0, ...(payment.captures ?? []).map(({ amount }) => amount as number))
  if (!payment.captured_at && MathBN.gte(captured, payment.amount)) {
    await payments.updatePayment({ id: paymentId, captured_at: new Date() } as never)
  }
}

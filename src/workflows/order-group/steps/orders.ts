import { capturePaymentWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import OrderGroupModuleService, {
  CompanyOrderDTO,
  OrderGroupStatus,
} from "../../../modules/order-group/service"
import { cancelGroupOrder, readGroupOrders } from "../lib/cancel-order"

/** The company orders of a group. */
export async function ordersOf(container: MedusaContainer, groupId: string): Promise<CompanyOrderDTO[]> {
  assertId(groupId, "order group id")
  const orders = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .listCompanyOrders({ group_id: groupId }, { order: { rank: "ASC" } })
  return orders as unknown as CompanyOrderDTO[]
}

/**
 * Captures every order of a group on the proof that a provider gave. Safe to repeat after an interruption: Medusa
 * authorises and captures a session once, and counts an order's transaction once. There is no way back, because the
 * money has moved already: whoever fails here runs it again.
 */
export const captureOrdersStep = createStep(
  "capture-orders",
  async (input: { group_id: string; proof: { transaction: string } }, { container }) => {
    const payments = container.resolve(Modules.PAYMENT)
    for (const order of await ordersOf(container, input.group_id)) {
      const session_id = await livingSession(container, order, input.group_id)
      if (session_id) {
        const context = { proof: input.proof } as never
        const payment = await payments.authorizePaymentSession(session_id, context)
        await mendCapture(container, payment!.id)
        await capturePaymentWorkflow(container).run({ input: { payment_id: payment!.id } })
      }
    }
    return new StepResponse(undefined)
  }
)

/**
 * The session that an order is paid by. Medusa deletes a collection's sessions when a storefront asks for a new one;
 * should that have happened, the money still has to be booked, so a session like the lost one is made.
 */
async function livingSession(container: MedusaContainer, order: CompanyOrderDTO, groupId: string) {
  const { payment_session_id: id, payment_collection_id } = order
  if (!id || !payment_collection_id) {
    return null
  }
  const payments = container.resolve(Modules.PAYMENT)
  const sessions = await payments.listPaymentSessions({ payment_collection_id }, { select: ["id"] })
  if (sessions.some((session) => session.id === id)) {
    return id
  }
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const { provider_id } = await groups.retrieveOrderGroup(groupId)
  const session = await payments.createPaymentSession(payment_collection_id, {
    provider_id: provider_id!,
    currency_code: order.currency_code,
    amount: order.total,
    data: {},
  })
  // Remembered at once: a repeated run must find this one and not make a third.
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

/**
 * Cancels every order of a group: stock is free again, captured money is booked as refunded. Orders that are done
 * already are passed over, so an interrupted run can be repeated; one that refuses does not keep the others.
 * @param mark data that tells the payment provider that the money has gone back at the provider's side
 */
export const cancelOrdersStep = createStep(
  "cancel-orders-of-group",
  async (input: { group_id: string; mark?: Record<string, unknown> }, { container }) => {
    const failures: unknown[] = []
    for (const order of await readGroupOrders(container, await ordersOf(container, input.group_id))) {
      await cancelGroupOrder(container, order, input.mark).catch((error: unknown) => failures.push(error))
    }
    if (failures.length > 0) {
      throw failures[0]
    }
    return new StepResponse(undefined)
  }
)

/** Moves a group's state; a group that is there already stays. */
export const moveGroupStep = createStep(
  "move-order-group",
  async (input: { group_id: string; from: OrderGroupStatus[]; to: OrderGroupStatus }, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    return new StepResponse({ moved: await groups.moveGroup(input.group_id, input) })
  }
)

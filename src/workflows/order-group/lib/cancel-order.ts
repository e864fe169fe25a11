import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules, OrderStatus } from "@medusajs/framework/utils"
import { CompanyOrderDTO } from "../../../modules/order-group/service"

type Payment = {
  id: string
  data?: Record<string, unknown>
  captures?: Array<{ amount: BigNumberInput }>
  refunds?: Array<{ amount: BigNumberInput }>
}

export type GroupOrder = {
  id: string
  status: string
  currency_code: string
  payment_collections?: Array<{ payments?: Payment[] }>
  transactions?: Array<{ amount: BigNumberInput; reference: string; reference_id: string }>
}

/** The orders of a group with what cancelling them has to know. */
export async function readGroupOrders(
  container: MedusaContainer,
  orders: CompanyOrderDTO[]
): Promise<GroupOrder[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ORDER_FIELDS,
    filters: { id: orders.map(({ order_id }) => order_id) },
  })
  return data as unknown as GroupOrder[]
}

const ORDER_FIELDS = [
  "id",
  "status",
  "currency_code",
  "transactions.*",
  "payment_collections.payments.id",
  "payment_collections.payments.data",
  "payment_collections.payments.captures.amount",
  "payment_collections.payments.refunds.amount",
]

/** Cancels an order unless it is cancelled, and sees to it that its books say what its payments say. */
export async function cancelGroupOrder(
  container: MedusaContainer,
  order: GroupOrder,
  mark?: Record<string, unknown>
) {
  const payments = container.resolve(Modules.PAYMENT)
  for (const { id, data } of mark ? paymentsOf(order) : []) {
    await payments.updatePayment({ id, data: { ...data, ...mark } } as never)
  }
  if (order.status !== OrderStatus.CANCELED) {
    await cancelOrderWorkflow(container).run({ input: { order_id: order.id, no_notification: true } })
  }
  await bookRefunds(container, order.id)
}

function paymentsOf(order: GroupOrder): Payment[] {
  return (order.payment_collections ?? []).flatMap(({ payments }) => payments ?? [])
}

/**
 * Medusa writes a payment's refund and the order's transaction apart; a crash, or a later step that fails, loses the
 * transaction and nothing adds it again. This does: one `refund` transaction per refunded payment that lacks it.
 */
async function bookRefunds(container: MedusaContainer, orderId: string): Promise<void> {
  const [order] = await readGroupOrders(container, [{ order_id: orderId } as CompanyOrderDTO])
  for (const payment of paymentsOf(order)) {
    const refunded = MathBN.sum(0, ...(payment.refunds ?? []).map(({ amount }) => amount))
    const isBooked = order.transactions?.some(
      ({ reference, reference_id }) => reference === "refund" && reference_id === payment.id
    )
    if (refunded.isGreaterThan(0) && !isBooked) {
      await container.resolve(Modules.ORDER).addOrderTransactions({
        order_id: orderId,
        amount: refunded.negated().toNumber(),
        currency_code: order.currency_code,
        reference: "refund",
        reference_id: payment.id,
      })
    }
  }
}

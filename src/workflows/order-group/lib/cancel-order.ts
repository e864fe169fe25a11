import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
  OrderChangeStatus,
  OrderStatus,
} from "@medusajs/framework/utils"
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
): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  for (const { id, data } of mark ? paymentsOf(order) : []) {
    await payments.updatePayment({ id, data: { ...data, ...mark } } as never)
  }
  if (order.status !== OrderStatus.CANCELED) {
    await dropOpenChanges(container, order.id)
    await cancelOrderWorkflow(container).run({ input: { order_id: order.id, no_notification: true } })
  }
  if (mark) {
    await bookRefunds(container, order.id)
  }
}

function paymentsOf(order: GroupOrder): Payment[] {
  return (order.payment_collections ?? []).flatMap(({ payments }) => payments ?? [])
}

/** An edit that somebody left open, or a crash, would make Medusa refuse the cancellation. */
export async function dropOpenChanges(container: MedusaContainer, orderId: string): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const changes = await orders.listOrderChanges({
    order_id: orderId,
    status: [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED],
  })
  await orders.cancelOrderChange(changes.map(({ id }) => id))
}

const sumOf = (rows: Array<{ amount: BigNumberInput }> = []) =>
  MathBN.sum(0, ...rows.map(({ amount }) => amount))

/**
 * Medusa's cancellation swallows a refund that fails, and writes a payment's refund and the order's transaction apart;
 * after a crash, or a failure in between, nothing makes up for what is missing. This does: a captured payment that is
 * not refunded in full gets its refund, and the order gets what it lacks.
 */
async function bookRefunds(container: MedusaContainer, orderId: string): Promise<void> {
  for (const payment of paymentsOf(await readGroupOrder(container, orderId))) {
    const missing = MathBN.sub(sumOf(payment.captures), sumOf(payment.refunds))
    if (missing.isGreaterThan(0)) {
      await container
        .resolve(Modules.PAYMENT)
        .refundPayment({ payment_id: payment.id, amount: missing.toNumber() })
    }
  }
  await bookMissing(container, orderId)
}

/** Gives an order the transaction that it lacks to say what its payments say: captures less refunds. */
export async function bookMissing(container: MedusaContainer, orderId: string): Promise<void> {
  const order = await readGroupOrder(container, orderId)
  const payments = paymentsOf(order)
  const kept = payments.map((payment) => MathBN.sub(sumOf(payment.captures), sumOf(payment.refunds)))
  const missing = MathBN.sub(MathBN.sum(0, ...kept), sumOf(order.transactions))
  if (payments.length > 0 && !missing.isZero()) {
    await container.resolve(Modules.ORDER).addOrderTransactions({
      order_id: orderId,
      amount: missing.toNumber(),
      currency_code: order.currency_code,
      reference: missing.isNegative() ? "refund" : "capture",
      reference_id: payments[0].id,
    })
  }
}

async function readGroupOrder(container: MedusaContainer, orderId: string): Promise<GroupOrder> {
  const [order] = await readGroupOrders(container, [{ order_id: orderId } as CompanyOrderDTO])
  return order
}

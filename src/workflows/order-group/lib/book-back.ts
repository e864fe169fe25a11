import { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
  OrderChangeStatus,
  OrderStatus,
  PaymentEvents,
} from "@medusajs/framework/utils"
import { addCreditLine } from "./credit-sql"

type Payment = {
  id: string
  data?: Record<string, unknown> | null
  captures?: Array<{ amount: BigNumberInput }>
  refunds?: Array<{ id: string; amount: BigNumberInput; note: string | null }>
}

type BookedOrder = {
  id: string
  status: string
  currency_code: string
  summary?: { raw_pending_difference?: BigNumberInput; pending_difference?: BigNumberInput }
  payment_collections?: Array<{ payments?: Payment[] }>
  transactions?: Array<{ amount: BigNumberInput }>
  credit_lines?: Array<{ amount: BigNumberInput; reference_id: string | null }>
}

/** Money that has gone back to the buyer of an order. */
export type GivenBack = {
  /** Names it for ever: what is booked under it is not booked again. */
  key: string
  /** In the order's currency; `all`: what is left of the order's payments. */
  amount: BigNumberInput | "all"
  /** Tells the payment's provider that the money has gone back. */
  proof: Record<string, unknown>
}

const FIELDS = [
  "id",
  "status",
  "currency_code",
  "summary",
  "transactions.*",
  "credit_lines.*",
  "payment_collections.payments.id",
  "payment_collections.payments.data",
  "payment_collections.payments.captures.amount",
  "payment_collections.payments.refunds.id",
  "payment_collections.payments.refunds.amount",
  "payment_collections.payments.refunds.note",
]

/**
 * Books money that has gone back in Medusa: a refund of the payment, the order's transaction, and a credit line, so that
 * nobody owes the difference. Medusa's own refund writes the three one after the other, and a crash in between leaves
 * an order that waits for money again; here each part looks for what is there already. The caller holds the group's lock.
 */
export async function bookBack(container: MedusaContainer, orderId: string, back: GivenBack): Promise<void> {
  const refunded = await bookPayments(container, await readBooks(container, orderId), back)
  await bookTransaction(container, await readBooks(container, orderId))
  await creditBack(container, await readBooks(container, orderId), back)
  if (refunded.length > 0) {
    await container
      .resolve(Modules.EVENT_BUS)
      .emit(refunded.map((id) => ({ name: PaymentEvents.REFUNDED, data: { id } })))
  }
}

async function readBooks(container: MedusaContainer, orderId: string): Promise<BookedOrder> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id: orderId } })
  return data[0] as unknown as BookedOrder
}

const sumOf = (rows: Array<{ amount: BigNumberInput }> = []) =>
  MathBN.sum(0, ...rows.map(({ amount }) => amount))
const leftOf = (payment: Payment) => MathBN.sub(sumOf(payment.captures), sumOf(payment.refunds))
const paymentsOf = (order: BookedOrder) =>
  (order.payment_collections ?? []).flatMap(({ payments }) => payments ?? [])

/** @returns the payments that were refunded by this call */
async function bookPayments(container: MedusaContainer, order: BookedOrder, back: GivenBack) {
  const service = container.resolve(Modules.PAYMENT)
  const payments = paymentsOf(order)
  const booked = payments.flatMap(({ refunds }) => refunds ?? []).filter(({ note }) => note === back.key)
  const all = MathBN.sum(0, ...payments.map(leftOf))
  let open = back.amount === "all" ? all : MathBN.sub(back.amount, sumOf(booked))
  const refunded: string[] = []
  for (const payment of payments) {
    const amount = MathBN.min(open, leftOf(payment))
    if (amount.isGreaterThan(0)) {
      const data = { ...payment.data, refund_proof: back.proof }
      await service.updatePayment({ id: payment.id, data } as never)
      await service.refundPayment({ payment_id: payment.id, amount: amount.toNumber(), note: back.key })
      open = MathBN.sub(open, amount)
      refunded.push(payment.id)
    }
  }
  return refunded
}

/** Gives an order the transaction that it lacks to say what its payments say: captures less refunds. */
async function bookTransaction(container: MedusaContainer, order: BookedOrder): Promise<void> {
  const payments = paymentsOf(order)
  const missing = MathBN.sub(MathBN.sum(0, ...payments.map(leftOf)), sumOf(order.transactions))
  if (payments.length > 0 && !missing.isZero()) {
    const refunds = payments.flatMap(({ refunds }) => refunds ?? [])
    await container.resolve(Modules.ORDER).addOrderTransactions({
      order_id: order.id,
      amount: missing.toNumber(),
      currency_code: order.currency_code,
      reference: missing.isNegative() ? "refund" : "capture",
      reference_id: refunds.at(-1)?.id ?? payments[0].id,
    })
  }
}

/** Without it Medusa would ask the buyer for what has just been given back. */
async function creditBack(container: MedusaContainer, order: BookedOrder, back: GivenBack): Promise<void> {
  const { summary, credit_lines = [] } = order
  const pending = MathBN.convert(summary?.raw_pending_difference ?? summary?.pending_difference ?? 0)
  const credited = sumOf(credit_lines.filter(({ reference_id }) => reference_id === back.key))
  const wanted = back.amount === "all" ? pending : MathBN.min(pending, MathBN.sub(back.amount, credited))
  if (wanted.isGreaterThan(0) && order.status !== OrderStatus.CANCELED) {
    await addCreditLine(container, { order_id: order.id, key: back.key, amount: wanted.toFixed() })
  }
}

/** An edit that somebody left open, or a crash, would make Medusa refuse any other change of the order. */
export async function dropOpenChanges(container: MedusaContainer, orderId: string): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const changes = await orders.listOrderChanges({
    order_id: orderId,
    status: [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED],
  })
  await orders.cancelOrderChange(changes.map(({ id }) => id))
}

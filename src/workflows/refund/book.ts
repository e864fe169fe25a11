import { refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import { RefundView } from "../../modules/order-group/lib/refund-rows"
import { bookMissing, dropOpenChanges } from "../order-group/lib/cancel-order"

type Payment = {
  id: string
  data: Record<string, unknown> | null
  captures?: Array<{ amount: BigNumberInput }>
  refunds?: Array<{ amount: BigNumberInput; note: string | null }>
}
type Order = { payment_collections?: Array<{ payments?: Payment[] }> }

/**
 * Books a refund that has happened in Medusa's payment and order. The refund's id in the note says what is booked, so a
 * run after an interruption adds only what is missing.
 */
export async function bookRefund(container: MedusaContainer, refund: RefundView): Promise<void> {
  const payments = await paymentsOf(container, refund.order_id)
  const isBooked = payments.some(({ refunds }) => refunds?.some(({ note }) => note === refund.id))
  const payment = payments.find((row) => MathBN.gte(leftOf(row), refund.amount))
  if (!isBooked && payment) {
    await container.resolve(Modules.PAYMENT).updatePayment({
      id: payment.id,
      data: { ...payment.data, refund_proof: { refund: refund.id } },
    } as never)
    await dropOpenChanges(container, refund.order_id)
    await refundPaymentWorkflow(container).run({
      input: { payment_id: payment.id, amount: Number(refund.amount), note: refund.id },
    })
  }
  await bookMissing(container, refund.order_id)
}

async function paymentsOf(container: MedusaContainer, orderId: string): Promise<Payment[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: [
      "payment_collections.payments.id",
      "payment_collections.payments.data",
      "payment_collections.payments.captures.amount",
      "payment_collections.payments.refunds.amount",
      "payment_collections.payments.refunds.note",
    ],
    filters: { id: orderId },
  })
  const [order] = data as unknown as Order[]
  return (order.payment_collections ?? []).flatMap(({ payments }) => payments ?? [])
}

const sumOf = (rows: Array<{ amount: BigNumberInput }> = []) =>
  MathBN.sum(0, ...rows.map(({ amount }) => amount))
const leftOf = (payment: Payment) => MathBN.sub(sumOf(payment.captures), sumOf(payment.refunds))

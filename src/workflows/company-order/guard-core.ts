import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { providerKind } from "../../lib/payment-providers"
import { GatewayOrderErrors } from "../../modules/gateway/errors"
import { OrderErrors } from "../../modules/order-group/errors"

/**
 * Refuses Medusa's own cancellation of an order whose money is here: it would book a refund that nobody has made, or
 * none at all, past our refunds, receipts and books.
 * @throws {MedusaError} PAYME_REFUND_IN_CABINET, REFUND_AT_ORDER
 */
export function refuseCoreCancel(container: MedusaContainer, orderId: string): Promise<void> {
  return refuseMoney(
    container,
    `select c.paid_provider_id as provider_id from company_order c
      where c.order_id = ? and c.paid_at is not null and c.refunded_total < c.total and c.deleted_at is null limit 1`,
    orderId
  )
}

/**
 * Refuses Medusa's own refund of a payment that paid an order of ours, and of the one payment behind a whole cart.
 * @throws {MedusaError} PAYME_REFUND_IN_CABINET, REFUND_AT_ORDER
 */
export function refuseCoreRefund(container: MedusaContainer, paymentId: string): Promise<void> {
  return refuseMoney(
    container,
    `select p.provider_id from payment p
      where p.id = ? and p.deleted_at is null and (
        exists (select 1 from company_order c where c.payment_collection_id = p.payment_collection_id)
        or exists (select 1 from order_payment_collection l join company_order c on c.order_id = l.order_id
                    where l.payment_collection_id = p.payment_collection_id)
        or exists (select 1 from gateway_transaction t where t.account ->> 'payment_id' = p.id)
        or exists (select 1 from cart_payment_collection l join order_group g on g.cart_id = l.cart_id
                    where l.payment_collection_id = p.payment_collection_id)) limit 1`,
    paymentId
  )
}

/**
 * Refuses a further payment of an order that waits for its money: marked as paid in the dashboard, it would be money that
 * the order's own payment knows nothing of, and the company's confirmation would take it a second time.
 * @throws {MedusaError} ORDER_AWAITS_PAYMENT
 */
export async function refuseSecondPayment(container: MedusaContainer, collectionId: string): Promise<void> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from order_payment_collection l
       join company_order c on c.order_id = l.order_id and c.paid_at is null and c.deleted_at is null
      where l.payment_collection_id = ? and l.deleted_at is null limit 1`,
    [collectionId]
  )
  if (rows.length > 0) {
    throw OrderErrors.awaitsPayment()
  }
}

async function refuseMoney(container: MedusaContainer, statement: string, id: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ provider_id: string | null }> }>(statement, [id])
  if (rows[0]) {
    const isPayme = providerKind(rows[0].provider_id ?? "") === "payme"
    throw isPayme ? GatewayOrderErrors.refundInCabinet() : OrderErrors.refundAtOrder()
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { GatewayOrderErrors } from "../../modules/gateway/errors"

/**
 * Refuses what would capture by hand the real payment of a group that was paid in advance: one statement.
 * @throws {MedusaError} PAYMENT_OF_GROUP
 */
export async function refuseGroupPayment(container: MedusaContainer, paymentId: string): Promise<void> {
  assertId(paymentId, "payment id")
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: unknown[] }>(
    `select 1 from payment y
       join gateway_transaction t on t.provider_id = y.provider_id and t.account ->> 'payment_id' = y.id
      where y.id = ? and t.deleted_at is null limit 1`,
    [paymentId]
  )
  if (rows.length > 0) {
    throw GatewayOrderErrors.paymentOfGroup()
  }
}

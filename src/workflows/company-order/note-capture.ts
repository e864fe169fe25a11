import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../lib/errors"
import { SHARE_PROVIDER } from "../../lib/payment-providers"
import { settleOrderGroupWorkflow, underGroupLock } from "../order-group"

type Row = { id: string; group_id: string; provider_id: string }

/** Notes an order as paid whose payment has been captured in full by Medusa's own means; others are left as they are. */
export async function noteCapture(container: MedusaContainer, paymentId: string): Promise<void> {
  assertId(paymentId, "payment id")
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select c.id, c.group_id, p.provider_id from payment p
       join payment_collection pc on pc.id = p.payment_collection_id
       join company_order c on c.payment_collection_id = pc.id and c.deleted_at is null
      where p.id = ? and p.deleted_at is null and c.paid_at is null and pc.captured_amount >= c.total
        and p.provider_id <> ?`,
    // A share is captured on the proof of the whole cart's payment, which goes on to mark the orders itself.
    [paymentId, SHARE_PROVIDER]
  )
  for (const { id, group_id, provider_id } of rows) {
    await underGroupLock(container, group_id, () =>
      settleOrderGroupWorkflow(container).run({
        input: { group_id, company_order_id: id, provider_id, proof: { transaction: paymentId } },
      })
    )
  }
}

import { Context } from "@medusajs/framework/types"
import { SYSTEM_PROVIDER } from "../../../lib/payment-providers"
import { sql } from "../../../lib/sql"

/** Marks the orders of a group that opens as paid; without a provider there was nothing to pay. */
export async function markOrdersPaid(
  context: Context,
  groupId: string,
  providerId: string | null
): Promise<Array<{ id: string; order_id: string; company_id: string }>> {
  return sql(
    context,
    `update company_order set paid_at = now(), paid_provider_id = ?, updated_at = now()
      where group_id = ? and paid_at is null and deleted_at is null returning id, order_id, company_id`,
    [providerId ?? SYSTEM_PROVIDER, groupId]
  )
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Row = { order_group_id: string; sale: string | null; refund: string | null }

/** Links to the fiscal receipts of paid groups, of the sale and of its refund, by group id: one statement. */
export async function receiptLinksOf(
  container: MedusaContainer,
  groupIds: string[]
): Promise<Map<string, Row>> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Row[] }>(
    `select p.order_group_id, t.fiscal_perform ->> 'qr_code_url' as sale, t.fiscal_cancel ->> 'qr_code_url' as refund
       from gateway_payable p join gateway_transaction t on t.payable_id = p.id
      where p.order_group_id = any(?) and t.state in (2, -2) and p.deleted_at is null and t.deleted_at is null`,
    [groupIds]
  )
  return new Map(rows.map((row) => [row.order_group_id, row]))
}

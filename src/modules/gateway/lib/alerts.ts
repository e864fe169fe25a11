import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { sql } from "../../../lib/sql"
import { NewAlert } from "../types"

/** Writes an alert; one that was raised before, by the same kind and reference, writes nothing. */
export async function insertAlert(context: Context, alert: NewAlert): Promise<boolean> {
  const rows = await sql(
    context,
    `insert into gateway_alert (id, kind, provider_id, payable_id, transaction_id, reference, data)
     values (?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing returning id`,
    [
      generateEntityId(undefined, "galr"),
      alert.kind,
      alert.provider_id,
      alert.payable_id ?? null,
      alert.transaction_id ?? null,
      alert.reference,
      JSON.stringify(alert.data ?? null),
    ]
  )
  return rows.length > 0
}

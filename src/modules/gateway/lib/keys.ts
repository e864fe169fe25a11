import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { sql } from "../../../lib/sql"

/** Writes a replaced key over whatever key the cash box had. */
export async function upsertKey(context: Context, providerId: string, sha256: string): Promise<void> {
  await sql(
    context,
    `insert into gateway_key (id, provider_id, key_sha256) values (?, ?, ?)
     on conflict (provider_id) where deleted_at is null
     do update set key_sha256 = excluded.key_sha256, updated_at = now()`,
    [generateEntityId(undefined, "gkey"), providerId, sha256]
  )
}

/** SHA-256 of replaced keys, by payment provider id. */
export async function selectKeys(context: Context): Promise<Record<string, string>> {
  const rows = await sql<{ provider_id: string; key_sha256: string }>(
    context,
    `select provider_id, key_sha256 from gateway_key where deleted_at is null`
  )
  return Object.fromEntries(rows.map((row) => [row.provider_id, row.key_sha256]))
}

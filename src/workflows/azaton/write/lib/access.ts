import { Trx } from "../types"
import { drawId } from "./ids"

/** Lets customers into private companies; who is in already stays in by the grant there is. */
export async function grantAccess(
  trx: Trx,
  grants: Array<{ company_id: string; customer_id: string }>
): Promise<void> {
  if (grants.length === 0) {
    return
  }
  const rows = grants.map((grant) => ({ id: drawId("cacc"), ...grant }))
  await trx.raw(
    `insert into company_access (id, company_id, customer_id, granted_at, source)
     select w.id, w.company_id, w.customer_id, now(), 'legacy'
       from jsonb_to_recordset(?::jsonb) as w(id text, company_id text, customer_id text)
     on conflict (company_id, customer_id) where revoked_at is null and deleted_at is null do nothing`,
    [JSON.stringify(rows)]
  )
}

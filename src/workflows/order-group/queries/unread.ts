import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { UNREAD } from "../live/statement"

type Reader = { company_id: string; member_id: string }

export type Unread = {
  /** Orders of the web that came since this person last looked; at most `UNREAD_MOST`. */
  unread_orders: number
  latest: { id: string; short_code: string; status: string; created_at: string } | null
}

/** How many orders a person has not seen yet, and the newest order there is. One statement. */
export async function unreadOrders(container: MedusaContainer, reader: Reader): Promise<Unread> {
  assertId(reader.member_id, "member id")
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Unread[] }>(
    `select ${UNREAD} as unread_orders,
              (select jsonb_build_object('id', c.order_id, 'short_code', c.short_code, 'status', c.status, 'created_at', c.created_at)
                 from company_order c where c.company_id = m.company_id and c.channel = 'web' and c.deleted_at is null
                order by c.created_at desc, c.id desc limit 1) as latest
         from company_member m left join order_seen s on s.member_id = m.id and s.deleted_at is null
        where m.id = ? and m.company_id = ?`,
    [reader.member_id, reader.company_id]
  )
  return rows[0] ?? { unread_orders: 0, latest: null }
}

/**
 * Everything up to the newest order has been seen: not up to now, so that an order whose checkout is still at work stays
 * unread.
 */
export async function markOrdersSeen(container: MedusaContainer, reader: Reader): Promise<void> {
  assertId(reader.member_id, "member id")
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `insert into order_seen (id, member_id, seen_at)
     select 'oseen_' || m.id, m.id, coalesce((select max(c.created_at) from company_order c
            where c.company_id = m.company_id and c.channel = 'web' and c.deleted_at is null), now())
       from company_member m where m.id = ? and m.company_id = ?
     on conflict (member_id) where deleted_at is null
     do update set seen_at = greatest(order_seen.seen_at, excluded.seen_at), updated_at = now()`,
    [reader.member_id, reader.company_id]
  )
}

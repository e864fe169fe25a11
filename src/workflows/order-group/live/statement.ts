/** More than this is not counted: nobody reads the difference. */
export const UNREAD_MOST = 999

/** A person's unread orders; of company_member m and order_seen s. */
export const UNREAD = `(select count(*)::int from (
  select 1 from company_order c where c.company_id = m.company_id and c.channel = 'web' and c.deleted_at is null
     and c.created_at > coalesce(s.seen_at, m.created_at)
     and c.group_id <> all (array(select id from order_group where status = 'placing' and deleted_at is null))
   limit ${UNREAD_MOST}) x)`

/** Looks back this far each time: a change becomes visible when its transaction ends, not when its clock was read. */
export const LOOK_BACK_SECONDS = 30

export type LiveMember = { id: string; fingerprint: string; unread_orders: number }
export type LiveOrder = {
  id: string
  company_id: string
  short_code: string
  status: string
  channel: "web" | "pos"
  created_at: string
  updated_at: string
}

/**
 * What all open streams of a process wait for, in one statement: who of their people still stands in the company, with
 * what rights (the fingerprint changes with them) and how much unread; and the orders of their companies that have changed.
 */
export const POLL = `
  with listener as (
    select m.id, m.company_id, ${UNREAD} as unread_orders,
           concat_ws('|', m.role, m.role_id, r.updated_at, r.deleted_at) as fingerprint
      from company_member m
      join "user" u on u.id = m.user_id and u.deleted_at is null
      join company k on k.id = m.company_id and k.deleted_at is null
      left join company_role r on r.id = m.role_id
      left join order_seen s on s.member_id = m.id and s.deleted_at is null
     where m.id = any(?) and m.status = 'active' and m.deleted_at is null
  )
  select (select coalesce(json_agg(l), '[]') from (select id, fingerprint, unread_orders from listener) l) as members,
         (select coalesce(json_agg(o), '[]') from (
            select c.order_id as id, c.company_id, c.short_code, c.status, c.channel, c.created_at, c.updated_at::text
              from company_order c
             where c.updated_at > now() - interval '${LOOK_BACK_SECONDS} seconds' and c.deleted_at is null
               and c.company_id in (select company_id from listener)
               and c.group_id <> all (array(select id from order_group where status = 'placing' and deleted_at is null))
             order by c.updated_at limit 500) o) as orders`

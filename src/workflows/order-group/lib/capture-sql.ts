/** The statements of `captureGroup`. Medusa's tables are those of 2.21.2; `capture.spec.ts` fails when they change. */

/**
 * The orders that wait for money, locked. `is_plain`: the order has its one session of the paying provider and no payment
 * yet, over exactly what it costs. `is_captured`: Medusa has its money, and only our mark is missing.
 */
export const UNPAID_ORDERS = `
  select c.id, c.order_id, c.company_id, c.total::text, c.currency_code, c.payment_collection_id, c.payment_session_id,
         (s.id is not null and s.amount = c.total and pc.amount = c.total and coalesce(pc.captured_amount, 0) = 0 and not exists
           (select 1 from payment p where p.payment_collection_id = pc.id and p.deleted_at is null)) as is_plain,
         (coalesce(pc.captured_amount, 0) >= c.total and c.total <= coalesce((select sum(t.amount) from order_transaction t
           where t.order_id = c.order_id and t.deleted_at is null), 0)) as is_captured
    from company_order c
    left join payment_collection pc on pc.id = c.payment_collection_id and pc.deleted_at is null
    left join payment_session s on s.id = c.payment_session_id and s.payment_collection_id = pc.id
         and s.provider_id = ? and s.deleted_at is null
   where c.group_id = ? and c.id = coalesce(?, c.id) and c.paid_at is null and c.deleted_at is null
   order by c.rank for update of c`

const RAW = (amount: string) => `jsonb_build_object('value', trim_scale(${amount})::text, 'precision', 20)`

/** A total of an order's summary, and its exact twin, moved by an amount. */
const MOVED = (name: string, by: string) => `
  '${name}', trim_scale((s.totals ->> '${name}')::numeric + ${by}),
  'raw_${name}', ${RAW(`((s.totals -> 'raw_${name}' ->> 'value')::numeric + ${by})`)}`

/** What Medusa writes for authorised and captured payments and for the orders they pay, all at once. */
export const BOOK_CAPTURES = `
  with told as (
    select r.*, s.amount, s.raw_amount, s.currency_code, o.version, ?::text as provider_id,
           jsonb_build_object('session_id', r.session_id) || ?::jsonb as data
      from jsonb_to_recordset(?::jsonb) as r(payment_id text, capture_id text, transaction_id text, session_id text,
           collection_id text, order_id text)
      join payment_session s on s.id = r.session_id
      join "order" o on o.id = r.order_id
  ), session as (
    update payment_session s set status = 'authorized', authorized_at = now(), data = t.data, updated_at = now()
      from told t where s.id = t.session_id
  ), payment as (
    insert into payment (id, amount, raw_amount, currency_code, provider_id, data, payment_collection_id,
           payment_session_id, captured_at)
    select payment_id, amount, raw_amount, currency_code, provider_id, data, collection_id, session_id, now() from told
  ), capture as (
    insert into capture (id, amount, raw_amount, payment_id) select capture_id, amount, raw_amount, payment_id from told
  ), collection as (
    update payment_collection c
       set authorized_amount = t.amount, raw_authorized_amount = t.raw_amount, captured_amount = t.amount,
           raw_captured_amount = t.raw_amount, status = 'completed', completed_at = now(), updated_at = now()
      from told t where c.id = t.collection_id
  ), money as (
    insert into order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id)
    select transaction_id, order_id, version, amount, raw_amount, currency_code, 'capture', capture_id from told
  )
  update order_summary s
     set totals = s.totals || jsonb_build_object(${[
       MOVED("paid_total", "t.amount"),
       MOVED("transaction_total", "t.amount"),
       MOVED("pending_difference", "- t.amount"),
     ].join(",")}), updated_at = now()
    from told t where s.order_id = t.order_id and s.version = t.version and s.deleted_at is null`

export const MARK_ORDERS_PAID = `
  update company_order set paid_at = now(), paid_provider_id = ?, updated_at = now()
   where id = any(?) and paid_at is null returning id`

/** A group is paid when none of its orders waits any more; a cancelled one waits for nothing. */
export const MARK_GROUP_PAID = `
  update order_group g set status = 'paid', paid_at = now(), updated_at = now()
   where g.id = ? and g.status = 'pending' and g.deleted_at is null and not exists
         (select 1 from company_order c join "order" o on o.id = c.order_id
           where c.group_id = g.id and c.paid_at is null and o.status <> 'canceled' and c.deleted_at is null)
  returning g.id`

/** Company orders that nobody is at work on: they, their refunds and their group were last changed before the bound. */
export const SETTLED_ORDERS = `settled as materialized (
  select c.* from company_order c join order_group g on g.id = c.group_id
   where c.deleted_at is null and c.updated_at < :bound and g.updated_at < :bound
     and not exists (select 1 from company_refund r where r.company_order_id = c.id and r.updated_at >= :bound))`

/** What an order has brought, in its own currency: paid, less what went back. */
export const KEPT = `case when c.paid_at is null then 0 else c.total - c.refunded_total end`

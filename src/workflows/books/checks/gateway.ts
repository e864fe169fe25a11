import { Check } from "../types"
import { SETTLED_ORDERS } from "./settled"

/**
 * Money of orders that a calling provider was paid for. Cash at the shop and Medusa's manual payments have no gateway row.
 */
const BY_GROUP = `with ${SETTLED_ORDERS}, open as (
    select c.group_id from company_order c where c.deleted_at is null and c.id not in (select id from settled)
  ), moved as (
    select p.order_group_id as id, sum(t.amount_tiyin) as amount,
           sum(t.amount_tiyin) filter (where t.state = 2) as kept,
           sum(t.amount_tiyin) filter (where t.state = -2) as returned, max(p.reference) as reference
      from gateway_transaction t join gateway_payable p on p.id = t.payable_id and p.deleted_at is null
     where t.state in (2, -2) and t.deleted_at is null group by p.order_group_id
    having max(t.updated_at) < :bound
  ), paid as (
    select c.group_id as id, sum(c.total) * 100 as amount, sum(c.refunded_total) * 100 as refunded from settled c
     where c.paid_at is not null and c.total > 0 and c.paid_provider_id not like 'pp\\_cash%'
       and c.paid_provider_id not like 'pp\\_system%' group by c.group_id
  )`

/** What providers told us against what the orders say. */
export const GATEWAY_CHECKS: Check[] = [
  {
    name: "gateway_paid",
    sql: `${BY_GROUP}
      select coalesce(m.id, p.id) as id, m.reference as about, coalesce(p.amount, 0) as expected,
             coalesce(m.amount, 0) as actual
        from moved m full join paid p on p.id = m.id
       where coalesce(m.amount, 0) <> coalesce(p.amount, 0)
         and coalesce(m.id, p.id) not in (select group_id from open)
         and not exists (select 1 from gateway_transaction t join gateway_payable y on y.id = t.payable_id
                          where y.order_group_id = coalesce(m.id, p.id) and t.updated_at >= :bound)`,
    advice:
      "performed transactions of the group differ from its orders paid by a provider; compare with the provider's cabinet, finish-payments captures what is performed",
  },
  {
    name: "gateway_refunded",
    sql: `${BY_GROUP}
      select m.id, m.reference as about, m.returned as expected, coalesce(p.refunded, 0) as actual
        from moved m left join paid p on p.id = m.id
       where m.returned > 0 and m.kept is null and coalesce(p.refunded, 0) <> m.returned
         and m.id not in (select group_id from open)`,
    advice:
      "the provider has given the group's money back and its orders are not refunded; finish-payments books it",
  },
]

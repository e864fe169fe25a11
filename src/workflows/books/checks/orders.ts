import { Check } from "../types"
import { KEPT, SETTLED_ORDERS } from "./settled"

/** Orders against their lines, their refunds, and the money that Medusa has for them. */
export const ORDER_CHECKS: Check[] = [
  {
    name: "order_lines",
    sql: `select c.id, c.short_code as about, c.total * 100 as expected, (coalesce(l.total, 0) + c.shipping_paid) * 100 as actual
      from company_order c
      left join (select company_order_id, sum(total) as total from company_order_line
                  where deleted_at is null group by company_order_id) l on l.company_order_id = c.id
     where c.deleted_at is null and c.updated_at < :bound and coalesce(l.total, 0) + c.shipping_paid <> c.total`,
    advice:
      "the order's frozen lines and delivery do not add up to its total; look at how the order was placed",
  },
  {
    name: "order_refunds",
    sql: `with ${SETTLED_ORDERS}
      select c.id, c.short_code as about, coalesce(r.amount, 0) * 100 as expected, c.refunded_total * 100 as actual
        from settled c
        left join (select company_order_id, sum(amount) as amount from company_refund
                    where status = 'succeeded' and deleted_at is null group by company_order_id) r on r.company_order_id = c.id
       where c.refunded_total <> coalesce(r.amount, 0) or c.refunded_total > c.total
          or (c.paid_at is null and r.amount is not null)`,
    advice: "the order's refunded total is not the sum of its succeeded refunds, or more than was paid",
  },
  {
    name: "refund_lines",
    sql: `select r.id, r.company_order_id as about, r.amount * 100 as expected,
             (r.shipping_amount + coalesce(l.amount, 0)) * 100 as actual
        from company_refund r
        left join lateral (select sum((line->>'amount')::numeric) as amount
                             from jsonb_array_elements(r.lines) as line) l on true
       where r.deleted_at is null and r.updated_at < :bound and r.amount <> r.shipping_amount + coalesce(l.amount, 0)`,
    advice: "the refund's lines and delivery do not add up to its amount",
  },
  {
    name: "order_money",
    sql: `with ${SETTLED_ORDERS}
      select c.id, c.short_code as about, (${KEPT}) * 100 as expected, coalesce(t.amount, 0) * 100 as actual
        from settled c
        left join (select order_id, sum(amount) as amount from order_transaction
                    where deleted_at is null group by order_id) t on t.order_id = c.order_id
       where coalesce(t.amount, 0) <> ${KEPT}`,
    advice:
      "Medusa's transactions of the order differ from what was paid and refunded; finish-payments books what a crash left",
  },
  {
    name: "payments",
    sql: `with ${SETTLED_ORDERS}, captured as (
        select p.payment_collection_id as id, sum(k.amount) as amount from capture k
          join payment p on p.id = k.payment_id and p.deleted_at is null
         where k.deleted_at is null group by 1
      ), returned as (
        select p.payment_collection_id as id, sum(r.amount) as amount from refund r
          join payment p on p.id = r.payment_id and p.deleted_at is null
         where r.deleted_at is null group by 1
      )
      select c.id, c.payment_collection_id as about, (${KEPT}) * 100 as expected,
             (coalesce(k.amount, 0) - coalesce(r.amount, 0)) * 100 as actual
        from settled c
        left join captured k on k.id = c.payment_collection_id
        left join returned r on r.id = c.payment_collection_id
       where coalesce(k.amount, 0) - coalesce(r.amount, 0) <> ${KEPT}`,
    advice:
      "Medusa's captures less refunds differ from what was paid and refunded; look at the order's payment",
  },
]

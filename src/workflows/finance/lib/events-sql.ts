import { TIME_ZONE } from "../../../lib/time"

/**
 * What a company's facts of some days are made of. Bound are `:company` and `:days` (JSON array of days of Tashkent); casts of
 * bound values are written `cast(… as …)`, because a colon after a name would be read as part of it.
 */

const DAYS = `
  days as (
    select day, cast(day as timestamp) at time zone '${TIME_ZONE}' as start,
           cast(day + 1 as timestamp) at time zone '${TIME_ZONE}' as until
      from (select cast(text as date) as day from jsonb_array_elements_text(cast(:days as jsonb)) text) named)`

const WITHIN = (at: string) => `${at} >= d.start and ${at} < d.until`

/** Orders on the day that they were paid. Materialized, so that lines are looked up for them and not the other way round. */
const SOLD = `
  sold as materialized (
    select c.id, c.order_id, c.currency_code, d.day, c.paid_at, c.total, c.shipping_paid, c.discount_total, c.channel,
           c.paid_provider_id, c.buyer
      from days d
      join company_order c on c.company_id = :company and ${WITHIN("c.paid_at")} and c.deleted_at is null)`

const GOODS = `coalesce(l.variant_id, 'title:' || l.title) as item, l.listing_id, l.variant_id, l.title`

const SOLD_LINE = `
  sold_line as (
    select s.id as order_id, s.currency_code, s.day, s.paid_at as at, l.id, ${GOODS}, l.quantity, l.total, l.discount,
           coalesce(l.cost, 0) * l.quantity as cost, l.cost is null as lacks_cost
      from sold s join company_order_line l on l.company_order_id = s.id and l.deleted_at is null)`

const REFUND_LINES = `jsonb_to_recordset(r.lines) as x(company_order_line_id text, quantity numeric, amount numeric)`

/**
 * Refunds on the day that they succeeded, and cancellations of paid orders, which move goods without money: an order that cost
 * nothing has no refund, and one whose money went back by amount has none of its goods.
 */
const BACK = `
  back as materialized (
    select r.id, true as is_refund, c.id as company_order_id, c.order_id, c.currency_code, d.day, r.succeeded_at as at, r.amount,
           r.shipping_amount, c.channel, c.paid_provider_id
      from days d
      join company_refund r on r.company_id = :company and ${WITHIN("r.succeeded_at")} and r.status = 'succeeded'
       and r.deleted_at is null
      join company_order c on c.id = r.company_order_id and c.paid_at is not null and c.deleted_at is null
    union all
    select c.id, false, c.id, c.order_id, c.currency_code, d.day, coalesce(c.canceled_at, c.order_canceled_at), 0, 0, c.channel,
           c.paid_provider_id
      from days d
      join company_order c on c.company_id = :company and ${WITHIN("coalesce(c.canceled_at, c.order_canceled_at)")}
       and c.paid_at is not null and c.deleted_at is null)`

/** Goods come back with their cost when they are for sale again; those that were not are lost, and stay in the cost. */
const BACK_LINE = `
  back_line as (
    select b.id as event_id, b.currency_code, b.day, b.at, l.id, ${GOODS}, coalesce(x.quantity, 0) as quantity, x.amount,
           case when r.restock then coalesce(l.cost, 0) * coalesce(x.quantity, 0) else 0 end as cost
      from back b
      join company_refund r on r.id = b.id
      cross join ${REFUND_LINES}
      join company_order_line l on l.id = x.company_order_line_id
     where b.is_refund
    union all
    select b.id, b.currency_code, b.day, b.at, l.id, ${GOODS}, rest.quantity, 0, coalesce(l.cost, 0) * rest.quantity
      from back b
      join company_order_line l on l.company_order_id = b.company_order_id and l.deleted_at is null
      cross join lateral (
        select l.quantity - coalesce(sum(x.quantity), 0) as quantity
          from company_refund r cross join ${REFUND_LINES}
         where r.company_order_id = b.company_order_id and r.status <> 'failed' and r.deleted_at is null
           and x.company_order_line_id = l.id) rest
     where not b.is_refund and rest.quantity > 0)`

const ACCOUNTED = `
  accounted as (
    select e.currency_code, d.day, sum(e.amount_tiyin) filter (where a.kind = 'commission') as commission,
           sum(e.amount_tiyin) filter (where a.kind = 'ad_spend') as ad_spend
      from days d
      join ledger_transaction t on t.company_id = :company and ${WITHIN("t.occurred_at")}
      join ledger_entry e on e.transaction_id = t.id and e.company_id = t.company_id
      join ledger_account a on a.id = e.account_id and a.kind in ('commission', 'ad_spend')
     group by 1, 2)`

const PARTS = {
  days: DAYS,
  sold: SOLD,
  sold_line: SOLD_LINE,
  back: BACK,
  back_line: BACK_LINE,
  accounted: ACCOUNTED,
}

/** The named parts, each after those that it reads, to begin a statement with. */
export function withEvents(...names: Array<keyof typeof PARTS>): string {
  return `with ${names.map((name) => PARTS[name]).join(",")}`
}

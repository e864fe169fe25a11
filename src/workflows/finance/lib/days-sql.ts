import { TIME_ZONE } from "../../../lib/time"
import { withEvents } from "./events-sql"

/** Statements that find out which days of a company (`:company`) are to be made anew. */

/** Rebuilds of a company wait for one another; the lock goes with the transaction. */
export const LOCK = `select pg_advisory_xact_lock(hashtext('finance_facts'), hashtext(:company))`

/** Takes the marks that are committed. One that is committed later stays, and so does what it says. */
export const TAKE_MARKS = `
  delete from finance_mark where company_id = :company and day <= :until and deleted_at is null returning day`

export const TAKE_ALL_MARKS = `delete from finance_mark where company_id = :company`

/**
 * For a few days every step is a look-up by index. The planner cannot know how few, takes them for a share of the whole table, and would
 * read all of it; so it is told, until the transaction ends.
 */
export const STEER_FEW = `select set_config(name, 'off', true)
  from unnest(array['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'jit']) name`

const DAY = (at: string) => `to_char(${at} at time zone '${TIME_ZONE}', 'YYYY-MM-DD')`

/** Every day of a company on which there is something to count. */
export const SOURCE_DAYS = `
  select ${DAY("paid_at")} as day from company_order
   where company_id = :company and paid_at is not null and deleted_at is null
  union select ${DAY("coalesce(canceled_at, order_canceled_at)")} from company_order
   where company_id = :company and paid_at is not null and deleted_at is null
     and coalesce(canceled_at, order_canceled_at) is not null
  union select ${DAY("succeeded_at")} from company_refund
   where company_id = :company and succeeded_at is not null and status = 'succeeded' and deleted_at is null
  union select ${DAY("occurred_at")} from ledger_transaction where company_id = :company`

/** Companies that have something to count, or had it counted. */
export const COMPANIES = `
  select id from (select id from company union select distinct company_id from company_order
    union select company_id from finance_day union select company_id from finance_mark) known order by id`

/**
 * Puts right whose first order is which, for the buyers of these days. It answers the days on which somebody became a new
 * buyer, or ceased to be one: they have to be made anew too, wherever they lie.
 */
export const SETTLE_BUYERS = `
  ${withEvents("days", "sold")},
  touched as (
    select buyer from sold where buyer is not null
    union select buyer from finance_buyer where company_id = :company and first_day in (select day from days)),
  truth as (
    select t.buyer, o.id, cast(o.paid_at at time zone '${TIME_ZONE}' as date) as day
      from touched t
      left join lateral (
        select id, paid_at from company_order
         where company_id = :company and buyer = t.buyer and paid_at is not null and deleted_at is null
         order by paid_at, id limit 1) o on true),
  known as (
    select b.buyer, b.first_day from finance_buyer b join touched t on t.buyer = b.buyer where b.company_id = :company),
  gone as (
    delete from finance_buyer b using truth t
     where b.company_id = :company and b.buyer = t.buyer and t.id is null returning b.buyer),
  put as (
    insert into finance_buyer (company_id, buyer, first_order_id, first_day)
    select :company, buyer, id, day from truth where id is not null
    on conflict (company_id, buyer) do update set first_order_id = excluded.first_order_id, first_day = excluded.first_day
     where (finance_buyer.first_order_id, finance_buyer.first_day) is distinct from (excluded.first_order_id, excluded.first_day)
    returning buyer, first_day),
  moved as (
    select first_day as day from put
    union select k.first_day from known k where k.buyer in (select buyer from put union all select buyer from gone))
  select to_char(day, 'YYYY-MM-DD') as day from moved`

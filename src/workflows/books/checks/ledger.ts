import { Check } from "../types"
import { SETTLED_ORDERS } from "./settled"

/** Amounts of a kind of transaction on a kind of account, by subject or reference. */
const posted = (key: string, kind: string, account: string, sign = "") =>
  `select t.${key} as key, ${sign}sum(e.amount_tiyin) as amount from ledger_transaction t
     join ledger_entry e on e.transaction_id = t.id
     join ledger_account a on a.id = e.account_id and a.kind = '${account}'
    where t.kind = '${kind}' group by t.${key}`

/**
 * Every payment and refund is in the ledger once with its amount, and the ledger itself is in balance. Orders of an older
 * system have no place in it: they were settled there.
 */
export const LEDGER_CHECKS: Check[] = [
  {
    name: "ledger_sales",
    sql: `with ${SETTLED_ORDERS}, p as (${posted("subject_id", "sale", "payable", "-")})
      select coalesce(c.id, p.key) as id, c.short_code as about, c.total * 100 as expected, p.amount as actual
        from (select * from settled where paid_at is not null and total > 0 and not is_legacy) c full join p on p.key = c.id
       where p.amount is distinct from (c.total * 100)::bigint
         and not exists (select 1 from company_order o where o.id = p.key and o.paid_at is not null and c.id is null)`,
    advice:
      "the order is paid and not in the ledger, or the other way round; post-missing posts it within a minute",
  },
  {
    name: "ledger_commission",
    sql: `with p as (${posted("subject_id", "commission", "commission")}), due as (
        select l.company_order_id as key, sum(round(l.total * l.commission_percent)) as amount
          from company_order_line l where l.deleted_at is null group by 1)
      select t.subject_id as id, t.memo as about, coalesce(due.amount, 0) as expected, coalesce(p.amount, 0) as actual
        from ledger_transaction t left join p on p.key = t.subject_id left join due on due.key = t.subject_id
       where t.kind = 'sale' and t.created_at < :bound and coalesce(p.amount, 0) <> coalesce(due.amount, 0)`,
    advice:
      "the posted commission is not that of the order's frozen lines; put it right with a further transaction",
  },
  {
    name: "ledger_refunds",
    sql: `with p as (${posted("reference", "refund", "refunds")})
      select coalesce(r.id, substr(p.key, 8)) as id, r.company_order_id as about, r.amount * 100 as expected, p.amount as actual
        from (select * from company_refund where status = 'succeeded' and deleted_at is null) r
        full join p on p.key = 'refund:' || r.id
       where p.amount is distinct from (r.amount * 100)::bigint and coalesce(r.updated_at, '-infinity') < :bound`,
    advice:
      "the refund has succeeded and is not in the ledger, or the other way round; post-missing posts it within a minute",
  },
  {
    name: "ledger_commission_returned",
    sql: `with ${SETTLED_ORDERS}, p as (
        select t.subject_id as key, sum(e.amount_tiyin) as amount from ledger_transaction t
          join ledger_entry e on e.transaction_id = t.id
          join ledger_account a on a.id = e.account_id and a.kind = 'commission' group by 1)
      select c.id, c.short_code as about, 0 as expected, p.amount as actual
        from settled c join p on p.key = c.id
       where c.refunded_total = c.total and p.amount <> 0
         and not exists (select 1 from company_refund r where r.company_order_id = c.id and r.status = 'succeeded'
              and r.deleted_at is null and not exists
              (select 1 from ledger_transaction t where t.reference = 'refund:' || r.id))`,
    advice: "the order has been given back whole, and commission of it is left in the ledger",
  },
  {
    name: "ledger_balance",
    sql: `select t.id, t.reference as about, 0 as expected, coalesce(sum(e.amount_tiyin), 0) as actual
        from ledger_transaction t left join ledger_entry e on e.transaction_id = t.id
       where t.created_at < :bound group by t.id having coalesce(sum(e.amount_tiyin), 0) <> 0 or count(e.id) < 2`,
    advice:
      "the entries do not add up to zero: the triggers of the ledger have been switched off; restore from a backup",
  },
  {
    name: "trial_balance",
    sql: `select currency_code as id, null as about, 0 as expected, sum(amount_tiyin) as actual
        from ledger_entry group by currency_code having sum(amount_tiyin) <> 0`,
    advice: "the whole ledger does not add up to zero: the triggers of the ledger have been switched off",
  },
]

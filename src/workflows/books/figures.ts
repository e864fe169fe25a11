/**
 * What the books hold, in tiyin (so'm × 100): the orders' own figures beside Medusa's, the providers' and the ledger's.
 * Orders of an older system are in none of the books. One statement, one snapshot. Only so'm: other currencies are checked row by row and not added to them.
 */
export const FIGURES_SQL = `
  with entries as (
    select a.kind, t.kind as event, sum(e.amount_tiyin) as amount from ledger_entry e
      join ledger_account a on a.id = e.account_id join ledger_transaction t on t.id = e.transaction_id
     where e.currency_code = 'uzs' group by a.kind, t.kind),
  company as (select id, order_id, payment_collection_id, total, refunded_total, paid_at from company_order
               where currency_code = 'uzs' and not is_legacy and deleted_at is null)
  select 'orders paid' as name, (select sum(total) * 100 from company where paid_at is not null) as tiyin
  union all select 'orders refunded', (select sum(refunded_total) * 100 from company)
  union all select 'Medusa: transactions of orders', (select sum(t.amount) * 100 from order_transaction t
    where t.deleted_at is null and t.order_id in (select order_id from company))
  union all select 'Medusa: captured', (select sum(k.amount) * 100 from capture k join payment p on p.id = k.payment_id
    where k.deleted_at is null and p.payment_collection_id in (select payment_collection_id from company))
  union all select 'Medusa: refunded', (select sum(r.amount) * 100 from refund r join payment p on p.id = r.payment_id
    where r.deleted_at is null and p.payment_collection_id in (select payment_collection_id from company))
  union all select 'gateway: performed', (select sum(amount_tiyin) from gateway_transaction where state in (2, -2) and deleted_at is null)
  union all select 'gateway: given back', (select sum(amount_tiyin) from gateway_transaction where state = -2 and deleted_at is null)
  union all select 'ledger: sales', (select -sum(amount) from entries where kind = 'payable')
  union all select 'ledger: refunds', (select sum(amount) from entries where kind = 'refunds')
  union all select 'ledger: commission', (select sum(amount) from entries where kind = 'commission')
  union all select 'ledger: VAT in it', (select -sum(amount) from entries where kind = 'commission_vat')
  union all select 'ledger: advertising', (select sum(amount) from entries where kind = 'ad_spend')
  union all select 'ledger: at providers', (select sum(amount) from entries where kind = 'provider')
  union all select 'ledger: paid out', (select sum(amount) from entries where kind = 'settlement' and event = 'payout')
  union all select 'ledger: owed to companies', (select -sum(amount) from entries
    where kind in ('payable', 'commission', 'refunds', 'ad_spend', 'settlement'))
  union all select 'ledger: all entries', (select sum(amount) from entries)`

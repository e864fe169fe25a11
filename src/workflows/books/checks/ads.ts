import { Check } from "../types"

const needs = ["ad", "ad_day", "ad_charge"]

/**
 * What ads have cost: every day's cost is within what the ad has spent, charged once, and in the ledger once. What has been
 * counted and not charged yet is no fault; a charge that the ledger lacks is one when it is older than the bound.
 */
export const AD_CHECKS: Check[] = [
  {
    name: "ad_days",
    needs,
    sql: `select a.id, a.name as about, d.spent as expected, a.spent_tiyin as actual
        from ad a join (select ad_id, sum(spent_tiyin) as spent from ad_day group by ad_id) d on d.ad_id = a.id
       where a.spent_tiyin <> d.spent and a.source = 'manual' and a.updated_at < :bound`,
    advice: "what the ad has spent is not the sum of its days; both are written in one transaction",
  },
  {
    name: "ad_charges",
    needs,
    sql: `with charged as (
        select ad_id, day, sum(amount_tiyin) as amount from ad_charge where deleted_at is null group by ad_id, day)
      select coalesce(d.ad_id, c.ad_id) as id, coalesce(to_char(d.day, 'YYYY-MM-DD'), c.day) as about,
             coalesce(d.charged_tiyin, 0) as expected, coalesce(c.amount, 0) as actual
        from ad_day d full join charged c on c.ad_id = d.ad_id and c.day = to_char(d.day, 'YYYY-MM-DD')
       where coalesce(d.charged_tiyin, 0) <> coalesce(c.amount, 0) or d.charged_tiyin > d.spent_tiyin`,
    advice: "the charges of the day are not what is noted as charged, or more than was spent",
  },
  {
    name: "ledger_ad_spend",
    needs,
    sql: `with posted as (
        select t.subject_id as key, t.company_id, sum(e.amount_tiyin) as amount from ledger_transaction t
          join ledger_entry e on e.transaction_id = t.id
          join ledger_account a on a.id = e.account_id and a.kind = 'ad_spend'
         where t.kind = 'ad_spend' group by t.subject_id, t.company_id)
      select coalesce(c.id, p.key) as id, c.ad_id as about, c.amount_tiyin as expected, p.amount as actual
        from (select * from ad_charge where deleted_at is null) c
        full join posted p on p.key = c.id and p.company_id = c.company_id
       where p.amount is distinct from c.amount_tiyin and coalesce(c.created_at, '-infinity') < :bound`,
    advice:
      "the charge is not in the ledger, or the other way round; the job charge-ads posts it within a minute",
  },
]

import { Context } from "@medusajs/framework/types"
import { sql } from "../../../lib/sql"
import { TIME_ZONE } from "../../../lib/time"
import { dayEnd, dayStart } from "./period"

/** A day in Tashkent: what each kind of event added to what a company is owed, and what it was owed at its end. */
export type LedgerDay = {
  day: string
  sale_tiyin: number
  commission_tiyin: number
  refund_tiyin: number
  ad_spend_tiyin: number
  payout_tiyin: number
  /** Money of sales that came in at the company's own desk, and refunds that went out there. */
  received_tiyin: number
  owed_tiyin: number
}

type Period = { company_id: string; currency_code: string; from: string; to: string }

/** What stands on each of a company's accounts, signed as what it adds to what the company is owed. */
export async function selectBalances(
  context: Context,
  companyId: string,
  currencyCode: string
): Promise<Record<string, number>> {
  const rows = await sql<{ kind: string; balance: string }>(
    context,
    `select a.kind, -sum(e.amount_tiyin) as balance from ledger_entry e join ledger_account a on a.id = e.account_id
      where e.company_id = ? and e.currency_code = ? group by a.kind`,
    [companyId, currencyCode]
  )
  return Object.fromEntries(rows.map(({ kind, balance }) => [kind, Number(balance)]))
}

/** Every day of a period, also those without an event, by the moment that events happened: one statement. */
export async function selectDays(context: Context, period: Period): Promise<LedgerDay[]> {
  const own = "e.company_id = ? and e.currency_code = ?"
  const ownValues = [period.company_id, period.currency_code]
  const rows = await sql<{ row: LedgerDay }>(
    context,
    `with moved as (
       select (t.occurred_at at time zone '${TIME_ZONE}')::date as day, -sum(e.amount_tiyin) as amount,
              case when a.kind = 'settlement' and t.kind <> 'payout' then 'received' else t.kind end as kind
         from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
         join ledger_account a on a.id = e.account_id
        where ${own} and t.occurred_at >= ? and t.occurred_at < ? group by 1, 3),
     base as (
       select coalesce(-sum(e.amount_tiyin), 0) as owed
         from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
        where ${own} and t.occurred_at < ?),
     days as (
       select d::date as day from generate_series(?::date, ?::date, interval '1 day') d),
     summed as (
       select days.day, ${["sale", "commission", "refund", "ad_spend", "payout", "received"]
         .map((kind) => `coalesce(sum(amount) filter (where kind = '${kind}'), 0) as ${kind}`)
         .join(", ")}, coalesce(sum(amount), 0) as net
         from days left join moved on moved.day = days.day group by days.day)
     select jsonb_build_object('day', to_char(day, 'YYYY-MM-DD'), 'sale_tiyin', sale, 'commission_tiyin', commission,
            'refund_tiyin', refund, 'ad_spend_tiyin', ad_spend, 'payout_tiyin', payout, 'received_tiyin', received,
            'owed_tiyin', base.owed + sum(net) over (order by day)) as row
       from summed cross join base order by day`,
    [
      ...ownValues,
      dayStart(period.from),
      dayEnd(period.to),
      ...ownValues,
      dayStart(period.from),
      period.from,
      period.to,
    ]
  )
  return rows.map(({ row }) => row)
}

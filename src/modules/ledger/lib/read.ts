import { Context } from "@medusajs/framework/types"
import { sql } from "../../../lib/sql"

/** What the ledger has of an order's sale, commission and refunds. */
export type PostedAbout = {
  has_sale: boolean
  has_commission: boolean
  commission_tiyin: number
  vat_tiyin: number
  returned_tiyin: number
  returned_vat_tiyin: number
  refund_ids: string[]
}

export async function selectPostedAbout(context: Context, companyOrderId: string): Promise<PostedAbout> {
  const [row] = await sql<{ posted: PostedAbout }>(
    context,
    `with about as (
       select t.id, t.kind, t.reference from ledger_transaction t
        where t.subject_id = ? and t.kind in ('sale', 'commission', 'refund')),
     moved as (
       select b.kind, a.kind as account, e.amount_tiyin from about b
         join ledger_entry e on e.transaction_id = b.id join ledger_account a on a.id = e.account_id)
     select jsonb_build_object(
       'has_sale', exists (select 1 from about where kind = 'sale'),
       'has_commission', exists (select 1 from about where kind = 'commission'),
       'commission_tiyin', coalesce(sum(amount_tiyin) filter (where kind = 'commission' and account = 'commission'), 0),
       'vat_tiyin', coalesce(-sum(amount_tiyin) filter (where kind = 'commission' and account = 'commission_vat'), 0),
       'returned_tiyin', coalesce(-sum(amount_tiyin) filter (where kind = 'refund' and account = 'commission'), 0),
       'returned_vat_tiyin', coalesce(sum(amount_tiyin) filter (where kind = 'refund' and account = 'commission_vat'), 0),
       'refund_ids', (select coalesce(jsonb_agg(substr(reference, 8)), '[]') from about where kind = 'refund')) as posted
       from moved`,
    [companyOrderId]
  )
  return row.posted
}

export type EntryFilter = {
  company_id?: string
  currency_code: string
  kind?: string
  /** Kind of the account, or the whole code of one. */
  account?: string
  reference?: string
  from?: Date
  until?: Date
  /** Only entries posted before this one. */
  before?: number
  limit: number
}

export type EntryRow = {
  id: string
  sequence: number
  transaction_id: string
  reference: string
  kind: string
  account: string
  account_kind: string
  company_id: string | null
  currency_code: string
  occurred_at: string
  created_at: string
  memo: string | null
  amount_tiyin: number
  /** What the company was owed after this entry; null without a company. */
  owed_tiyin: number | null
}

const CONDITIONS = {
  currency_code: "e.currency_code = ?",
  company_id: "e.company_id = ?",
  kind: "t.kind = ?",
  account: "? in (a.kind, a.code)",
  reference: "t.reference = ?",
  from: "t.occurred_at >= ?",
  until: "t.occurred_at < ?",
  before: "e.sequence < ?",
} as const

function conditionsOf(filter: EntryFilter) {
  const given = (Object.keys(CONDITIONS) as Array<keyof typeof CONDITIONS>).filter(
    (name) => filter[name] !== undefined
  )
  return { where: given.map((name) => CONDITIONS[name]), values: given.map((name) => filter[name]) }
}

/**
 * A page of entries, the last posted first. With a company each carries what the company was owed after it, whatever
 * the filter leaves out: one sum of everything before the page, and one walk over the page's own stretch.
 */
export async function selectEntries(context: Context, filter: EntryFilter): Promise<EntryRow[]> {
  const { where, values } = conditionsOf(filter)
  const own = filter.company_id ? "company_id = ? and currency_code = ?" : "false"
  const ownValues = filter.company_id ? [filter.company_id, filter.currency_code] : []
  const rows = await sql<{ entry: EntryRow }>(
    context,
    `with page as (
       select e.sequence, jsonb_build_object('id', e.id, 'sequence', e.sequence, 'transaction_id', t.id,
           'reference', t.reference, 'kind', t.kind, 'account', a.code, 'account_kind', a.kind,
           'company_id', t.company_id, 'currency_code', e.currency_code, 'occurred_at', t.occurred_at,
           'created_at', t.created_at, 'memo', t.memo, 'amount_tiyin', e.amount_tiyin) as entry
         from ledger_entry e join ledger_transaction t on t.id = e.transaction_id
         join ledger_account a on a.id = e.account_id
        where ${where.join(" and ")} order by e.sequence desc limit ?),
     base as (
       select coalesce(-sum(amount_tiyin), 0) as owed from ledger_entry
        where ${own} and sequence < (select min(sequence) from page)),
     stretch as (
       select sequence, -sum(amount_tiyin) over (order by sequence) as owed from ledger_entry
        where ${own} and sequence between (select min(sequence) from page) and (select max(sequence) from page))
     select page.entry || jsonb_build_object('owed_tiyin', base.owed + stretch.owed) as entry
       from page cross join base left join stretch on stretch.sequence = page.sequence order by page.sequence desc`,
    [...values, filter.limit, ...ownValues, ...ownValues]
  )
  return rows.map(({ entry }) => entry)
}

/** What companies are owed now, by company: minus the sum of their accounts. */
export async function selectOwed(
  context: Context,
  currencyCode: string,
  companyIds: string[]
): Promise<Map<string, number>> {
  const rows = await sql<{ company_id: string; owed: string }>(
    context,
    `select company_id, -sum(amount_tiyin) as owed from ledger_entry
      where currency_code = ? and company_id in (${companyIds.map(() => "?").join(", ") || "null"}) group by company_id`,
    [currencyCode, ...companyIds]
  )
  return new Map(rows.map(({ company_id, owed }) => [company_id, Number(owed)]))
}

import { Context } from "@medusajs/framework/types"
import { sql } from "../../../lib/sql"
import { StatementFigures } from "./statement"

/** A statement as it is read; money in tiyin. */
export type StatementView = StatementFigures & {
  id: string
  company_id: string
  currency_code: string
  period_from: string
  period_to: string
  status: "closed" | "carried" | "paid"
  held_from: string
  payout_tiyin: number
  company: StatementCompany
  closed_by: string | null
  created_at: string
  paid_at: string | null
  paid_by: string | null
  proof: string | null
}

/** The company as it was when the statement was made. */
export type StatementCompany = {
  name: string
  legal_name: string | null
  tax_id: string | null
  bank_account: string | null
  bank_mfo: string | null
  address: string | null
}

/** A line of a statement; figures as the statement signs them. */
export type StatementLineView = {
  ledger_transaction_id: string
  reference: string
  kind: string
  memo: string | null
  occurred_at: string
  sales_tiyin: number
  commission_tiyin: number
  refunds_tiyin: number
  ad_spend_tiyin: number
  received_tiyin: number
  paid_out_tiyin: number
  /** What the line adds to what the company is owed. */
  amount_tiyin: number
}

const VIEW = `jsonb_build_object('id', s.id, 'company_id', s.company_id, 'currency_code', s.currency_code,
  'period_from', s.period_from, 'period_to', s.period_to, 'status', s.status, 'held_from', s.held_from,
  'opening_tiyin', s.opening_tiyin, 'sales_tiyin', s.sales_tiyin, 'commission_tiyin', s.commission_tiyin,
  'refunds_tiyin', s.refunds_tiyin, 'ad_spend_tiyin', s.ad_spend_tiyin, 'received_tiyin', s.received_tiyin,
  'paid_out_tiyin', s.paid_out_tiyin, 'closing_tiyin', s.closing_tiyin, 'payout_tiyin', s.payout_tiyin,
  'company', s.company, 'closed_by', s.closed_by, 'created_at', s.created_at, 'paid_at', s.paid_at,
  'paid_by', s.paid_by, 'proof', s.proof)`

export type StatementFilter = {
  company_id?: string
  status?: string
  period_from?: string
  period_to?: string
  limit: number
  offset: number
}

export async function selectStatements(context: Context, filter: StatementFilter) {
  const where = ["s.deleted_at is null"]
  const values: unknown[] = []
  for (const column of ["company_id", "status", "period_from", "period_to"] as const) {
    if (filter[column] !== undefined) {
      where.push(`s.${column} = ?`)
      values.push(filter[column])
    }
  }
  const from = `from settlement s where ${where.join(" and ")}`
  const rows = await sql<{ statement: StatementView }>(
    context,
    `select ${VIEW} as statement ${from} order by s.period_to desc, s.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const [{ count }] = await sql<{ count: string }>(context, `select count(*) as count ${from}`, values)
  return { statements: rows.map(({ statement }) => statement), count: Number(count) }
}

export async function selectStatement(context: Context, id: string, companyId?: string) {
  const [row] = await sql<{ statement: StatementView }>(
    context,
    `select ${VIEW} as statement from settlement s where s.id = ?${companyId === undefined ? "" : " and s.company_id = ?"}`,
    companyId === undefined ? [id] : [id, companyId]
  )
  return row?.statement ?? null
}

/** Lines of a statement in the order of what happened. */
export async function selectStatementLines(context: Context, id: string): Promise<StatementLineView[]> {
  const sum = (kind: string) => `coalesce(sum(e.amount_tiyin) filter (where a.kind = '${kind}'), 0)`
  const settled = (condition: string) =>
    `coalesce(sum(e.amount_tiyin) filter (where a.kind = 'settlement' and t.kind ${condition} 'payout'), 0)`
  const rows = await sql<{ line: StatementLineView }>(
    context,
    `select jsonb_build_object('ledger_transaction_id', t.id, 'reference', t.reference, 'kind', t.kind, 'memo', t.memo,
            'occurred_at', t.occurred_at, 'sales_tiyin', -${sum("payable")}, 'commission_tiyin', ${sum("commission")},
            'refunds_tiyin', ${sum("refunds")}, 'ad_spend_tiyin', ${sum("ad_spend")},
            'received_tiyin', ${settled("<>")}, 'paid_out_tiyin', ${settled("=")}, 'amount_tiyin', l.amount_tiyin) as line
       from settlement_line l join ledger_transaction t on t.id = l.ledger_transaction_id
       join ledger_entry e on e.transaction_id = t.id and e.company_id = l.company_id
       join ledger_account a on a.id = e.account_id
      where l.settlement_id = ? group by t.id, l.amount_tiyin order by t.occurred_at, t.sequence`,
    [id]
  )
  return rows.map(({ line }) => line)
}

/** Notes a statement's payment, once: a compare-and-set. */
export async function markPaid(
  context: Context,
  input: { id: string; proof: string; paid_by: string | null; paid_at: Date }
): Promise<boolean> {
  const rows = await sql(
    context,
    `update settlement set status = 'paid', paid_at = ?, paid_by = ?, proof = ?, updated_at = now()
      where id = ? and status = 'closed' returning id`,
    [input.paid_at, input.paid_by, input.proof, input.id]
  )
  return rows.length > 0
}

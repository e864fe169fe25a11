import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { assertTransaction, sql } from "../../../lib/sql"
import { figuresOf, Movement, owedBy, payoutOf, StatementFigures } from "./statement"

export type ClosingPeriod = {
  company_id: string
  currency_code: string
  /** Name and requisites of the company, frozen into the statement. */
  company: Record<string, unknown>
  from: string
  to: string
  /** The moment the period ends. */
  ends_at: Date
  /** Sales from this moment on are held back. */
  held_from: Date
  minimum_tiyin: number
  closed_by: string | null
}

export type Closed =
  | { outcome: "closed"; id: string }
  | { outcome: "already_closed" | "nothing" }
  | { outcome: "overlaps"; until: string }

type Last = { period_from: string; period_to: string; closing_tiyin: string; unpaid_tiyin: string }

/**
 * Closes a period of one company, under a lock of the company that ends with the transaction. What is written is what
 * was read: entries posted meanwhile belong to the next statement.
 */
export async function closePeriod(context: Context, input: ClosingPeriod): Promise<Closed> {
  assertTransaction(context)
  await sql(context, `select pg_advisory_xact_lock(hashtextextended(?, 0))`, [
    `settlement:${input.company_id}`,
  ])
  const last = await selectLast(context, input)
  if (last && last.period_from === input.from && last.period_to === input.to) {
    return { outcome: "already_closed" }
  }
  if (last && last.period_to >= input.from) {
    return { outcome: "overlaps", until: last.period_to }
  }
  const movements = await selectOpenMovements(context, input)
  const figures = figuresOf(Number(last?.closing_tiyin ?? 0), movements)
  const payout = payoutOf(figures.closing_tiyin, Number(last?.unpaid_tiyin ?? 0), input.minimum_tiyin)
  if (movements.length === 0 && payout.status === "carried") {
    return { outcome: "nothing" }
  }
  const id = generateEntityId(undefined, "setl")
  await insertStatement(context, { id, ...input, ...payout }, figures)
  await insertLines(context, id, input.company_id, movements)
  return { outcome: "closed", id }
}

/** The last statement, and what statements pay that nobody has marked as paid. A statement of its own: after the lock. */
async function selectLast(context: Context, { company_id, currency_code }: ClosingPeriod) {
  const [row] = await sql<Last>(
    context,
    `select period_from, period_to, closing_tiyin,
            (select coalesce(sum(u.payout_tiyin), 0) from settlement u where u.company_id = s.company_id
                and u.currency_code = s.currency_code and u.status = 'closed') as unpaid_tiyin
       from settlement s where company_id = ? and currency_code = ? order by period_to desc limit 1`,
    [company_id, currency_code]
  )
  return row
}

/**
 * Transactions that no statement counts yet and that are due. A sale and its commission are held for some days; a
 * refund is counted as soon as its sale is, because money that went back must not be paid out meanwhile; payouts always.
 */
async function selectOpenMovements(context: Context, input: ClosingPeriod): Promise<Movement[]> {
  const sumOf = (kind: string) =>
    `'${kind}', coalesce(sum(e.amount_tiyin) filter (where a.kind = '${kind}'), 0)`
  const rows = await sql<{ movement: Movement }>(
    context,
    `select jsonb_build_object('ledger_transaction_id', t.id, 'kind', t.kind, ${sumOf("payable")},
            ${sumOf("commission")}, ${sumOf("refunds")}, ${sumOf("ad_spend")}, ${sumOf("settlement")}) as movement
       from ledger_transaction t
       join ledger_entry e on e.transaction_id = t.id and e.company_id = t.company_id
       join ledger_account a on a.id = e.account_id
      where t.company_id = ? and t.currency_code = ?
        and not exists (select 1 from settlement_line l
                         where l.company_id = t.company_id and l.ledger_transaction_id = t.id)
        and case t.kind
              when 'payout' then true
              when 'sale' then t.occurred_at < ?
              when 'commission' then t.occurred_at < ?
              when 'refund' then t.occurred_at < ? and exists (
                select 1 from ledger_transaction s where s.subject_id = t.subject_id and s.kind = 'sale'
                  and (s.occurred_at < ? or exists (select 1 from settlement_line l
                        where l.company_id = s.company_id and l.ledger_transaction_id = s.id)))
              else t.occurred_at < ? end
      group by t.id, t.kind`,
    [
      input.company_id,
      input.currency_code,
      input.held_from,
      input.held_from,
      input.ends_at,
      input.held_from,
      input.ends_at,
    ]
  )
  return rows.map(({ movement }) => movement)
}

async function insertStatement(
  context: Context,
  input: ClosingPeriod & { id: string; status: string; payout_tiyin: number },
  figures: StatementFigures
): Promise<void> {
  const row = {
    id: input.id,
    company_id: input.company_id,
    currency_code: input.currency_code,
    period_from: input.from,
    period_to: input.to,
    status: input.status,
    held_from: input.held_from,
    company: JSON.stringify(input.company),
    closed_by: input.closed_by,
    payout_tiyin: input.payout_tiyin,
    ...figures,
  }
  const columns = Object.keys(row)
  await sql(
    context,
    `insert into settlement (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})`,
    Object.values(row)
  )
}

async function insertLines(context: Context, settlementId: string, companyId: string, movements: Movement[]) {
  const lines = movements.map((movement) => ({
    id: generateEntityId(undefined, "sline"),
    transaction: movement.ledger_transaction_id,
    amount: owedBy(movement),
  }))
  await sql(
    context,
    `insert into settlement_line (id, settlement_id, company_id, ledger_transaction_id, amount_tiyin)
     select l.id, ?, ?, l.transaction, l.amount
       from jsonb_to_recordset(?::jsonb) as l(id text, transaction text, amount bigint)`,
    [settlementId, companyId, JSON.stringify(lines)]
  )
}

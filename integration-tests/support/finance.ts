import { spawnSync } from "node:child_process"
import { join } from "node:path"

type Row = Record<string, string | null>
export type Sql = (statement: string, values?: unknown[]) => Promise<Array<Record<string, unknown>>>

/** An order as a history writes it down; money in so'm, times ISO 8601. */
export type Told = {
  id: string
  company_id: string
  paid_at: string
  lines: Array<{
    variant_id: string | null
    quantity: number
    total: number
    cost: number | null
    discount?: number
  }>
  shipping?: number
  phone?: string | null
  provider?: string
  currency_code?: string
  canceled_at?: string | null
}

/** A refund of an order: pieces by the place of their line, or money without goods. */
export type ToldRefund = {
  id: string
  order: Told
  succeeded_at: string
  restock: boolean
  pieces: Array<{ line: number; quantity: number | null; amount: number }>
  shipping?: number
}

const RAW = `'{"value":"0","precision":20}'::jsonb`
export const FACTS = [
  "finance_day",
  "finance_slice",
  "finance_goods_day",
  "finance_goods_month",
  "finance_buyer",
]

export const lineId = (order: Told, line: number) => `${order.id}_l${line}`

/** Writes a paid order with its frozen lines, as an import would: in one statement. */
export async function tellOrder(sql: Sql, order: Told): Promise<void> {
  const goods = order.lines.reduce((sum, { total }) => sum + total, 0)
  const discount = order.lines.reduce((sum, line) => sum + (line.discount ?? 0), 0)
  const shipping = order.shipping ?? 0
  const said = {
    ...order,
    shipping,
    discount,
    total: Math.round((goods + shipping) * 100) / 100,
    lines: order.lines.map((line, index) => ({
      discount: 0,
      ...line,
      id: lineId(order, index),
      title: `Tovar ${line.variant_id}`,
    })),
  }
  await sql(
    `with o as (select cast(? as jsonb) as said), g as (
       insert into order_group (id, cart_id, status, currency_code, token)
       select 'g_' || (said->>'id'), 'c_' || (said->>'id'), 'paid', coalesce(said->>'currency_code', 'uzs'), 't_' || (said->>'id') from o
     ), c as (
       insert into company_order (id, group_id, company_id, order_id, short_code, currency_code, item_total, shipping_total, discount_total,
              tax_total, total, shipping_paid, commission_percent, raw_item_total, raw_shipping_total, raw_discount_total, raw_tax_total,
              raw_total, raw_commission_percent, paid_at, paid_provider_id, customer_phone, canceled_at)
       select said->>'id', 'g_' || (said->>'id'), said->>'company_id', 'm_' || (said->>'id'), said->>'id',
              coalesce(said->>'currency_code', 'uzs'), 0, 0, (said->>'discount')::numeric, 0, (said->>'total')::numeric,
              (said->>'shipping')::numeric, 5, ${RAW}, ${RAW}, ${RAW}, ${RAW}, ${RAW}, ${RAW}, (said->>'paid_at')::timestamptz,
              coalesce(said->>'provider', 'pp_payme_payme'), said->>'phone', (said->>'canceled_at')::timestamptz from o)
     insert into company_order_line (id, company_order_id, line_item_id, variant_id, title, quantity, unit_price, discount, total, cost,
            commission_percent, raw_quantity, raw_unit_price, raw_discount)
     select l.id, said->>'id', 'i_' || l.id, l.variant_id, l.title, l.quantity, 0, l.discount, l.total, l.cost, 5, ${RAW}, ${RAW}, ${RAW}
       from o cross join jsonb_to_recordset(said->'lines') as l(id text, variant_id text, title text, quantity numeric, discount numeric,
            total numeric, cost numeric)`,
    [JSON.stringify(said)]
  )
}

/** Writes a refund that has succeeded. */
export async function tellRefund(sql: Sql, refund: ToldRefund): Promise<void> {
  const { id, order, pieces, shipping = 0, succeeded_at, restock } = refund
  const lines = pieces.map(({ line, quantity, amount }) => ({
    company_order_line_id: lineId(order, line),
    quantity,
    amount: String(amount),
  }))
  const amount = Math.round((shipping + pieces.reduce((sum, piece) => sum + piece.amount, 0)) * 100) / 100
  await sql(
    `insert into company_refund (id, company_order_id, company_id, order_id, amount, raw_amount, shipping_amount, lines, reason, restock,
            status, method, succeeded_at, restocked_at, settled_at)
     values (?, ?, ?, ?, ?, ${RAW}, ?, cast(? as jsonb), 'qaytarildi', ?, 'succeeded', 'hand', ?, now(), now())`,
    [
      id,
      order.id,
      order.company_id,
      `m_${order.id}`,
      amount,
      shipping,
      JSON.stringify(lines),
      restock,
      succeeded_at,
    ]
  )
}

/** Every byte of the facts, to compare before and after. */
export async function everyFact(sql: Sql): Promise<Record<string, unknown>> {
  const facts: Record<string, unknown> = {}
  for (const table of FACTS) {
    const [row] = await sql(`select string_agg(t::text, e'\\n' order by t::text) as text from ${table} t`)
    facts[table] = row.text
  }
  return facts
}

/** `npm run facts:rebuild` on a database of the tests. */
export function runFactsRebuild(database: string) {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const DATABASE_URL = `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${database}`
  return spawnSync(process.execPath, [join(process.cwd(), "scripts/run.cjs"), "facts-rebuild"], {
    env: { ...process.env, DATABASE_URL },
    encoding: "utf8",
  })
}

/** Everything that figures are made of, as it lies in the tables. */
export async function readSources(sql: Sql, companyId: string) {
  const read = async (statement: string) => (await sql(statement, [companyId])) as Row[]
  const at = (column: string) => `(extract(epoch from ${column}) * 1000)::text`
  return {
    orders: await read(
      `select id, ${at("paid_at")} as at, ${at("coalesce(canceled_at, order_canceled_at)")} as canceled, total::text, shipping_paid::text,
              discount_total::text, buyer, currency_code from company_order
        where company_id = ? and paid_at is not null and deleted_at is null order by paid_at, id`
    ),
    lines: await read(
      `select l.id, l.company_order_id, l.quantity::text, l.cost::text from company_order_line l
         join company_order c on c.id = l.company_order_id where c.company_id = ?`
    ),
    refunds: await read(
      `select id, company_order_id, ${at("succeeded_at")} as at, status, amount::text, shipping_amount::text, restock::text, lines::text
         from company_refund where company_id = ?`
    ),
    entries: await read(
      `select a.kind, t.kind as event, e.amount_tiyin::text as amount, ${at("t.occurred_at")} as at from ledger_entry e
         join ledger_transaction t on t.id = e.transaction_id join ledger_account a on a.id = e.account_id
        where e.company_id = ? and e.currency_code = 'uzs'`
    ),
    expenses: await read(
      `select day, category_id, round(coalesce(sanctioned_amount, amount) * 100)::text as tiyin from expense
        where company_id = ? and status = 'approved' and deleted_at is null`
    ),
    recurring: await read(
      `select round(amount * 100)::text as tiyin, starts_on, ends_on from recurring_expense
        where company_id = ? and period = 'month' and status = 'approved' and deleted_at is null`
    ),
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { PROFIT, PROFIT_BACK } from "../../home/queries/daily-sales"
import { BACK_BY, conditionOf, HALVES } from "../lib/condition"
import { Cursor } from "../lib/cursor"
import { Found, JournalRow, SalesFilter } from "../types"

export type Page = { after: Cursor | null; limit: number; shows_profit: boolean }

const TABLES = { sale: "company_order c", refund: "company_refund r" } as const

/** The newest entries of a half, found by its index alone; as many as the whole page has, for they may all be of this half. */
function halfOf(kind: keyof typeof TABLES, filter: SalesFilter, found: Found | null, page: Page) {
  const { at, id, order } = HALVES[kind]
  const { sql, values } = conditionOf(kind, filter, found, page.after)
  return {
    sql: `(select '${kind}' as kind, ${at} as at, ${id} as id, ${order} as order_key
      from ${TABLES[kind]} where ${sql} order by ${at} desc, ${id} desc limit ?)`,
    values: [...values, page.limit],
  }
}

/** How it was paid: at a desk in cash and by card, elsewhere at the provider. */
const PAYMENTS = `case
  when s.id is null and c.paid_provider_id is null then '[]'
  when s.id is null then jsonb_build_array(
    jsonb_build_object('method', c.paid_provider_id, 'amount', coalesce(-r.amount, c.total)))
  when p.kind = 'refund' then jsonb_build_array(jsonb_build_object('method', 'pos_' || ${BACK_BY}, 'amount', -r.amount))
  else (select coalesce(jsonb_agg(jsonb_build_object('method', w.method, 'amount', w.amount)), '[]')
          from (values ('pos_cash', s.cash_amount), ('pos_card', s.card_amount)) w(method, amount) where w.amount > 0) end`

const LINES = `case when p.kind = 'sale'
  then (select coalesce(jsonb_agg(jsonb_build_object('title', l.title, 'quantity', l.quantity, 'total', l.total) order by l.id), '[]')
          from company_order_line l where l.company_order_id = c.id and l.deleted_at is null)
  else (select coalesce(jsonb_agg(jsonb_build_object('title', coalesce(x.title, l.title), 'quantity', x.quantity, 'total', -x.amount)), '[]')
          from jsonb_to_recordset(r.lines) x(company_order_line_id text, title text, quantity numeric, amount numeric)
          left join company_order_line l on l.id = x.company_order_line_id) end`

const columns = (showsProfit: boolean) => `
  p.id, p.kind, p.at, (extract(epoch from p.at) * 1000000)::bigint::text as micros, c.channel, c.currency_code, c.order_id,
  c.short_code, (select number_text from receipt x where x.deleted_at is null and case when p.kind = 'sale'
      then x.company_order_id = c.id and x.kind = 'sale' else x.refund_id = r.id end limit 1) as receipt_number,
  c.customer_name, c.customer_phone, s.member_id as cashier_id, h.member_name as cashier_name, ${PAYMENTS} as payments,
  ${LINES} as lines, coalesce(-r.shipping_amount, c.shipping_paid) as delivery, coalesce(-r.amount, c.total) as total
  ${showsProfit ? `, coalesce(case when p.kind = 'sale' then ${PROFIT} else -${PROFIT_BACK} end, 0) as profit` : ""}`

/** The statement of a page; the test asks PostgreSQL how it would run it. */
export function pageStatement(filter: SalesFilter, found: Found | null, page: Page) {
  const kinds = (["sale", "refund"] as const).filter((kind) => (filter.kind ?? kind) === kind)
  const halves = kinds.map((kind) => halfOf(kind, filter, found, page))
  const statement = `
    with page as materialized (
      select * from (${halves.map(({ sql }) => sql).join(" union all ")}) half order by at desc, id desc limit ?)
    select ${columns(page.shows_profit)}
      from page p
      join company_order c on c.id = p.order_key
      left join company_refund r on r.id = p.id and p.kind = 'refund'
      left join pos_sale s on s.order_id = c.order_id and s.deleted_at is null
      left join pos_shift h on h.id = s.shift_id
     order by p.at desc, p.id desc`
  return { statement, values: [...halves.flatMap(({ values }) => values), page.limit] }
}

/** Entries of a company's journal, newest first; one statement. */
export async function readJournal(
  container: MedusaContainer,
  filter: SalesFilter,
  found: Found | null,
  page: Page
): Promise<JournalRow[]> {
  const { statement, values } = pageStatement(filter, found, page)
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: JournalRow[] }>(statement, values)
  return rows
}

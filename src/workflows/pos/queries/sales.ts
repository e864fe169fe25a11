import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { likePattern } from "../../../lib/search-text"
import { normalizeShortCode } from "../../../modules/order-group/lib/short-code"
import { presentSale, SaleRow } from "./present"

const FROM = `from pos_sale s join pos_shift h on h.id = s.shift_id
  left join company_order c on c.order_id = s.order_id and c.deleted_at is null
  left join receipt r on r.company_order_id = c.id and r.kind = 'sale' and r.deleted_at is null`

const COLUMNS = `s.id, s.client_id, s.status, s.is_offline, s.shift_id, s.member_id, h.member_name, h.register, s.sold_at,
  s.discount::float8 as discount, s.total::float8 as total, s.cash_amount::float8 as cash_amount,
  s.card_amount::float8 as card_amount, s.tendered::float8 as tendered, s.customer_phone, s.note, s.problems,
  s.settle_action, s.settle_note, s.settled_at, c.order_id, c.short_code, c.refunded_total::float8 as refunded_total,
  r.id as receipt_id, r.number_text, r.token`

/** What has gone back of a line counts whoever gave it back. */
const LINES = `(select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'listing_variant_id', l.listing_variant_id,
    'variant_id', l.variant_id, 'title', l.title, 'quantity', l.quantity, 'unit_price', l.unit_price, 'discount', l.discount,
    'total', l.total, 'returned_quantity', (select coalesce(sum((x ->> 'quantity')::int), 0) from company_refund f
        cross join jsonb_array_elements(f.lines) x where f.company_order_id = c.id and f.status <> 'failed'
         and f.deleted_at is null and x ->> 'company_order_line_id' = l.company_order_line_id)) order by l.rank), '[]')
  from pos_sale_line l where l.sale_id = s.id and l.deleted_at is null) as lines`

const RETURNS = `(select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'client_id', t.client_id, 'status', t.status,
    'amount', t.amount, 'method', t.method, 'restock', t.restock, 'reason', t.reason, 'created_at', t.created_at,
    'refund_id', t.refund_id, 'lines', t.lines) order by t.created_at, t.id), '[]')
  from pos_return t where t.sale_id = s.id and t.deleted_at is null) as returns`

/** A claim is nobody's to see until it is done, or waits for somebody. */
const SEEN = `s.status <> 'placing' and s.deleted_at is null`

export type SaleFilter = {
  company_id: string
  shift_id?: string
  status?: string
  q?: string
  limit: number
  offset: number
}

/** A page of a company's sales at its desks, newest first: two statements. */
export async function listSales(container: MedusaContainer, filter: SaleFilter, baseUrl: string) {
  assertId(filter.company_id, "company id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const where = ["s.company_id = ?", SEEN]
  const values: string[] = [filter.company_id]
  for (const name of ["shift_id", "status"] as const) {
    if (filter[name] !== undefined) {
      where.push(`s.${name} = ?`)
      values.push(filter[name])
    }
  }
  if (filter.q) {
    const phone = /^\+?[\d\s()-]+$/.test(filter.q) ? filter.q.replace(/[^\d+]/g, "") : filter.q
    where.push("(c.short_code = ? or r.number_text ilike ? or s.customer_phone like ?)")
    values.push(normalizeShortCode(filter.q) ?? filter.q, likePattern(filter.q), likePattern(phone))
  }
  const condition = where.join(" and ")
  const { rows } = await knex.raw<{ rows: SaleRow[] }>(
    `select ${COLUMNS}, ${LINES}, ${RETURNS} ${FROM} where ${condition}
      order by s.sold_at desc, s.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: number }> }>(
    `select count(*)::int as count ${FROM} where ${condition}`,
    values
  )
  return { sales: rows.map((row) => presentSale(row, baseUrl)), count: counts[0].count }
}

/** Sales by their ids, in one statement. */
export async function readSales(
  container: MedusaContainer,
  find: { company_id: string; ids: string[] },
  baseUrl: string
) {
  assertId(find.company_id, "company id")
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: SaleRow[] }>(
      `select ${COLUMNS}, ${LINES}, ${RETURNS} ${FROM} where s.company_id = ? and s.id = any(?) and ${SEEN}`,
      [find.company_id, find.ids]
    )
  return rows.map((row) => presentSale(row, baseUrl))
}

/**
 * One sale with its lines and returns.
 * @throws {MedusaError} 404, also for another company's
 */
export async function findSale(
  container: MedusaContainer,
  find: { company_id: string; id: string },
  baseUrl: string
) {
  const [sale] = await readSales(container, { company_id: find.company_id, ids: [find.id] }, baseUrl)
  if (!sale) {
    throw notFound("Sale", find.id)
  }
  return sale
}

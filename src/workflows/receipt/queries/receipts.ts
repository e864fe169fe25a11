import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { likePattern } from "../../../lib/search-text"
import { dayEnd, dayStart } from "../../../modules/ledger/lib/period"
import { fiscalFactsOf } from "../../../modules/receipt/lib/fiscal"
import { FiscalStatus, ReceiptLineFacts } from "../../../modules/receipt/types"
import { ReceiptView } from "../types"

/** Whose receipts may be read; an operator reads everybody's. */
export type ReceiptReader =
  { company_id: string } | { customer_id: string } | { group_token: string } | { is_operator: true }

export type ReceiptFilter = {
  limit: number
  offset: number
  kind?: "sale" | "refund"
  order_id?: string
  order_group_id?: string
  company_id?: string
  /** A part of the number. */
  q?: string
  /** Days of issue in Tashkent, both included. */
  from?: string
  to?: string
}

/**
 * A receipt with its fiscal state: of the payment it belongs to, or its own. What a provider has reported counts at once,
 * before the queue has noticed it.
 */
const FROM = `from receipt r join order_group g on g.id = r.order_group_id
  left join fiscal_submission s on s.deleted_at is null
    and (s.receipt_id = r.id or (s.transaction_id = r.transaction_id and s.kind = r.kind))
  left join gateway_transaction t on t.id = r.transaction_id and t.deleted_at is null`

const COLUMNS = `r.id, r.kind, r.number_text, r.issued_at, r.company_id, r.order_id, r.order_group_id, r.short_code,
  r.refund_id, r.sale_number_text, r.provider_id, r.currency_code, r.locale, r.reason, r.buyer, r.seller, r.market,
  r.total_tiyin::text, r.discount_tiyin::text, r.vat_tiyin::text, r.token, s.status as fiscal_status, s.data as submitted,
  case r.kind when 'sale' then t.fiscal_perform else t.fiscal_cancel end as reported`

type Row = Omit<
  ReceiptView,
  "lines" | "fiscal" | "fiscal_status" | "total_tiyin" | "discount_tiyin" | "vat_tiyin"
> & {
  total_tiyin: string
  discount_tiyin: string
  vat_tiyin: string
  fiscal_status: FiscalStatus | null
  submitted: unknown
  reported: unknown
}

/** A page of receipts, newest first: two statements. */
export async function listReceipts(
  container: MedusaContainer,
  reader: ReceiptReader,
  filter: ReceiptFilter
): Promise<{ receipts: Array<Omit<ReceiptView, "lines">>; count: number }> {
  const { condition, values } = conditionOf(reader, filter)
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select ${COLUMNS} ${FROM} where ${condition} order by r.issued_at desc, r.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: string }> }>(
    `select count(*) as count from receipt r join order_group g on g.id = r.order_group_id where ${condition}`,
    values
  )
  return { receipts: rows.map(viewOf), count: Number(counts[0].count) }
}

/**
 * One receipt with its lines.
 * @throws {MedusaError} 404, also for somebody else's
 */
export async function findReceipt(
  container: MedusaContainer,
  reader: ReceiptReader,
  id: string
): Promise<ReceiptView> {
  const { condition, values } = conditionOf(reader, {})
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select ${COLUMNS} ${FROM} where r.id = ? and ${condition}`,
    [id, ...values]
  )
  if (!rows[0]) {
    throw notFound("Receipt", id)
  }
  const { rows: lines } = await knex.raw<{ rows: Array<{ line: ReceiptLineFacts }> }>(
    `select jsonb_build_object('title', title, 'quantity', quantity::text, 'unit_price_tiyin', unit_price_tiyin,
            'discount_tiyin', discount_tiyin, 'total_tiyin', total_tiyin, 'vat_percent', vat_percent,
            'vat_tiyin', vat_tiyin, 'ikpu', ikpu, 'package_code', package_code, 'principal_tax_id', principal_tax_id,
            'is_delivery', is_delivery) as line
       from receipt_line where receipt_id = ? and deleted_at is null order by rank`,
    [rows[0].id]
  )
  return { ...viewOf(rows[0]), lines: lines.map(({ line }) => line) }
}

/** A receipt by the secret of its verification page; null for a secret that is none. */
export async function findByVerifyToken(
  container: MedusaContainer,
  token: string
): Promise<Omit<ReceiptView, "lines"> | null> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Row[] }>(`select ${COLUMNS} ${FROM} where r.token = ? and r.deleted_at is null`, [token])
  return rows[0] ? viewOf(rows[0]) : null
}

function conditionOf(reader: ReceiptReader, filter: Partial<ReceiptFilter>) {
  const parts: Array<[sql: string, value: string | undefined]> = [
    ["r.company_id = ?", filter.company_id],
    ["r.kind = ?", filter.kind],
    ["r.order_id = ?", filter.order_id],
    ["r.order_group_id = ?", filter.order_group_id],
    ["r.number_text like ?", filter.q ? likePattern(filter.q) : undefined],
    ["r.issued_at >= ?", filter.from && dayStart(filter.from).toISOString()],
    ["r.issued_at < ?", filter.to && dayEnd(filter.to).toISOString()],
  ]
  const wanted = parts.filter(([, value]) => value !== undefined)
  const own = ownership(reader)
  return {
    condition: ["r.deleted_at is null", own.sql, ...wanted.map(([sql]) => sql)].join(" and "),
    values: [...own.values, ...wanted.map(([, value]) => value!)],
  }
}

/** Every reader has a condition of its own; a reader without a value reads nothing, never everything. */
function ownership(reader: ReceiptReader): { sql: string; values: string[] } {
  if ("is_operator" in reader) {
    return { sql: "true", values: [] }
  }
  if ("company_id" in reader) {
    return { sql: "r.company_id = ?", values: [reader.company_id ?? ""] }
  }
  return "customer_id" in reader
    ? { sql: "g.customer_id = ?", values: [reader.customer_id ?? ""] }
    : { sql: "g.token = ?", values: [reader.group_token ?? ""] }
}

function viewOf({ submitted, reported, ...row }: Row): Omit<ReceiptView, "lines"> {
  const fiscal = fiscalFactsOf(reported) ?? fiscalFactsOf(submitted)
  return {
    ...row,
    total_tiyin: Number(row.total_tiyin),
    discount_tiyin: Number(row.discount_tiyin),
    vat_tiyin: Number(row.vat_tiyin),
    fiscal_status: fiscal ? "confirmed" : (row.fiscal_status ?? "not_needed"),
    fiscal,
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { likePattern } from "../../../lib/search-text"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import OrderGroupModuleService from "../../../modules/order-group/service"
import { presentRefund } from "../../refund/present"
import { normalizeShortCode } from "../../../modules/order-group/lib/short-code"

type Row = {
  id: string
  company_order_id: string
  display_id: number
  short_code: string
  status: string
  currency_code: string
  email: string | null
  customer_name: string | null
  customer_phone: string | null
  item_total: string
  shipping_total: string
  discount_total: string
  tax_total: string
  total: string
  refunded_total: string
  paid_total: string
  commission_percent: string
  created_at: Date
  paid_at: Date | null
  shipping_address_id: string | null
}

/** Where an order stands (business rule 9), from the group's payment and Medusa's order and fulfilments. */
const STATUS = `case
  when o.status = 'canceled' or c.canceled_at is not null then 'cancelled'
  when c.refunded_total >= c.total and c.paid_at is not null and c.total > 0 then 'returned'
  when exists (select 1 from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
                where l.order_id = o.id and l.deleted_at is null and f.delivered_at is not null and f.canceled_at is null) then 'delivered'
  when exists (select 1 from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
                where l.order_id = o.id and l.deleted_at is null and f.canceled_at is null) then 'shipped'
  when c.paid_at is not null then 'paid' else 'pending' end`

const FROM = `from company_order c
  join order_group g on g.id = c.group_id and g.status <> 'placing' and g.deleted_at is null
  join "order" o on o.id = c.order_id and o.deleted_at is null`

const COLUMNS = `c.order_id as id, c.id as company_order_id, o.display_id, c.short_code, ${STATUS} as status,
  c.currency_code, o.email, c.customer_name, c.customer_phone, c.item_total, c.shipping_total, c.discount_total,
  c.tax_total, c.total, c.refunded_total, c.commission_percent, c.created_at, c.paid_at, c.paid_provider_id,
  g.provider_id as payment_provider_id, g.expires_at, o.shipping_address_id,
  (select coalesce(sum(t.amount), 0) from order_transaction t where t.order_id = o.id and t.deleted_at is null) as paid_total`

type Filter = { company_id: string; q?: string; status?: string; limit: number; offset: number }

/** A page of a company's orders, newest first: two statements. */
export async function listCompanyOrders(container: MedusaContainer, filter: Filter) {
  assertId(filter.company_id, "company id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const where = ["c.company_id = ?", "c.deleted_at is null"]
  const values: string[] = [filter.company_id]
  if (filter.q) {
    const code = normalizeShortCode(filter.q)
    const phone = /^\+?[\d\s()-]+$/.test(filter.q) ? filter.q.replace(/[^\d+]/g, "") : filter.q
    where.push("(c.short_code = ? or c.customer_phone like ? or c.customer_name ilike ?)")
    values.push(code ?? filter.q, likePattern(phone), likePattern(filter.q))
  }
  if (filter.status) {
    where.push(`${STATUS} = ?`)
    values.push(filter.status)
  }
  const condition = where.join(" and ")
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select ${COLUMNS} ${FROM} where ${condition} order by c.created_at desc, c.id desc limit ? offset ?`,
    [...values, filter.limit, filter.offset]
  )
  const { rows: counts } = await knex.raw<{ rows: Array<{ count: string }> }>(
    `select count(*) as count ${FROM} where ${condition}`,
    values
  )
  return { orders: rows.map(present), count: Number(counts[0].count) }
}

type LineRow = {
  id: string
  company_order_id: string
  line_item_id: string
  variant_id: string | null
  listing_id: string | null
  title: string
  quantity: string
  unit_price: string
  discount: string
  total: string
  cost: string | null
  markup_percent: string | null
  ikpu: string | null
  package_code: string | null
  vat_percent: string | null
}

/**
 * One order of a company with its lines as they were frozen; by order id or short code.
 * @throws {MedusaError} 404, also for another company's order
 */
export async function findCompanyOrder(
  container: MedusaContainer,
  input: { company_id: string; id: string; shows_profit: boolean }
) {
  assertId(input.company_id, "company id")
  assertId(input.id, "order id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select ${COLUMNS} ${FROM}
      where c.company_id = ? and (c.order_id = ? or c.short_code = ?) and c.deleted_at is null`,
    [input.company_id, input.id, normalizeShortCode(input.id) ?? ""]
  )
  if (!rows[0]) {
    throw notFound("Order", input.id)
  }
  const { rows: lines } = await knex.raw<{ rows: LineRow[] }>(
    `select id, line_item_id, variant_id, listing_id, title, quantity, unit_price, discount, total, cost, markup_percent,
            ikpu, package_code, vat_percent
       from company_order_line where company_order_id = ? and deleted_at is null order by id`,
    [rows[0].company_order_id]
  )
  const { rows: addresses } = await knex.raw<{ rows: Array<Record<string, string | null>> }>(
    `select first_name, last_name, phone, address_1, address_2, city, province, postal_code, country_code
       from order_address where id = ?`,
    [rows[0].shipping_address_id]
  )
  const refunds = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .findRefunds({ order_id: rows[0].id })
  return {
    ...present(rows[0]),
    shipping_address: addresses[0] ?? null,
    items: lines.map((line) => presentLine(line, input.shows_profit)),
    refunds: refunds.map(presentRefund),
    ...(input.shows_profit ? { profit: profitOf(lines) } : {}),
  }
}

function present({ company_order_id: _, shipping_address_id: __, ...row }: Row) {
  return {
    ...row,
    item_total: Number(row.item_total),
    shipping_total: Number(row.shipping_total),
    discount_total: Number(row.discount_total),
    tax_total: Number(row.tax_total),
    total: Number(row.total),
    refunded_total: Number(row.refunded_total),
    paid_total: Number(row.paid_total),
    commission_percent: Number(row.commission_percent),
  }
}

function presentLine({ cost, markup_percent, ...line }: LineRow, showsProfit: boolean) {
  const numberOrNull = (value: string | null) => (value === null ? null : Number(value))
  return {
    ...line,
    quantity: Number(line.quantity),
    unit_price: Number(line.unit_price),
    discount: Number(line.discount),
    total: Number(line.total),
    vat_percent: numberOrNull(line.vat_percent),
    ...(showsProfit ? { cost: numberOrNull(cost), markup_percent: numberOrNull(markup_percent) } : {}),
  }
}

/** Business rule 3: Σ (price − cost) × quantity − discounts, from the frozen lines; so'm. */
function profitOf(lines: LineRow[]): number {
  return lines
    .reduce((sum, line) => {
      const margin = MathBN.mult(MathBN.sub(line.unit_price, line.cost ?? line.unit_price), line.quantity)
      return MathBN.sub(MathBN.add(sum, margin), line.discount)
    }, MathBN.convert(0))
    .toNumber()
}

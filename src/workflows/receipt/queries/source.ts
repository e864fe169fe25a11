import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { RefundSource, SaleSource } from "../lib/draft"

/** Numbers as text: money never passes through a float on its way to a receipt. */
const LINES = `(select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'quantity', l.quantity::text,
    'unit_price', l.unit_price::text, 'total', l.total::text, 'ikpu', l.ikpu, 'package_code', l.package_code,
    'vat_percent', l.vat_percent::text) order by l.id), '[]')
  from company_order_line l where l.company_order_id = c.id and l.deleted_at is null)`

const SELLER = `(select jsonb_build_object('name', k.name, 'legal_name', k.legal_name, 'tax_id_type', k.tax_id_type,
    'tax_id', k.tax_id, 'address', k.address, 'phone', k.phone, 'is_vat_payer', k.is_vat_payer)
  from company k where k.id = c.company_id)`

/** The provider's transaction that paid: performed, given back, or performing at this moment. */
const TRANSACTION = `(select t.id from gateway_transaction t join gateway_payable p on p.id = t.payable_id
  where p.order_group_id = c.group_id and t.provider_id = c.paid_provider_id and p.deleted_at is null and t.deleted_at is null
    and (t.state in (2, -2) or (t.state = 1 and t.performing_at is not null))
  order by t.state = 2 desc, t.sequence desc limit 1)`

const SOURCE = `jsonb_build_object('company_order_id', c.id, 'company_id', c.company_id, 'order_id', c.order_id,
    'order_group_id', c.group_id, 'short_code', c.short_code, 'currency_code', c.currency_code, 'total', c.total::text,
    'shipping_paid', c.shipping_paid::text, 'is_paid', c.paid_at is not null, 'provider_id', c.paid_provider_id,
    'transaction_id', ${TRANSACTION}, 'locale', o.locale, 'seller', ${SELLER}, 'lines', ${LINES},
    'buyer', jsonb_build_object('name', c.customer_name, 'phone', c.customer_phone, 'email', g.email))`

const FROM = `from company_order c join order_group g on g.id = c.group_id join "order" o on o.id = c.order_id`

async function readOne<Row>(container: MedusaContainer, statement: string, id: string): Promise<Row | null> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Array<{ source: Row }> }>(statement, [id])
  return rows[0]?.source ?? null
}

/**
 * Everything that the receipt of a company's order is made of: one statement.
 * @throws {MedusaError} 404
 */
export async function readSale(container: MedusaContainer, companyOrderId: string): Promise<SaleSource> {
  assertId(companyOrderId, "company order id")
  const statement = `select ${SOURCE} as source ${FROM} where c.id = ? and c.deleted_at is null`
  const source = await readOne<SaleSource>(container, statement, companyOrderId)
  if (!source) {
    throw notFound("Company order", companyOrderId)
  }
  return source
}

/**
 * The same for a refund.
 * @throws {MedusaError} 404
 */
export async function readRefund(container: MedusaContainer, refundId: string): Promise<RefundSource> {
  assertId(refundId, "refund id")
  const statement = `select ${SOURCE} || jsonb_build_object('refund', jsonb_build_object('id', f.id, 'status', f.status,
      'amount', f.amount::text, 'shipping_amount', f.shipping_amount::text, 'reason', f.reason, 'lines', f.lines,
      'provider_id', f.provider_id)) as source
    ${FROM} join company_refund f on f.company_order_id = c.id where f.id = ? and f.deleted_at is null`
  const source = await readOne<RefundSource>(container, statement, refundId)
  if (!source) {
    throw notFound("Refund", refundId)
  }
  return source
}

type Missing = { company_order_id: string; refund_id: string | null }

/** What is missing for longer than this is for a person to look at; the job must not read a market's whole past. */
const LOOK_BACK_MS = 30 * 86_400_000

/**
 * Paid orders and succeeded refunds without a receipt, oldest first; younger ones are somebody's work in progress. Orders of an
 * older system had theirs there: a number of our series would say that they were sold today.
 */
export async function listMissing(container: MedusaContainer, before: Date): Promise<Missing[]> {
  const since = new Date(before.getTime() - LOOK_BACK_MS)
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw<{ rows: Missing[] }>(
    `(select c.id as company_order_id, null as refund_id from company_order c
       where c.paid_at between ? and ? and not c.is_legacy and c.deleted_at is null and not exists
             (select 1 from receipt r where r.company_order_id = c.id and r.kind = 'sale' and r.deleted_at is null)
       order by c.paid_at limit 500)
     union all
     (select f.company_order_id, f.id from company_refund f
       where f.status = 'succeeded' and f.succeeded_at between ? and ? and f.deleted_at is null and not exists
             (select 1 from receipt r where r.refund_id = f.id and r.deleted_at is null)
       order by f.succeeded_at limit 500)`,
    [since, before, since, before]
  )
  return rows
}

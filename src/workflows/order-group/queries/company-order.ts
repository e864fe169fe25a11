import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../../lib/errors"
import { CASH_PROVIDER } from "../../../lib/payment-providers"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import { actionsOf } from "../../../modules/order-group/lib/order-states"
import { normalizeShortCode } from "../../../modules/order-group/lib/short-code"
import OrderGroupModuleService from "../../../modules/order-group/service"
import { presentRefund } from "../../refund/present"
import { HistoryFacts, historyOf, peopleIn } from "../lib/order-history"
import { LINES, LineRow, presentLine } from "../lib/order-lines"
import { orderColumns, OrderRow, presentOrder } from "../lib/order-row"
import { peopleOf } from "./people"

type Detail = Omit<HistoryFacts, "refunds"> & {
  is_legacy: boolean
  legacy_code: string | null
  address: Record<string, string | null> | null
  delivery: { name: string; price: number } | null
  receipts: Array<{ id: string; kind: string; number: string; issued_at: string }>
}

const DETAIL = `
  (select jsonb_build_object('first_name', a.first_name, 'last_name', a.last_name, 'phone', a.phone,
          'address_1', a.address_1, 'address_2', a.address_2, 'city', a.city, 'province', a.province,
          'postal_code', a.postal_code, 'country_code', a.country_code)
     from order_address a where a.id = o.shipping_address_id) as address,
  (select jsonb_build_object('name', m.name, 'price', m.amount)
     from order_shipping s join order_shipping_method m on m.id = s.shipping_method_id and m.deleted_at is null
    where s.order_id = o.id and s.deleted_at is null order by s.version desc, s.id limit 1) as delivery,
  (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'number', r.number_text,
          'issued_at', r.issued_at) order by r.issued_at, r.id), '[]')
     from receipt r where r.order_group_id = c.group_id and r.company_order_id = c.id and r.deleted_at is null) as receipts,
  (select coalesce(jsonb_agg(jsonb_build_object('shipped_at',
          coalesce(f.shipped_at, case when f.delivered_at is null then f.created_at end),
          'shipped_by', coalesce(f.marked_shipped_by, f.created_by)) order by f.created_at, f.id), '[]')
     from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id and f.canceled_at is null and f.deleted_at is null
    where l.order_id = o.id and l.deleted_at is null) as parcels,
  (select min(p.data ->> 'confirmed_by') from payment p
    where p.payment_collection_id = c.payment_collection_id and p.deleted_at is null) as confirmed_by,
  coalesce(c.canceled_at, c.order_canceled_at) as canceled_at, c.canceled_by, c.cancel_reason, c.delivered_by, c.is_legacy, c.legacy_code`

type Input = {
  company_id: string
  id: string
  shows_profit: boolean
  /** What the reader may do; decides about `actions`. */
  permissions?: readonly string[]
}

/**
 * One order of a company with its lines as they were frozen, its money, its life, and what the reader can do now; by order id
 * or short code. Four statements.
 * @throws {MedusaError} 404, also for another company's order
 */
export async function findCompanyOrder(container: MedusaContainer, input: Input) {
  assertId(input.company_id, "company id")
  assertId(input.id, "order id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = await knex.raw<{ rows: Array<OrderRow & Detail> }>(
    `select ${orderColumns(false)}, ${DETAIL}
       from company_order c
       join order_group g on g.id = c.group_id and g.status <> 'placing' and g.deleted_at is null
       join "order" o on o.id = c.order_id and o.deleted_at is null
      where c.company_id = ? and (c.order_id = ? or c.short_code = ?) and c.deleted_at is null`,
    [input.company_id, input.id, normalizeShortCode(input.id) ?? ""]
  )
  if (!rows[0]) {
    throw notFound("Order", input.id)
  }
  const {
    address,
    delivery,
    receipts,
    parcels,
    confirmed_by,
    canceled_by,
    cancel_reason,
    delivered_by,
    ...row
  } = rows[0]
  const { rows: lines } = await knex.raw<{ rows: LineRow[] }>(LINES, [row.company_order_id])
  const refunds = (
    await container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE).findRefunds({ order_id: row.id })
  ).map(presentRefund)
  const facts = { ...row, parcels, confirmed_by, canceled_by, cancel_reason, delivered_by, refunds }
  const people = await peopleOf(container, input.company_id, peopleIn(facts))
  return {
    ...presentOrder(row),
    cancel_reason,
    shipping_address: address,
    delivery: delivery && { ...delivery, price: Number(delivery.price) },
    items: lines.map((line) => presentLine(line, input.shows_profit)),
    refunds,
    receipts,
    history: historyOf(facts, people),
    actions: actionsOf(standingOf(row, lines, refunds), input.permissions ?? []).filter(
      // History is looked at; an order of it that nobody paid for can be put away.
      (action) => !row.is_legacy || (action === "cancel" && row.status === "pending")
    ),
    ...(input.shows_profit ? { profit: profitOf(lines) } : {}),
  }
}

function standingOf(row: OrderRow, lines: LineRow[], refunds: Array<{ status: string; amount: number }>) {
  const gone = refunds
    .filter(({ status }) => status !== "failed")
    .reduce((sum, { amount }) => sum + amount, 0)
  const isFree = Number(row.total) === 0
  return {
    status: row.status,
    is_paid_at_shop: row.payment_provider_id === CASH_PROVIDER,
    money_goes_back: !isFree && gone >= Number(row.total),
    has_refundable: gone < Number(row.total),
    has_unsent: lines.some((line) => Number(line.left_to_send) > 0),
  }
}

const profitOf = (lines: LineRow[]) => MathBN.sum(0, ...lines.map(({ profit }) => profit)).toNumber()

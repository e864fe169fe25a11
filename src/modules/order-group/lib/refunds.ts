import { Context } from "@medusajs/framework/types"
import { defaultCurrencies, MathBN } from "@medusajs/framework/utils"
import { notFound } from "../../../lib/errors"
import { sha256 } from "../../../lib/ids"
import { sql } from "../../../lib/sql"
import { OrderErrors, RefundErrors } from "../errors"
import { planRefund, RefundableOrder, RefundPlan } from "./plan-refund"
import {
  insertRefund,
  NewRefund,
  OrderRow,
  RefundStatus,
  RefundView,
  selectRefunds,
  sumUp,
} from "./refund-rows"

/** Locks a company's order that was paid: whoever changes its refunds waits here. */
async function lockPaidOrder(context: Context, orderId: string, companyId?: string): Promise<OrderRow> {
  const [order] = await sql<OrderRow & { paid_at: unknown; is_legacy: boolean }>(
    context,
    `select id, company_id, order_id, currency_code, paid_at, paid_provider_id, shipping_paid::text, total::text, is_legacy
       from company_order where order_id = ? and company_id = coalesce(?, company_id) and deleted_at is null
        for update`,
    [orderId, companyId ?? null]
  )
  if (!order) {
    throw notFound("Order", orderId)
  }
  if (order.is_legacy || !order.paid_at) {
    throw order.is_legacy ? OrderErrors.isHistory() : RefundErrors.notPaid()
  }
  return order
}

type LineRow = { id: string; line_item_id: string; title: string; quantity: string; total: string }

async function readRefundable(context: Context, order: OrderRow): Promise<RefundableOrder> {
  const lines = await sql<LineRow>(
    context,
    `select id, line_item_id, title, quantity::text, total::text from company_order_line
      where company_order_id = ? and deleted_at is null order by id`,
    [order.id]
  )
  const refunds = await selectRefunds(context, "r.company_order_id = ? and r.status <> 'failed'", [order.id])
  const gone = refunds.flatMap((refund) => refund.lines)
  return {
    digits: defaultCurrencies[order.currency_code.toUpperCase()]?.decimal_digits ?? 2,
    shipping_paid: order.shipping_paid,
    shipping_refunded: MathBN.sum(0, ...refunds.map((refund) => refund.shipping_amount)).toFixed(),
    lines: lines.map((line) => {
      const own = gone.filter((row) => row.company_order_line_id === line.id)
      return {
        company_order_line_id: line.id,
        line_item_id: line.line_item_id,
        title: line.title,
        quantity: Number(line.quantity),
        total: line.total,
        refunded_quantity: own.reduce((sum, row) => sum + (row.quantity ?? 0), 0),
        refunded_amount: MathBN.sum(0, ...own.map((row) => row.amount)).toFixed(),
      }
    }),
  }
}

/** See `OrderGroupModuleService.requestRefund`. */
export async function requestRefund(
  context: Context,
  input: NewRefund
): Promise<{ refund: RefundView; isNew: boolean }> {
  const order = await lockPaidOrder(context, input.order_id, input.company_id)
  const [same] = input.request_key
    ? await selectRefunds(context, "r.company_order_id = ? and split_part(r.request_key, '#', 1) = ?", [
        order.id,
        input.request_key,
      ])
    : []
  const fingerprint = sha256(JSON.stringify([input.request, input.reason, input.restock])).slice(0, 16)
  if (
    same &&
    input.request_key !== CANCEL_KEY &&
    same.request_key !== `${input.request_key}#${fingerprint}`
  ) {
    throw RefundErrors.keyReused()
  }
  if (same) {
    return { refund: same, isNew: false }
  }
  const plan = planRefund(await readRefundable(context, order), input.request)
  const id = await insertRefund(context, order, plan, {
    ...input,
    // The unique index stays one of the key; what stands behind the # tells whether it is the same request.
    request_key:
      input.request_key === CANCEL_KEY
        ? CANCEL_KEY
        : input.request_key && `${input.request_key}#${fingerprint}`,
    status: "processing",
    method: "api",
    proof: null,
  })
  const [refund] = await selectRefunds(context, "r.id = ?", [id])
  return { refund, isNew: true }
}

export type RefundMove = {
  from: RefundStatus[]
  to: RefundStatus
  method?: RefundView["method"]
  proof?: string
  error?: string
  external_id?: string
}

/**
 * The request of a cancellation. While its refund lives, pressing again finds it; one that failed leaves the key to the
 * next attempt. A client's own key stays with its refund for ever.
 */
export const CANCEL_KEY = "cancel"

/** See `OrderGroupModuleService.moveRefund`. */
export async function moveRefund(context: Context, id: string, move: RefundMove): Promise<boolean> {
  // Refunds of one order succeed one after the other: a sum that does not see the other would lose it.
  await sql(
    context,
    `select c.id from company_order c join company_refund r on r.company_order_id = c.id where r.id = ? for update of c`,
    [id]
  )
  const rows = await sql<{ company_order_id: string }>(
    context,
    `update company_refund set status = ?, method = coalesce(?, method), proof = coalesce(?, proof),
            error = ?, external_id = coalesce(?, external_id), updated_at = now(),
            succeeded_at = case when ? = 'succeeded' then now() else succeeded_at end,
            request_key = case when ? = 'failed' and request_key = '${CANCEL_KEY}' then null else request_key end
      where id = ? and status in (${move.from.map(() => "?").join(", ")}) and deleted_at is null
      returning company_order_id`,
    [
      move.to,
      move.method ?? null,
      move.proof ?? null,
      move.error ?? null,
      move.external_id ?? null,
      move.to,
      move.to,
      id,
      ...move.from,
    ]
  )
  if (rows.length > 0 && move.to === "succeeded") {
    await sumUp(context, [rows[0].company_order_id])
  }
  return rows.length > 0
}

/** See `OrderGroupModuleService.absorbRefunds`. */
export async function absorbRefunds(context: Context, groupId: string, proof: string): Promise<void> {
  const orders = await sql<OrderRow & { order_id: string }>(
    context,
    `select id, order_id, company_id, currency_code, paid_provider_id, shipping_paid::text, total::text
       from company_order where group_id = ? and paid_at is not null and deleted_at is null order by rank for update`,
    [groupId]
  )
  for (const order of orders) {
    await sql(
      context,
      `update company_refund set status = 'succeeded', method = 'provider', proof = ?, succeeded_at = now(),
              error = null, updated_at = now()
        where company_order_id = ? and status in ('processing', 'due') and deleted_at is null`,
      [proof, order.id]
    )
    const refundable = await readRefundable(context, order)
    const left = planLeft(refundable)
    if (left) {
      await insertRefund(context, order, left, {
        reason: "refunded at the provider",
        restock: true,
        requested_by: null,
        request_key: null,
        status: "succeeded",
        method: "provider",
        proof,
      })
    }
  }
  if (orders.length > 0) {
    await sumUp(
      context,
      orders.map(({ id }) => id)
    )
  }
}

function planLeft(order: RefundableOrder): RefundPlan | null {
  const left = MathBN.sum(
    MathBN.sub(order.shipping_paid, order.shipping_refunded),
    ...order.lines.map((line) => MathBN.sub(line.total, line.refunded_amount))
  )
  return left.isGreaterThan(0) ? planRefund(order, {}) : null
}

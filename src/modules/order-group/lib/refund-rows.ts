import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { sql } from "../../../lib/sql"
import { RefundPlan, RefundRequest } from "./plan-refund"

export type RefundStatus = "processing" | "due" | "succeeded" | "failed"

/** A refund as workflows read it; money is decimal text. */
export type RefundView = RefundPlan & {
  id: string
  company_order_id: string
  company_id: string
  order_id: string
  group_id: string
  reason: string
  restock: boolean
  status: RefundStatus
  method: "api" | "hand" | "provider"
  provider_id: string
  requested_by: string | null
  request_key: string | null
  proof: string | null
  error: string | null
  external_id: string | null
  currency_code: string
  created_at: string
  succeeded_at: string | null
  restocked_at: string | null
  settled_at: string | null
}

export type NewRefund = {
  /** By Medusa order id or company order id, with the company when a company asks. */
  order_id: string
  company_id?: string
  request: RefundRequest
  reason: string
  restock: boolean
  requested_by: string | null
  request_key: string | null
}

const VIEW = `select r.id, r.company_order_id, r.company_id, r.order_id, c.group_id, r.amount::text,
    r.shipping_amount::text, r.lines, r.reason, r.restock, r.status, r.method, r.provider_id, r.requested_by, r.request_key, r.proof,
    r.error, r.external_id, c.currency_code, r.created_at, r.succeeded_at, r.restocked_at, r.settled_at
  from company_refund r join company_order c on c.id = r.company_order_id`

/** See `OrderGroupModuleService.findRefunds`. */
export async function findRefunds(
  context: Context,
  find:
    | { id: string }
    | { ids: string[] }
    | { group_id: string }
    | { order_id: string }
    | { unfinished_before: Date }
): Promise<RefundView[]> {
  if ("ids" in find) {
    const marks = find.ids.map(() => "?").join(", ") || "null"
    return selectRefunds(context, `r.id in (${marks})`, find.ids)
  }
  if ("unfinished_before" in find) {
    const isUnfinished = "(r.status = 'processing' or (r.status = 'succeeded' and r.settled_at is null))"
    return selectRefunds(context, `${isUnfinished} and r.updated_at < ?`, [find.unfinished_before])
  }
  const [[name, value]] = Object.entries(find) as Array<[keyof typeof COLUMN, string]>
  assertId(value, name)
  return selectRefunds(context, `${COLUMN[name]} = ?`, [value])
}

const COLUMN = { id: "r.id", group_id: "c.group_id", order_id: "r.order_id" } as const

export type OrderRow = {
  id: string
  company_id: string
  order_id: string
  currency_code: string
  paid_provider_id: string | null
  shipping_paid: string
  total: string
}

/** Refunds by a condition, oldest first. */
export async function selectRefunds(
  context: Context,
  where: string,
  values: unknown[]
): Promise<RefundView[]> {
  return sql<RefundView>(
    context,
    `${VIEW} where ${where} and r.deleted_at is null order by r.created_at, r.id`,
    values
  )
}

type Facts = Pick<NewRefund, "reason" | "restock" | "requested_by" | "request_key"> & {
  status: RefundStatus
  method: RefundView["method"]
  proof: string | null
}

const raw = (amount: string) => JSON.stringify({ value: amount, precision: 20 })

/** Writes a refund of a locked order. */
export async function insertRefund(
  context: Context,
  order: OrderRow,
  plan: RefundPlan,
  facts: Facts
): Promise<string> {
  const id = generateEntityId(undefined, "cref")
  await sql(
    context,
    `insert into company_refund (id, company_order_id, company_id, order_id, amount, raw_amount, shipping_amount,
       raw_shipping_amount, lines, reason, restock, status, method, provider_id, requested_by, proof, request_key,
       succeeded_at)
     values (?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?,
       case when ? = 'succeeded' then now() end)`,
    [
      id,
      order.id,
      order.company_id,
      order.order_id,
      plan.amount,
      raw(plan.amount),
      plan.shipping_amount,
      raw(plan.shipping_amount),
      JSON.stringify(plan.lines),
      facts.reason,
      facts.restock,
      facts.status,
      facts.method,
      order.paid_provider_id,
      facts.requested_by,
      facts.proof,
      facts.request_key,
      facts.status,
    ]
  )
  return id
}

/** Writes what has gone back of an order, from its refunds. */
export async function sumUp(context: Context, companyOrderIds: string[]): Promise<void> {
  await sql(
    context,
    `update company_order c set refunded_total = s.sum, updated_at = now(),
            raw_refunded_total = jsonb_build_object('value', trim_scale(s.sum)::text, 'precision', 20)
       from (select company_order_id, sum(amount) as sum from company_refund
              where status = 'succeeded' and deleted_at is null group by 1) s
      where s.company_order_id = c.id and c.id in (${companyOrderIds.map(() => "?").join(", ")})`,
    companyOrderIds
  )
}

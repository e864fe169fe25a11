import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import { bookingProvider } from "../../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { CompanyOrderDTO } from "../../../modules/order-group/service"
import { captureOrder, Money } from "./capture-order"
import { BOOK_CAPTURES, MARK_GROUP_PAID, MARK_ORDERS_PAID, UNPAID_ORDERS } from "./capture-sql"

type Trx = { raw<T>(sql: string, bindings: unknown[]): Promise<{ rows: T[] }> }

type UnpaidOrder = Pick<
  CompanyOrderDTO,
  "id" | "order_id" | "company_id" | "currency_code" | "payment_collection_id" | "payment_session_id"
> & { total: string; is_plain: boolean; is_captured: boolean }

/** What `company-order.paid` tells. */
export type PaidOrder = { id: string; order_id: string; company_id: string; order_group_id: string }

export type Captured = { paid: PaidOrder[]; payment_ids: string[]; is_group_paid: boolean }

type Input = { group_id: string; company_order_id?: string } & Money

/**
 * Books money for the unpaid orders of a group, or for one of them: Medusa's payments, captures and order transactions,
 * and our own marks, in ONE transaction, so that no crash leaves half of it. Six statements, however many orders.
 *
 * Medusa's own capture of one order takes sixty statements in seven transactions. It is left to do the rare cases: a
 * session that a storefront replaced, another provider than the chosen one, a capture that was begun elsewhere.
 * `capture.spec.ts` holds both to the same rows.
 */
export async function captureGroup(container: MedusaContainer, input: Input): Promise<Captured> {
  const first = await attempt(container, input, false)
  if ("captured" in first) {
    return first.captured
  }
  for (const order of first.rare) {
    await captureOrder(container, order as unknown as CompanyOrderDTO, input)
  }
  const second = await attempt(container, input, true)
  return (second as { captured: Captured }).captured
}

async function attempt(
  container: MedusaContainer,
  input: Input,
  isMended: boolean
): Promise<{ captured: Captured } | { rare: UnpaidOrder[] }> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { options } = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const booked_by = bookingProvider(input.provider_id, options)
  return knex.transaction(async (trx: unknown) => {
    const { raw } = bind(trx as Trx)
    const unpaid = await raw<UnpaidOrder>(UNPAID_ORDERS, [
      booked_by,
      input.group_id,
      input.company_order_id ?? null,
    ])
    const open = unpaid.filter((order) => Number(order.total) > 0 && !order.is_captured)
    const rare = open.filter((order) => !order.is_plain)
    if (rare.length > 0 && !isMended) {
      return { rare }
    }
    const captures = open.filter((order) => order.is_plain).map(captureOf)
    if (captures.length > 0) {
      const proof = JSON.stringify(input.proof)
      await raw(BOOK_CAPTURES, [booked_by, proof, JSON.stringify(captures)])
    }
    const paid =
      unpaid.length === 0 ? [] : await raw<{ id: string }>(MARK_ORDERS_PAID, [input.provider_id, ids(unpaid)])
    const moved = await raw(MARK_GROUP_PAID, [input.group_id])
    return {
      captured: {
        paid: unpaid.filter(({ id }) => paid.some((row) => row.id === id)).map((order) => told(order, input)),
        payment_ids: captures.map(({ payment_id }) => payment_id),
        is_group_paid: moved.length > 0,
      },
    }
  })
}

function bind(trx: Trx) {
  return {
    raw: async <T>(sql: string, bindings: unknown[]) => (await trx.raw<T>(sql, bindings)).rows,
  }
}

const ids = (rows: Array<{ id: string }>) => rows.map(({ id }) => id)

function captureOf(order: UnpaidOrder) {
  return {
    payment_id: generateEntityId(undefined, "pay"),
    capture_id: generateEntityId(undefined, "capt"),
    transaction_id: generateEntityId(undefined, "ordtrx"),
    session_id: order.payment_session_id,
    collection_id: order.payment_collection_id,
    order_id: order.order_id,
  }
}

function told({ id, order_id, company_id }: UnpaidOrder, { group_id }: Input): PaidOrder {
  return { id, order_id, company_id, order_group_id: group_id }
}

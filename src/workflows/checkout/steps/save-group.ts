import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { fiscalLines } from "../../../lib/fiscal"
import { toTiyin } from "../../../lib/money"
import { CASH_PROVIDER } from "../../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import { CheckoutErrors } from "../../../modules/order-group/errors"
import OrderGroupModuleService, { NewCompanyOrder } from "../../../modules/order-group/service"
import { Part } from "../lib/plan"
import { OrderPayment } from "./open-payments"

/** Writes the company orders of a group. */
export const saveCompanyOrdersStep = createStep(
  "save-company-orders",
  async (input: { group_id: string; orders: NewCompanyOrder[] }, { container }) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    await groups.addCompanyOrders(input.group_id, input.orders)
    return new StepResponse(undefined, input.group_id)
  },
  async (groupId, { container }) => {
    if (groupId) {
      const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
      const orders = await groups.listCompanyOrders({ group_id: groupId }, { select: ["id"] })
      const ids = orders.map(({ id }) => id)
      const lines = await groups.listCompanyOrderLines({ company_order_id: ids }, { select: ["id"] })
      await groups.deleteCompanyOrderLines(lines.map(({ id }) => id))
      await groups.deleteCompanyOrders(ids)
    }
  }
)

type PayableInput = {
  group_id: string
  provider_id: string | null
  region_id: string
  currency_code: string
  total: string
  parts: Part[]
  orders: NewCompanyOrder[]
}

/**
 * Opens what the group has to pay at a provider that calls us: the amount in tiyin and the fiscal lines, fixed
 * here for good. Other providers, and a group that costs nothing, need no row.
 */
export const openPayableStep = createStep(
  "open-payable",
  async (input: PayableInput, { container }) => {
    const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
    const terms = paymentTerms(gateway, input)
    if (!input.provider_id || !terms.is_payable) {
      return new StepResponse({ expires_at: terms.expires_at?.toISOString() ?? null }, null)
    }
    const amount_tiyin = toTiyin(input.total)
    const expires_at = terms.expires_at!
    await gateway.openPayable({
      order_group_id: input.group_id,
      provider_id: input.provider_id,
      provider_ids: await callersOfRegion(container, input.region_id, input.provider_id),
      amount_tiyin,
      currency_code: input.currency_code,
      expires_at,
      fiscal: fiscalFacts(input, amount_tiyin),
    })
    return new StepResponse(
      { expires_at: expires_at.toISOString() as string | null },
      input.group_id as string | null
    )
  },
  async (groupId, { container }) => {
    if (groupId) {
      await container.resolve<GatewayModuleService>(GATEWAY_MODULE).discardPayable(groupId)
    }
  }
)

const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000)

/**
 * Until when a group may be paid, and whether a provider that calls us is told of it. Other providers, and a group that
 * costs nothing, need no payable.
 * @throws {MedusaError} CHECKOUT_CURRENCY_WRONG
 */
export function paymentTerms(
  gateway: GatewayModuleService,
  group: { provider_id: string | null; total: string; currency_code: string }
): { is_payable: boolean; expires_at: Date | null } {
  const { checkout, cash } = gateway.options
  if (!group.provider_id || !gateway.calls(group.provider_id) || Number(group.total) === 0) {
    const isCash = group.provider_id === CASH_PROVIDER && Number(group.total) > 0
    return { is_payable: false, expires_at: isCash ? inMinutes(cash.reservation_hours * 60) : null }
  }
  if (group.currency_code.toLowerCase() !== "uzs") {
    throw CheckoutErrors.wrongCurrency(group.currency_code)
  }
  return { is_payable: true, expires_at: inMinutes(checkout.reservation_minutes) }
}

/** The providers of a region that call us; a shopper who changes their mind pays at any of them. One statement. */
async function callersOfRegion(
  container: MedusaContainer,
  regionId: string,
  chosen: string
): Promise<string[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ id: string }> }>(
      `select payment_provider_id as id from region_payment_provider where region_id = ? and deleted_at is null`,
      [regionId]
    )
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  return [...new Set([chosen, ...rows.map(({ id }) => id).filter((id) => gateway.calls(id))])]
}

/** The fiscal lines of a group, adding up to its amount. */
export function fiscalFacts({ parts, orders }: Pick<PayableInput, "parts" | "orders">, amountTiyin: number) {
  const totals = parts.flatMap(({ items }) => items.map(({ total }) => total ?? 0))
  const lines = orders.flatMap((order) => order.lines)
  const shipping = parts.reduce((sum, part) => sum + Number(part.shipping_total), 0)
  return fiscalLines(
    lines.map((line, index) => ({
      ...line,
      total: totals[index],
      vat_percent: Number(line.vat_percent ?? 0),
    })),
    { title: "Yetkazib berish", total: shipping },
    amountTiyin
  )
}

/**
 * Asks each session's provider. Order first, then pay: a provider that calls back answers `pending_authorization`, and
 * the orders wait; one that authorises at once leaves a payment.
 * @returns whether every order's money is captured already
 */
export const authorizePaymentsStep = createStep(
  "authorize-payments",
  async (payments: OrderPayment[], { container }) => {
    const module = container.resolve(Modules.PAYMENT)
    const authorized: string[] = []
    let isCaptured = true
    try {
      for (const { session_id } of payments) {
        if (session_id) {
          const payment = await module.authorizePaymentSession(session_id, {})
          isCaptured &&= !!payment?.captured_at
          authorized.push(...(payment ? [payment.id] : []))
        }
      }
    } catch (error) {
      // A step that fails half-way is not compensated by the engine.
      await cancelPayments(container, authorized)
      throw error
    }
    return new StepResponse({ is_paid: isCaptured }, authorized)
  },
  async (authorized, { container }) => cancelPayments(container, authorized ?? [])
)

async function cancelPayments(container: MedusaContainer, ids: string[]): Promise<void> {
  for (const id of ids) {
    await container.resolve(Modules.PAYMENT).cancelPayment(id)
  }
}

/**
 * The last write of a checkout: from here on the group exists for everybody.
 * @returns the orders that are paid at once, as `company-order.paid` tells of them
 */
export const openGroupStep = createStep(
  "open-order-group",
  async (
    input: {
      id: string
      total: string
      provider_id: string | null
      expires_at: string | null
      is_paid: boolean
    },
    { container }
  ) => {
    const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    const paid = await groups.openGroup({
      id: input.id,
      total: input.total,
      provider_id: input.provider_id,
      expires_at: input.expires_at ? new Date(input.expires_at) : null,
      status: input.is_paid ? "paid" : "pending",
    })
    return new StepResponse({ paid: paid.map((order) => ({ ...order, order_group_id: input.id })) })
  }
)

import { MedusaContainer } from "@medusajs/framework/types"
import { assertId, notFound } from "../../../lib/errors"
import { COMPANY_MODULE } from "../../../modules/company"
import CompanyModuleService from "../../../modules/company/service"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import OrderGroupModuleService, { CompanyOrderDTO, OrderGroupDTO } from "../../../modules/order-group/service"
import { withCheckoutPage } from "../lib/checkout-pages"
import { PaymentPage, paymentPagesOf } from "../lib/payment-url"
import { receiptLinksOf } from "../lib/receipt-links"

type Page = PaymentPage & { ask?: string }
type Group = OrderGroupDTO & { orders: CompanyOrderDTO[] }

/** A shopper's groups, newest first. */
export async function listOrderGroups(
  container: MedusaContainer,
  input: { customer_id: string; limit: number; offset: number },
  page: PaymentPage
) {
  assertId(input.customer_id, "customer id")
  const [groups, count] = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .listAndCountOrderGroups(
      { customer_id: input.customer_id, status: { $ne: "placing" } },
      {
        relations: ["orders"],
        take: input.limit,
        skip: input.offset,
        order: { created_at: "DESC", id: "DESC" },
      }
    )
  return { order_groups: await present(container, groups as unknown as Group[], page), count }
}

/**
 * One group. Its shopper reads it signed in; a guest by its token, given beside the id or in its place.
 * @throws {MedusaError} 404 for everybody else
 */
export async function findOrderGroup(
  container: MedusaContainer,
  reader: { id: string; token?: string; customer_id?: string },
  page: Page
) {
  assertId(reader.id, "order group id")
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [group] = (await groups.listOrderGroups(
    { $or: [{ id: reader.id }, { token: reader.id }], status: { $ne: "placing" } } as never,
    { relations: ["orders"], take: 1 }
  )) as unknown as Group[]
  const isOwn = !!reader.customer_id && group?.customer_id === reader.customer_id
  if (!group || !(isOwn || group.token === reader.id || group.token === reader.token)) {
    throw notFound("Order group", reader.id)
  }
  return presentOne(container, group, page)
}

/** The group a cart has just become, as its completion answers it; whoever holds the cart's id may read it. */
export async function groupById(container: MedusaContainer, id: string, page: PaymentPage = {}) {
  const group = await container
    .resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
    .retrieveOrderGroup(id, { relations: ["orders"] })
  return presentOne(container, group as unknown as Group, page)
}

async function presentOne(container: MedusaContainer, group: Group, page: Page) {
  const [presented] = await present(container, [group], page)
  const [payable] = await container.resolve<GatewayModuleService>(GATEWAY_MODULE).payablesOf([group.id])
  return { ...presented, ...(await withCheckoutPage(container, payable, presented, page)) }
}

async function present(container: MedusaContainer, groups: Group[], page: PaymentPage) {
  const companyIds = [...new Set(groups.flatMap(({ orders }) => orders.map(({ company_id }) => company_id)))]
  const companies = await container
    .resolve<CompanyModuleService>(COMPANY_MODULE)
    .listCompanies({ id: companyIds }, { select: ["id", "name", "handle"] as never[] })
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const groupIds = groups.map(({ id }) => id)
  const payables = await gateway.payablesOf(groupIds)
  const receipts = await receiptLinksOf(container, groupIds)
  return groups.map((group) => ({
    id: group.id,
    status: group.status,
    currency_code: group.currency_code,
    total: Number(group.total),
    email: group.email,
    token: group.token,
    expires_at: group.expires_at,
    paid_at: group.paid_at,
    created_at: group.created_at,
    payment_provider_id: group.provider_id,
    ...paymentPagesOf(
      payables.find(({ order_group_id }) => order_group_id === group.id),
      gateway.options,
      page
    ),
    fiscal_receipt_url: receipts.get(group.id)?.sale ?? null,
    fiscal_refund_url: receipts.get(group.id)?.refund ?? null,
    orders: [...group.orders]
      .sort((a, b) => a.rank - b.rank)
      .map((order) => ({
        id: order.order_id,
        company: companies.find(({ id }) => id === order.company_id) ?? null,
        short_code: order.short_code,
        item_total: Number(order.item_total),
        shipping_total: Number(order.shipping_total),
        discount_total: Number(order.discount_total),
        tax_total: Number(order.tax_total),
        total: Number(order.total),
        paid_at: order.paid_at,
        refunded_total: Number(order.refunded_total),
        canceled_at: order.canceled_at,
      })),
  }))
}

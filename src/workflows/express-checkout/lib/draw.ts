import { MedusaContainer, OrderDTO } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { toTiyin } from "../../../lib/money"
import { randomDigits } from "../../../lib/ids"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { NewCompanyOrder } from "../../../modules/order-group/service"
import { companyOrdersOf } from "../../checkout/lib/company-orders"
import { CheckoutPlan, planCheckout } from "../../checkout/lib/plan"
import { validateCheckout } from "../../checkout/lib/validate"
import { fiscalFacts, paymentTerms } from "../../checkout/steps/save-group"
import { CheckoutCart, Sellers } from "../../checkout/types"
import { ExpressInput, Facts } from "../types"
import { Checked } from "./check"
import { cartRow, companyRows, Group, groupRow, guestRow, linkRows, paymentRows } from "./group-rows"
import { DrawnOrder, drawOrder, orderRows } from "./order-rows"
import { drawPayments, providerFor, refuseOtherTotal } from "./payment"
import { newId, Row } from "./rows"
import { claimsOf, reservationRow, takingsOf } from "./stock"
import { usageOf } from "./usage"
import { Writing } from "./write"

type Priced = {
  input: ExpressInput
  basket: Checked
  facts: Facts
  drawn: string[]
  hash: string
  cart: CheckoutCart
  sellers: Sellers
  group: { id: string; token: string }
}

export type Drawn = Writing & {
  group: Group
  orders: DrawnOrder[]
  /** Orders that cost nothing are paid at once; what `company-order.paid` tells of them. */
  paid: Array<{ id: string; order_id: string; company_id: string; order_group_id: string }>
  reservations: Row[]
}

/**
 * Everything that a priced cart becomes, as rows: the same plan, shares and fiscal lines as a cart's completion.
 * @throws {MedusaError} CHECKOUT_DELIVERY_REQUIRED, CHECKOUT_PRICE_CHANGED, and the refusals of payments
 */
export async function drawCheckout(container: MedusaContainer, priced: Priced): Promise<Drawn> {
  const { input, basket, cart, sellers } = priced
  validateCheckout(cart, sellers)
  const plan = planCheckout(cart, sellers, priced.group.id)
  refuseOtherTotal(input, plan.total, cart.currency_code)
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const provider_id = providerFor(gateway, basket.region, input.payment?.provider_id, plan.total)
  const terms = paymentTerms(gateway, { provider_id, total: plan.total, currency_code: cart.currency_code })
  const group: Group = {
    ...priced.group,
    ...{ total: plan.total, provider_id, expires_at: terms.expires_at, is_paid: provider_id === null },
  }
  const orders = await namedOrders(container, plan)
  const payments = drawPayments(plan, orders, provider_id)
  const told = orders as unknown as OrderDTO[]
  const companyOrders = companyOrdersOf({ cart, parts: plan.parts, orders: told, payments, sellers })
  const payable = terms.is_payable ? [payableRow(gateway, priced, plan, group, companyOrders)] : []
  const claims = claimsOf(orders, basket.goods)
  const reservations = claims.map(reservationRow)
  const company = companyRows(group, companyOrders, codesOf(priced, companyOrders))
  return {
    ...{ group, orders, reservations },
    paid: group.is_paid ? company.paid : [],
    takings: takingsOf(claims),
    usage: usageOf(cart),
    first: [
      ["customer", basket.buyer?.is_new ? [guestRow(basket.buyer)] : []],
      ["cart", [cartRow(cart, priced.hash)]],
      ["order_group", [groupRow(cart, group)]],
    ],
    rest: [
      ...orderRows(orders),
      ["reservation_item", reservations],
      ...paymentRows(plan, payments, provider_id, cart.currency_code),
      ...linkRows(cart, plan, orders),
      ...company.batches,
      ["gateway_payable", payable],
    ],
  }
}

type NamesOrders = {
  generateCustomDisplayId_?: (order: unknown, context: unknown) => Promise<string | undefined>
}

/** A host may give orders names of its own (an option of Medusa's order module). */
async function namedOrders(container: MedusaContainer, { orders }: CheckoutPlan): Promise<DrawnOrder[]> {
  const module = container.resolve(Modules.ORDER) as unknown as NamesOrders
  const drawn: DrawnOrder[] = []
  for (const order of orders) {
    const custom_display_id = await module.generateCustomDisplayId_?.(order, {})
    drawn.push({ ...drawOrder(order), custom_display_id })
  }
  return drawn
}

/** A short code for each company that it has not given yet, of those drawn. */
function codesOf({ facts, drawn }: Priced, orders: NewCompanyOrder[]): Map<string, string> {
  return new Map(
    orders.map(({ company_id }) => {
      const isTaken = (code: string) =>
        facts.taken.some((row) => row.company_id === company_id && row.short_code === code)
      return [company_id, drawn.find((code) => !isTaken(code))!]
    })
  )
}

function payableRow(
  gateway: GatewayModuleService,
  { basket, cart }: Priced,
  { parts, total }: CheckoutPlan,
  group: Group,
  orders: NewCompanyOrder[]
): Row {
  const amount_tiyin = toTiyin(total)
  const others = basket.region.providers.filter((id) => gateway.calls(id))
  return {
    id: newId("pbl"),
    reference: randomDigits(10),
    order_group_id: group.id,
    provider_id: group.provider_id,
    provider_ids: [...new Set([group.provider_id!, ...others])],
    amount_tiyin,
    currency_code: cart.currency_code,
    expires_at: group.expires_at,
    fiscal: fiscalFacts({ parts, orders }, amount_tiyin),
  }
}

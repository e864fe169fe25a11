import {
  createOrdersStep,
  createRemoteLinkStep,
  emitEventStep,
  updateCartsStep,
  useQueryGraphStep,
  validateCartItemsStep,
  validateCartPaymentsStep,
} from "@medusajs/medusa/core-flows"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import {
  createWorkflow,
  parallelize,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { OrderGroupEvents } from "../../../modules/order-group/events"
import { CHECKOUT_CART_FIELDS } from "../lib/cart-fields"
import { stockClaims } from "../lib/claims"
import { companyOrdersOf } from "../lib/company-orders"
import { linksOf } from "../lib/links"
import { planCheckout } from "../lib/plan"
import { withOneSession } from "../../prepaid/lib/session"
import { takePaymentStep } from "../../prepaid/steps"
import { claimCartStep } from "../steps/claim-cart"
import { loadSellersStep, validateCheckoutStep } from "../steps/load-sellers"
import { openPaymentsStep } from "../steps/open-payments"
import { registerPromotionUsageStep } from "../steps/register-usage"
import { reserveStockStep } from "../steps/reserve-stock"
import {
  authorizePaymentsStep,
  openGroupStep,
  openPayableStep,
  saveCompanyOrdersStep,
} from "../steps/save-group"
import { CheckoutCart } from "../types"

/**
 * The body of `completeCheckoutWorkflow`, which holds the cart's lock around it. Claim first, announce last: a crash
 * anywhere in between leaves a group in state `placing`, which the job `recover-checkouts` takes apart, or finishes when
 * its shopper has paid.
 */
export const placeOrderGroupWorkflow = createWorkflow(
  "place-order-group",
  (input: WorkflowData<{ cart_id: string; session_id?: string }>) => {
    const { data } = useQueryGraphStep({
      entity: "cart",
      fields: CHECKOUT_CART_FIELDS,
      filters: { id: input.cart_id },
      options: { isList: false, throwIfKeyNotFound: true },
    })
    const cart = transform({ data, input }, ({ data, input }) =>
      withOneSession(data as unknown as CheckoutCart, input.session_id ?? null)
    )
    validateCartItemsStep({ cart } as never)
    const sessions = validateCartPaymentsStep({ cart } as never)
    const sellers = loadSellersStep({ cart })
    validateCheckoutStep({ cart, sellers })

    const group = claimCartStep({ cart })
    const plan = transform({ cart, sellers, group }, ({ cart, sellers, group }) =>
      planCheckout(cart, sellers, group.id)
    )
    const orders = createOrdersStep(transform(plan, ({ orders }) => orders))
    const claims = transform({ cart, orders }, ({ cart, orders }) => stockClaims(cart, orders))
    parallelize(
      reserveStockStep(claims),
      registerPromotionUsageStep({ cart }),
      updateCartsStep(transform(cart, ({ id }) => [{ id, completed_at: new Date() }]))
    )
    const session = transform(sessions, (sessions) => sessions[0] ?? null)
    const payments = openPaymentsStep(
      transform({ cart, plan, orders, session }, (all) => ({ ...all, parts: all.plan.parts }))
    )
    createRemoteLinkStep(transform({ cart, plan, orders, payments }, linksOf))
    const companyOrders = transform({ cart, plan, orders, payments, sellers }, (all) =>
      companyOrdersOf({ ...all, parts: all.plan.parts })
    )
    saveCompanyOrdersStep({ group_id: group.id, orders: companyOrders })
    const payable = openPayableStep(
      transform({ cart, group, plan, session, companyOrders }, (all) => ({
        group_id: all.group.id,
        provider_id: all.session?.provider_id ?? null,
        region_id: all.cart.region_id!,
        currency_code: all.cart.currency_code,
        total: all.plan.total,
        parts: all.plan.parts,
        orders: all.companyOrders,
      }))
    )
    const paid = authorizePaymentsStep(payments)
    takePaymentStep(
      transform({ cart, group, plan, session }, ({ cart, group, plan, session }) => ({
        group_id: group.id,
        cart_id: cart.id,
        session,
        currency_code: cart.currency_code,
        total: plan.total,
      }))
    )
    const opened = openGroupStep(
      transform({ group, plan, session, payable, paid }, (all) => ({
        id: all.group.id,
        total: all.plan.total,
        provider_id: all.session?.provider_id ?? null,
        expires_at: all.payable.expires_at,
        is_paid: all.paid.is_paid,
      }))
    )
    parallelize(
      emitEventStep({
        eventName: OrderWorkflowEvents.PLACED,
        data: transform(orders, (orders) => orders.map(({ id }) => ({ id }))),
      }),
      emitEventStep({ eventName: OrderGroupEvents.CREATED, data: { id: group.id } }).config({
        name: "emit-group-created",
      })
    )
    when("paid-at-once", paid, ({ is_paid }) => is_paid).then(() => {
      emitEventStep({ eventName: OrderGroupEvents.PAID, data: { id: group.id } }).config({
        name: "emit-group-paid",
      })
      emitEventStep({ eventName: OrderGroupEvents.ORDER_PAID, data: opened.paid }).config({
        name: "emit-orders-paid",
      })
    })
    return new WorkflowResponse({ id: group.id })
  }
)

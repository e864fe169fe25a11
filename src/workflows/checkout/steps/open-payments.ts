import { OrderDTO, PaymentSessionDTO } from "@medusajs/framework/types"
import { MathBN, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { bookingProvider } from "../../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { orderOfPart } from "../lib/claims"
import { Part } from "../lib/plan"
import { CheckoutCart } from "../types"

type Input = { cart: CheckoutCart; parts: Part[]; orders: OrderDTO[]; session: PaymentSessionDTO | null }

export type OrderPayment = { order_id: string; collection_id: string | null; session_id: string | null }

/**
 * Gives every order a payment collection and session of its own, so that Medusa's capture, refund and cancellation work
 * per order. An order that costs what the cart's own session says (the usual cart of one company) keeps that one; but a
 * payment that is made before the order exists stays the cart's, and every order gets its share of it.
 */
export const openPaymentsStep = createStep(
  "open-payments",
  async ({ cart, parts, orders, session }: Input, { container }) => {
    const payment = container.resolve(Modules.PAYMENT)
    const { options } = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
    const provider_id = session && bookingProvider(session.provider_id, options)
    const isOwn = provider_id === session?.provider_id
    const made: string[] = []
    const payments: OrderPayment[] = []
    try {
      for (const part of parts) {
        const order_id = orderOfPart(orders, part.company_id).id
        if (!session || MathBN.eq(part.total, 0)) {
          payments.push({ order_id, collection_id: null, session_id: null })
        } else if (isOwn && parts.length === 1 && MathBN.eq(session.amount, part.total)) {
          payments.push({ order_id, collection_id: cart.payment_collection!.id, session_id: session.id })
        } else {
          const amount = Number(part.total)
          const collection = await payment.createPaymentCollections({
            currency_code: cart.currency_code,
            amount,
          })
          made.push(collection.id)
          const own = await payment.createPaymentSession(collection.id, {
            provider_id: provider_id!,
            currency_code: cart.currency_code,
            amount,
            data: {},
          })
          payments.push({ order_id, collection_id: collection.id, session_id: own.id })
        }
      }
    } catch (error) {
      // A step that fails half-way is not compensated by the engine: take back what it made itself.
      await payment.deletePaymentCollections(made)
      throw error
    }
    return new StepResponse(payments, made)
  },
  async (made, { container }) => {
    if (made?.length) {
      await container.resolve(Modules.PAYMENT).deletePaymentCollections(made)
    }
  }
)

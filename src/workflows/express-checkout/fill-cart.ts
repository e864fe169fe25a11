import {
  addShippingMethodToCartWorkflow,
  addToCartWorkflow,
  createCartWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  updateCartPromotionsWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, PromotionActions } from "@medusajs/framework/utils"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { CHECKOUT_CART_FIELDS } from "../checkout/lib/cart-fields"
import { planCheckout } from "../checkout/lib/plan"
import { CheckoutCart } from "../checkout/types"
import type { Carted } from "./by-cart"
import { handledWorkflows } from "./hooks"
import { sellersOf } from "./lib/cart"
import { providerFor, refuseOtherTotal } from "./lib/payment"
import { ExpressInput } from "./types"
import { askHost } from "./workflows/validate"

/** Makes the cart that a basket stands for, ready to be completed. @param onMade told when there is a cart to clean up */
export async function fillCart(
  container: MedusaContainer,
  input: ExpressInput,
  carted: Carted,
  onMade: () => void
): Promise<void> {
  await makeCart(container, input, carted, onMade)
  const { cart_id } = carted
  for (const { shipping_option_id: id, data } of input.delivery) {
    await addShippingMethodToCartWorkflow(container).run({ input: { cart_id, options: [{ id, data }] } })
  }
  if (input.promo_codes.length > 0) {
    // Last of all: Medusa forgets a code that gives nothing yet.
    const { promo_codes } = input
    await updateCartPromotionsWorkflow(container).run({
      input: { cart_id, promo_codes, action: PromotionActions.ADD, force_refresh_payment_collection: true },
    })
  }
  await openPayment(container, input, carted)
}

/** Goods and addresses come with the cart, or in calls of their own where a host listens to those. */
async function makeCart(
  container: MedusaContainer,
  input: ExpressInput,
  { basket, cart_id, hash }: Carted,
  onMade: () => void
) {
  const handled = handledWorkflows()
  const isAdded = handled.includes("addToCart")
  const isUpdated = handled.includes("updateCart")
  const { email, sales_channel_id, locale, shipping_address, billing_address } = input
  const items = input.items.map((item) => ({ ...item, metadata: item.metadata ?? {} }))
  const addresses = { shipping_address, billing_address } as object
  await createCartWorkflow(container).run({
    input: {
      id: cart_id,
      ...{ email, sales_channel_id, locale, region_id: basket.region.id },
      customer_id: input.customer_id ?? undefined,
      metadata: { ...input.metadata, checkout_hash: hash },
      ...(isUpdated ? {} : addresses),
      ...(isAdded ? {} : { items }),
    } as never,
  })
  onMade()
  if (isUpdated) {
    await updateCartWorkflow(container).run({ input: { id: cart_id, email, ...addresses } })
  }
  if (isAdded) {
    await addToCartWorkflow(container).run({ input: { cart_id, items } as never })
  }
}

async function openPayment(container: MedusaContainer, input: ExpressInput, { basket, cart_id }: Carted) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart",
    fields: CHECKOUT_CART_FIELDS,
    filters: { id: cart_id },
  })
  const cart = data[0] as unknown as CheckoutCart
  await askHost(container, { input, cart })
  const { total } = planCheckout(cart, sellersOf(basket), "")
  refuseOtherTotal(input, total, cart.currency_code)
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const provider_id = providerFor(gateway, basket.region, input.payment?.provider_id, total)
  if (provider_id) {
    await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id } })
    const { data: links } = await query.graph({
      entity: "cart_payment_collection",
      fields: ["payment_collection_id"],
      filters: { cart_id },
    })
    const { payment_collection_id } = links[0] as { payment_collection_id: string }
    const customer_id = input.customer_id ?? undefined
    await createPaymentSessionsWorkflow(container).run({
      input: { payment_collection_id, provider_id, customer_id, data: input.payment?.data },
    })
  }
}

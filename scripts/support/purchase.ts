import Medusa from "@medusajs/js-sdk"
import { HttpTypes } from "@medusajs/types"
import { PaymeCaller, paymeId, readCheckoutLink } from "./payme-caller"

export type Target = { baseUrl: string; publishableKey: string; paymeKey: string }

export type OrderGroupAnswer = {
  id: string
  token: string
  status: string
  total: number
  payment_url: string | null
  orders: Array<{
    id: string
    company: { id: string; name: string } | null
    short_code: string
    total: number
  }>
}

type DeliveryAnswer = {
  companies: Array<{
    company: { id: string; name: string }
    shipping_options: Array<{ id: string; name: string; type: string; amount: number }>
    selected_option_id: string | null
  }>
}

/** The official SDK, unmodified, as a storefront uses it. */
export function storefront({ baseUrl, publishableKey }: Target): Medusa {
  return new Medusa({ baseUrl, publishableKey, auth: { type: "jwt", jwtTokenStorageMethod: "memory" } })
}

/** Fills a cart with one of each variant and chooses a delivery for every company. */
export async function fillCart(
  sdk: Medusa,
  variantIds: string[],
  email: string
): Promise<HttpTypes.StoreCart> {
  const { regions } = await sdk.store.region.list()
  const { cart } = await sdk.store.cart.create({
    region_id: regions[0].id,
    email,
    shipping_address: {
      first_name: "Dilnoza",
      last_name: "Karimova",
      phone: "+998901234567",
      address_1: "Amir Temur 1",
      city: "Toshkent",
      country_code: "uz",
    },
  })
  for (const variant_id of variantIds) {
    await sdk.store.cart.createLineItem(cart.id, { variant_id, quantity: 1 })
  }
  const { companies } = await sdk.client.fetch<DeliveryAnswer>(`/store/carts/${cart.id}/delivery-options`)
  for (const { shipping_options } of companies) {
    await sdk.store.cart.addShippingMethod(cart.id, { option_id: shipping_options[0].id })
  }
  const { cart: filled } = await sdk.store.cart.retrieve(cart.id)
  return filled
}

/** Chooses Payme and completes the cart; answers what the storefront gets. */
export async function placeOrder(sdk: Medusa, cart: HttpTypes.StoreCart, providerId?: string) {
  const providers = await sdk.store.payment.listPaymentProviders({ region_id: cart.region_id! })
  const provider_id =
    providerId ?? providers.payment_providers.find(({ id }) => id.startsWith("pp_payme"))!.id
  await sdk.store.payment.initiatePaymentSession(cart, { provider_id })
  const answer = await sdk.store.cart.complete(cart.id)
  if (answer.type !== "order") {
    throw new Error(answer.error.message)
  }
  return {
    order: answer.order,
    order_group: (answer as unknown as { order_group: OrderGroupAnswer }).order_group,
  }
}

/** Pays an order group as Payme does it: check, create, perform. */
export async function payByPayme(target: Target, paymentUrl: string) {
  const payme = new PaymeCaller(target.baseUrl, target.paymeKey)
  const { account, amount } = readCheckoutLink(paymentUrl)
  const id = paymeId()
  const steps = [
    ["CheckPerformTransaction", { amount, account }],
    ["CreateTransaction", { id, time: Date.now(), amount, account }],
    ["PerformTransaction", { id }],
  ] as const
  for (const [method, params] of steps) {
    const reply = await payme.call(method, params)
    if (!reply.result) {
      throw new Error(`${method} was refused: ${JSON.stringify(reply.error)}`)
    }
  }
  return { id, amount }
}

/**
 * One purchase from the goods that a market shows, from browsing to Payme's confirmation. Throws when anything on the
 * way is not as it should be.
 */
export async function runPurchase(target: Target): Promise<void> {
  const sdk = storefront(target)
  const { products } = await sdk.store.product.list({ limit: 1, fields: "id,*variants" })
  const cart = await fillCart(sdk, [products[0].variants![0].id], "xaridor@example.com")
  const { order_group } = await placeOrder(sdk, cart)
  await payByPayme(target, order_group.payment_url!)
  const { order_group: paid } = await sdk.client.fetch<{ order_group: OrderGroupAnswer }>(
    `/store/order-groups/${order_group.id}?token=${order_group.token}`
  )
  if (paid.status !== "paid" || paid.payment_url !== null) {
    throw new Error(`the order group is ${paid.status}, not paid`)
  }
}

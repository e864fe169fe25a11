import type Medusa from "@medusajs/js-sdk"

import { fillCart, type OrderGroupAnswer, placeOrder } from "./purchase"
import type { Tour } from "./tour-steps"

/** Pays one order at each running emulator as a browser does: reads its page, fills the form in, presses the button. */

const RETURN_URL = "http://localhost/thanks"

/** Providers that are paid at the `payment_url` of an order group, by kind. */
const BY_LINK: Record<string, string> = {
  payme: "pp_payme_payme",
  click: "pp_click_click",
  uzum: "pp_uzum_uzum",
  uzumcheckout: "pp_uzumcheckout_uzumcheckout",
}

type Attributes = Record<string, string>

function attributesOf(tag: string): Attributes {
  const unescaped = (text: string) =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value)])
  )
}

/**
 * Presses the page's first button, which is the one that pays.
 * @returns where the browser is sent, or null when it stays
 * @throws {Error} when the page is not an emulator's
 */
async function pressPay(address: string): Promise<string | null> {
  const page = await fetch(address)
  const html = await page.text()
  if (!page.ok || !html.includes("EMULATOR")) {
    throw new Error(`${address} answered ${page.status} and is not an emulator's page`)
  }
  const inputs = [...html.matchAll(/<input [^>]*>/g)].map(([tag]) => attributesOf(tag))
  const button = attributesOf(/<button [^>]*>/.exec(html)?.[0] ?? "")
  const pairs = [...inputs, button].map(({ name, value }) => [name, value])
  const pressed = await fetch(address, {
    method: "POST",
    body: new URLSearchParams(pairs),
    redirect: "manual",
  })
  return pressed.headers.get("location")
}

async function readGroup(sdk: Medusa, { id, token }: OrderGroupAnswer, query: Record<string, string> = {}) {
  const path = `/store/order-groups/${id}?${new URLSearchParams({ token, ...query })}`
  return (await sdk.client.fetch<{ order_group: OrderGroupAnswer }>(path)).order_group
}

async function payByLink(sdk: Medusa, variantId: string, email: string, provider_id: string) {
  const { order_group } = await placeOrder(sdk, await fillCart(sdk, [variantId], email), provider_id)
  const { payment_url } = await readGroup(sdk, order_group, { provider_id, return_url: RETURN_URL })
  await pressPay(payment_url!)
  return (await readGroup(sdk, order_group)).status
}

/** Stripe is paid before the order exists: at the page of the PaymentIntent that the cart's session holds. */
async function payByStripe(sdk: Medusa, variantId: string, email: string, page: string) {
  const cart = await fillCart(sdk, [variantId], email)
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(cart, {
    provider_id: "pp_stripe_stripe",
  })
  const { id } = payment_collection.payment_sessions![0].data as { id: string }
  await pressPay(`${page}/${id}?${new URLSearchParams({ return_url: RETURN_URL })}`)
  const answer = (await sdk.store.cart.complete(cart.id)) as unknown as { order_group: OrderGroupAnswer }
  return (await readGroup(sdk, answer.order_group)).status
}

/**
 * @param buyer what is bought each time, and by whom
 * @param pages the running emulators' pages, by kind of provider
 */
export async function payAtEmulators(
  tour: Tour,
  sdk: Medusa,
  buyer: { variant_id: string; email: string },
  pages: Record<string, string>
): Promise<void> {
  for (const [kind, page] of Object.entries(pages)) {
    const { variant_id, email } = buyer
    const status =
      kind === "stripe"
        ? await payByStripe(sdk, variant_id, email, page)
        : await payByLink(sdk, variant_id, email, BY_LINK[kind])
    tour.check(`an order is paid on the page of the ${kind} emulator`, status, "paid")
  }
}

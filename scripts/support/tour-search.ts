import { randomUUID } from "node:crypto"
import Medusa from "@medusajs/js-sdk"
import { OrderGroupAnswer } from "./purchase"
import { Tour } from "./tour-steps"

type Found = { products: Array<{ id: string }>; count: number }
type Priced = { variants: Array<{ id: string; calculated_price: { calculated_amount: number } | null }> }
type Options = { companies: Array<{ shipping_options: Array<{ id: string }> }> }

/** What is looked for: a title, its goods, and a variant that there is plenty of. */
type Wanted = { title: string; product_id: string; plenty: string; email: string }

/**
 * A storefront that reads the catalogue instead of Medusa's lists, finds goods by words in either alphabet, and orders in one
 * call.
 */
export async function lookAndOrder(tour: Tour, sdk: Medusa, wanted: Wanted) {
  const { regions } = await sdk.store.region.list()
  await comparePrices(tour, sdk, wanted, regions[0].id)
  await find(tour, sdk, wanted)
  await orderAtOnce(tour, sdk, wanted, regions[0].id)
}

async function comparePrices(tour: Tour, sdk: Medusa, { product_id }: Wanted, region_id: string) {
  const prices = ({ variants }: Priced) =>
    variants.map(({ id, calculated_price }) => [id, calculated_price?.calculated_amount]).sort()
  const core = await sdk.store.product.retrieve(product_id, {
    region_id,
    fields: "*variants.calculated_price",
  })
  const { product } = await sdk.client.fetch<{ product: Priced }>(`/store/catalog/products/${product_id}`, {
    query: { region_id },
  })
  tour.check("the catalogue's prices are Medusa's", prices(product), prices(core.product as Priced))
}

async function find(tour: Tour, sdk: Medusa, { title, product_id }: Wanted) {
  for (const [how, q] of [
    ["by its name", title],
    ["by its name in Cyrillic letters", inCyrillic(title)],
  ]) {
    const { products } = await sdk.client.fetch<Found>("/store/catalog/products", {
      query: { q, limit: 100 },
    })
    const ids = products.map(({ id }) => id)
    tour.check(`${q} is found ${how}`, ids.includes(product_id), true)
  }
}

const LETTERS: Array<[RegExp, string]> = [
  [/o[‘ʻ'`’]/g, "ў"],
  [/g[‘ʻ'`’]/g, "ғ"],
  [/sh/g, "ш"],
  [/ch/g, "ч"],
  [/ya/g, "я"],
  [/yo/g, "ё"],
  [/yu/g, "ю"],
]
const LATIN = "abdefghijklmnopqrstuvxyz"
const CYRILLIC = "абдефгҳижклмнопқрстувхйз"

function inCyrillic(title: string): string {
  const pairs = LETTERS.reduce((text, [from, to]) => text.replace(from, to), title.toLowerCase())
  return pairs.replace(/[a-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter)
}

async function orderAtOnce(tour: Tour, sdk: Medusa, { plenty, email }: Wanted, region_id: string) {
  const items = [{ variant_id: plenty, quantity: 1 }]
  const { cart } = await sdk.store.cart.create({ region_id, items })
  const { companies } = await sdk.client.fetch<Options>(`/store/carts/${cart.id}/delivery-options`)
  const { payment_providers } = await sdk.store.payment.listPaymentProviders({ region_id })
  const provider_id = payment_providers.find(({ id }) => id.startsWith("pp_payme"))!.id
  const body = {
    items,
    region_id,
    email,
    shipping_address: { first_name: "Dilnoza", phone: "+998901234567", city: "Toshkent", country_code: "uz" },
    delivery: companies.map(({ shipping_options }) => ({ shipping_option_id: shipping_options[0].id })),
    payment: { provider_id },
    idempotency_key: randomUUID(),
  }
  const order = () =>
    sdk.client.fetch<{ order_group: OrderGroupAnswer }>("/store/checkout", { method: "POST", body })
  const { order_group } = await order()
  tour.check("one call orders, and says where to pay", !!order_group.payment_url, true)
  tour.check("the same call again is the same order", (await order()).order_group.id, order_group.id)
}

import { readFile } from "node:fs/promises"
import path from "node:path"
import Medusa from "@medusajs/js-sdk"
import { payAtEmulators } from "./support/emulator-payments"
import { PaymeCaller, paymeId, readCheckoutLink } from "./support/payme-caller"
import { fillCart, OrderGroupAnswer, placeOrder, storefront, Target } from "./support/purchase"
import { currentRun } from "./support/run-lock"
import { signInStaff } from "./support/staff"
import { betweenPurchases } from "./support/tour-between-purchases"
import { lookAndOrder } from "./support/tour-search"
import { Tour } from "./support/tour-steps"

type Demo = {
  publishable_key: string
  accounts: Array<{ role: string; email: string; password: string; company?: string }>
}
type MerchantOrder = { id: string; short_code: string; status: string; total: number; paid_total: number }

/**
 * `npm run tour`: plays the main job of the market against the running server, with the official SDK as the shopper and
 * a stand-in for Payme's own calls, and prints what happened. Exit code 0 says that all of it was true.
 */
async function main() {
  const baseUrl = process.env.BOZOR_URL ?? `http://localhost:${process.env.PORT ?? 9000}`
  const { demo, paymeKey } = await readSecrets()
  const target = { baseUrl, publishableKey: demo.publishable_key, paymeKey }
  const tour = new Tour()
  await tour.begin(baseUrl)
  const sdk = storefront(target)
  const shopper = demo.accounts.find(({ role }) => role === "shopper")!
  await sdk.auth.login("customer", "emailpass", { email: shopper.email, password: shopper.password })

  const { goods, plenty } = await pickGoods(sdk, tour)
  const allOwners = await signInOwners(demo, target)
  const { first, second, owners } = await ofTwoCompanies(goods, allOwners)
  const before = await Promise.all(owners.map((owner, i) => owner.available([first, second][i].variant_id)))

  const cart = await fillCart(sdk, [first.variant_id, second.variant_id], shopper.email)
  tour.say(`a cart of two companies' goods: ${sum(cart.total)}`)
  const { order, order_group } = await placeOrder(sdk, cart)
  tour.check("the answer is an order, as the SDK expects", order.id, order_group.orders[0].id)
  tour.check("one order per company", order_group.orders.length, 2)
  tour.check(
    "their totals add up to the cart's",
    order_group.orders.reduce((n, o) => n + o.total, 0),
    cart.total
  )
  const again = await placeOrderAgain(sdk, cart.id)
  tour.check("completing again answers the same group", again.id, order_group.id)

  await payAndWatch(tour, target, order_group)
  const paid = await sdk.client.fetch<{ order_group: OrderGroupAnswer }>(
    `/store/order-groups/${order_group.id}`
  )
  tour.check("the shopper sees the group paid", paid.order_group.status, "paid")

  for (const [i, owner] of owners.entries()) {
    const { orders } = await owner.get<{ orders: MerchantOrder[] }>("/merchant/orders?limit=100")
    const own = order_group.orders[i]
    const seen = orders.find(({ id }) => id === own.id)
    tour.check(
      `${owner.company} sees its order ${own.short_code}, paid`,
      [seen?.status, seen?.paid_total],
      ["paid", own.total]
    )
    tour.check(
      `${owner.company}'s stock is one less`,
      await owner.available([first, second][i].variant_id),
      before[i] - 1
    )
    const foreign = await owner.status(`/merchant/orders/${order_group.orders[1 - i].id}`)
    tour.check(`${owner.company} gets 404 for the other company's order`, foreign, 404)
    tour.check(`${owner.company} may not call the operator's API`, await owner.status("/admin/orders"), 403)
  }
  const [{ id: order_id, company }] = order_group.orders
  const operator = await signInStaff(
    baseUrl,
    demo.accounts.find(({ role }) => role === "operator")!
  )
  const bought = { product_id: first.product_id, order_id, company_id: company!.id, seller: owners[0] }
  await betweenPurchases(tour, sdk, bought, { operator, owners: allOwners, language: "uz" })
  await lookAndOrder(tour, sdk, { ...first, plenty, email: shopper.email })
  const buyer = { variant_id: plenty, email: shopper.email }
  await payAtEmulators(tour, sdk, buyer, currentRun()?.emulators ?? {})
  tour.end()
}

async function placeOrderAgain(sdk: Medusa, cartId: string) {
  const answer = await sdk.store.cart.complete(cartId)
  return (answer as unknown as { order_group: OrderGroupAnswer }).order_group
}

/** Payme's calls, each told as it happens, with a wrong amount on the way that must be refused. */
async function payAndWatch(tour: Tour, target: Target, group: OrderGroupAnswer) {
  const payme = new PaymeCaller(target.baseUrl, target.paymeKey)
  const { account, amount } = readCheckoutLink(group.payment_url!)
  tour.check("Payme is told tiyin, to the last one", amount, group.total * 100)
  const id = paymeId()
  const wrong = await payme.call("CheckPerformTransaction", { amount: amount + 1, account })
  tour.check("a tampered amount is refused", wrong.error?.code, -31001)
  const check = await payme.call("CheckPerformTransaction", { amount, account })
  tour.check("Payme may take the money", check.result?.allow, true)
  const created = await payme.call("CreateTransaction", { id, time: Date.now(), amount, account })
  tour.check("the transaction is created", created.result?.state, 1)
  const performed = await payme.call("PerformTransaction", { id })
  tour.check("the transaction is performed", performed.result?.state, 2)
  const repeated = await payme.call("PerformTransaction", { id })
  tour.check("performing again changes nothing", repeated.result, performed.result)
}

type Goods = { title: string; product_id: string; variant_id: string }

/** What is in stock, and the variant that there is most of. */
async function pickGoods(sdk: Medusa, tour: Tour): Promise<{ goods: Goods[]; plenty: string }> {
  const { companies } = await sdk.client.fetch<{ companies: Array<{ name: string }> }>("/store/companies")
  const { products } = await sdk.store.product.list({
    limit: 100,
    fields: "id,title,shipping_profile.*,*variants,+variants.inventory_quantity",
  })
  const goods = products.flatMap((product) => {
    const variant = product.variants?.find(({ inventory_quantity }) => (inventory_quantity ?? 0) > 0)
    return variant ? [{ ...named(product), variant_id: variant.id, stock: variant.inventory_quantity! }] : []
  })
  tour.say(`the shopper sees ${products.length} goods of ${companies.length} companies`)
  const [{ variant_id: plenty }] = [...goods].sort((a, b) => b.stock - a.stock)
  return { goods, plenty }
}

const named = ({ id, title }: { id: string; title: string }) => ({ product_id: id, title })

type Owner = Awaited<ReturnType<typeof signInOwners>>[number]

async function signInOwners(demo: Demo, target: Target) {
  return Promise.all(
    demo.accounts
      .filter(({ role }) => role === "owner")
      .map(async (account) => {
        const staff = await signInStaff(target.baseUrl, account)
        const variant = async (id: string) => {
          type Listings = { listings: Array<{ variants: Array<{ variant_id: string; available: number }> }> }
          const { listings } = await staff.get<Listings>("/merchant/listings?limit=100")
          return listings.flatMap(({ variants }) => variants).find(({ variant_id }) => variant_id === id)
        }
        return {
          ...staff,
          variant,
          available: async (id: string) => (await variant(id))!.available,
        }
      })
  )
}

async function sellerOf({ variant_id }: Goods, owners: Owner[]): Promise<Owner> {
  for (const owner of owners) {
    if (await owner.variant(variant_id)) {
      return owner
    }
  }
  throw new Error("no company sells what the storefront shows")
}

/** Two of the goods that different companies sell, and their owners. */
async function ofTwoCompanies(goods: Goods[], companies: Owner[]) {
  const [first] = goods
  const seller = await sellerOf(first, companies)
  for (const second of goods.slice(1).reverse()) {
    const other = await sellerOf(second, companies)
    if (other.company !== seller.company) {
      return { first, second, owners: [seller, other] }
    }
  }
  throw new Error("the storefront shows goods of one company only")
}

/** The demo's sign-ins and the key by which Payme's calls are signed; both were made at the first start. */
async function readSecrets(): Promise<{ demo: Demo; paymeKey: string }> {
  const read = async (name: string) =>
    JSON.parse(await readFile(path.join(process.cwd(), ".bozor", name), "utf8"))
  try {
    const demo = (await read("demo.json")) as Demo
    const paymeKey =
      process.env.PAYME_KEY ?? ((await read("secrets.json")) as Record<string, string>).PAYME_KEY
    return { demo, paymeKey }
  } catch {
    throw new Error(
      "There is no demo market here yet: run `npm start` in another terminal and wait until it is ready"
    )
  }
}

function sum(amount: number): string {
  return `${amount.toLocaleString("ru-RU")} so‘m`
}

main().catch((error: Error) => {
  console.error(`\n✗ ${error.message}`)
  process.exit(1)
})

import { MedusaContainer } from "@medusajs/framework/types"
import { openMarket } from "../../src/demo/open-market"
import { addDemoMember, addShopper } from "../../src/demo/accounts"
import { eanCheckDigit } from "../../src/lib/barcode"
import { approveCompanyWorkflow, createCompanyWorkflow } from "../../src/workflows/company"
import { createListingWorkflow } from "../../src/workflows/listing"
import { grantOperatorWorkflow } from "../../src/workflows/operator"

/** What `medusaIntegrationTestRunner` hands to a suite; the parts of it that the tests use. */
export type Api = {
  get: (url: string, config?: object) => Promise<Reply>
  post: (url: string, body?: unknown, config?: object) => Promise<Reply>
  delete: (url: string, config?: object) => Promise<Reply>
  request: (config: object) => Promise<Reply>
}
// Answers are asserted on field by field; a type for each would repeat the assertions.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Reply = { status: number; data: any; headers: Record<string, string> }

export const PASSWORD = "parol-1234567"

/** A company with an owner who can sign in, approved and ready to sell. */
export type TestCompany = { id: string; handle: string; owner: { email: string; headers: Headers } }
type Headers = { headers: Record<string, string> }

/** An open market: region, channel and publishable key, and an operator who is signed in. */
export async function setUpMarket(container: MedusaContainer, api: Api) {
  const opened = await openMarket(container, ["Sut mahsulotlari", "Telefonlar"])
  await grantOperatorWorkflow(container).run({ input: { email: "operator@example.com", password: PASSWORD } })
  return {
    ...opened,
    store: { headers: { "x-publishable-api-key": opened.publishable_key } },
    operator: await signIn(api, "user", "operator@example.com"),
  }
}

/** Headers of somebody who signs in with e-mail and password. */
export async function signIn(api: Api, actor: "user" | "customer", email: string): Promise<Headers> {
  const { data } = await api.post(`/auth/${actor}/emailpass`, { email, password: PASSWORD })
  return { headers: { authorization: `Bearer ${data.token}` } }
}

/** A company; approved unless told otherwise. */
export async function createCompany(
  container: MedusaContainer,
  api: Api,
  name: string,
  options: { isApproved?: boolean } = {}
): Promise<TestCompany> {
  const { result } = await createCompanyWorkflow(container).run({
    input: { company: { name, phone: "+998901234567" } },
  })
  const { id, handle } = result.company
  if (options.isApproved !== false) {
    await approveCompanyWorkflow(container).run({ input: { company_id: id } })
  }
  const email = `egasi@${handle}.example.com`
  await addDemoMember(container, { company_id: id, role: "owner", email, password: PASSWORD })
  return { id, handle, owner: { email, headers: await signIn(api, "user", email) } }
}

/** A further person of a company, signed in. */
export async function createMember(
  container: MedusaContainer,
  api: Api,
  companyId: string,
  role: string,
  email: string
) {
  const member = await addDemoMember(container, { company_id: companyId, role, email, password: PASSWORD })
  return { ...member, ...(await signIn(api, "user", email)) }
}

/** A shopper with an account, signed in, with the publishable key. */
export async function createShopper(
  container: MedusaContainer,
  api: Api,
  email: string,
  publishableKey: string
) {
  const { customer_id } = await addShopper(container, { email, password: PASSWORD })
  const { headers } = await signIn(api, "customer", email)
  return { customer_id, headers: { ...headers, "x-publishable-api-key": publishableKey } }
}

let serial = 0

/** A right EAN-13 that no other call gives. */
export function nextEan(): string {
  const body = `478${String(++serial).padStart(9, "0")}`
  return `${body}${eanCheckDigit(body)}`
}

/** Goods of one kind. */
export async function createListing(
  container: MedusaContainer,
  companyId: string,
  facts: {
    name?: string
    cost?: number
    markup_percent?: number
    stock?: number
    barcode?: string | null
    ikpu?: string
    package_code?: string
    vat_percent?: number
  } = {}
): Promise<{
  id: string
  variant_id: string
  product_id: string
  listing_variant_id: string
  inventory_item_id: string
}> {
  const { name = "Non", cost = 10_000, markup_percent = 20, stock = 100, barcode = null, ...fiscal } = facts
  const { result } = await createListingWorkflow(container).run({
    input: {
      company_id: companyId,
      name: { uz: name },
      facts: fiscal,
      options: [],
      variants: [{ cost, markup_percent, stock, barcode }],
    },
  })
  const listings = container.resolve("listing") as {
    listListingVariants: (
      filter: object
    ) => Promise<Array<{ id: string; variant_id: string; inventory_item_id: string }>>
    retrieveListing: (id: string) => Promise<{ product_id: string }>
  }
  const [variant] = await listings.listListingVariants({ listing_id: result.id })
  const { product_id } = await listings.retrieveListing(result.id)
  return {
    id: result.id,
    product_id,
    variant_id: variant.variant_id,
    listing_variant_id: variant.id,
    inventory_item_id: variant.inventory_item_id,
  }
}

type Line = { variant_id: string; quantity?: number }

/** Who buys where, in every cart and checkout of the tests. */
const buyerOf = (market: { region_id: string }, lines: Line[]) => ({
  region_id: market.region_id,
  email: "xaridor@example.com",
  shipping_address: {
    first_name: "Dilnoza",
    last_name: "Karimova",
    phone: "+998901112233",
    address_1: "Navoiy 1",
    city: "Toshkent",
    country_code: "uz",
  },
  items: lines.map(({ variant_id, quantity = 1 }) => ({ variant_id, quantity })),
})

/** A cart with goods and an address, and each company's way of delivery that would be chosen. */
async function beginCart(
  api: Api,
  market: { region_id: string },
  shopper: Headers,
  lines: Line[],
  delivery: "pickup" | "courier"
): Promise<{ cart_id: string; option_ids: string[] }> {
  const { data } = await api.post("/store/carts", buyerOf(market, lines), shopper)
  const cart_id = data.cart.id as string
  const { data: options } = await api.get(`/store/carts/${cart_id}/delivery-options`, shopper)
  const option_ids = options.companies.map(
    ({ shipping_options }: { shipping_options: Array<{ id: string; type: string }> }) =>
      shipping_options.find(({ type }) => type === delivery)!.id
  )
  return { cart_id, option_ids }
}

/** A cart with goods, an address, and a delivery chosen for every company: ready for a payment session. */
export async function fillCart(
  api: Api,
  market: { region_id: string },
  shopper: Headers,
  lines: Line[],
  delivery: "pickup" | "courier" = "pickup"
): Promise<string> {
  const { cart_id, option_ids } = await beginCart(api, market, shopper, lines, delivery)
  for (const option_id of option_ids) {
    await api.post(`/store/carts/${cart_id}/shipping-methods`, { option_id }, shopper)
  }
  return cart_id
}

/** Ways of delivery that a basket's companies were asked for before; ids never come twice. */
const knownOptions = new Map<string, string[]>()

/**
 * From goods to an order group that waits for payment, in one call: for tests of what comes after the checkout. That it is the
 * same as `checkOut` is what `http/express-checkout` tests.
 */
export async function checkOutAtOnce(
  api: Api,
  market: { region_id: string },
  shopper: Headers,
  lines: Line[],
  delivery: "pickup" | "courier" = "pickup",
  provider_id = "pp_payme_payme"
) {
  const basket = [delivery, ...lines.map(({ variant_id }) => variant_id)].join()
  const option_ids =
    knownOptions.get(basket) ?? (await beginCart(api, market, shopper, lines, delivery)).option_ids
  knownOptions.set(basket, option_ids)
  const body = {
    ...buyerOf(market, lines),
    delivery: option_ids.map((shipping_option_id) => ({ shipping_option_id })),
    payment: { provider_id },
  }
  const { data } = await api.post("/store/checkout", body, shopper)
  return { order: data.order, order_group: data.order_group }
}

/** Opens a payment session for a cart. */
export async function choosePayment(
  api: Api,
  shopper: Headers,
  cartId: string,
  provider_id = "pp_payme_payme"
) {
  const { data } = await api.post("/store/payment-collections", { cart_id: cartId }, shopper)
  await api.post(
    `/store/payment-collections/${data.payment_collection.id}/payment-sessions`,
    { provider_id },
    shopper
  )
}

/** From goods to an order group that waits for payment. */
export async function checkOut(
  api: Api,
  market: { region_id: string },
  shopper: Headers,
  lines: Array<{ variant_id: string; quantity?: number }>,
  delivery: "pickup" | "courier" = "pickup",
  provider_id?: string
) {
  const cart_id = await fillCart(api, market, shopper, lines, delivery)
  await choosePayment(api, shopper, cart_id, provider_id)
  const { data } = await api.post(`/store/carts/${cart_id}/complete`, {}, shopper)
  return { cart_id, order: data.order, order_group: data.order_group }
}

/** A call that may be refused: resolves with the answer, whatever its status. */
export async function attempt(call: Promise<Reply>): Promise<Reply> {
  return call.catch((error: { response?: Reply }) => {
    if (!error.response) {
      throw error
    }
    return error.response
  })
}

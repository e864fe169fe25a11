import { Page } from "playwright-core"
import { BrowserWorld } from "../support/browser"

/** A shopper pays, or does not, at the page of each provider's emulator. */

jest.setTimeout(90_000)

const world = new BrowserWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

const PROVIDERS = [
  ["payme", "pp_payme_payme", "Payme"],
  ["click", "pp_click_click", "Click"],
  ["uzum", "pp_uzum_uzum", "Uzum Bank"],
  ["uzum-checkout", "pp_uzumcheckout_uzumcheckout", "Uzum Checkout"],
] as const

const press = (page: Page, value: string) => page.click(`button[value="${value}"]`)
const backInShop = (page: Page) =>
  page.waitForURL((url) => url.href.startsWith(world.shop_url), { timeout: 20_000 })

/** Every page says in three languages that no money moves, and fits a telephone. */
async function isMarked(page: Page): Promise<void> {
  const banner = await page.innerText(".banner")
  for (const text of [
    "EMULYATOR – haqiqiy pul emas",
    "ЭМУЛЯТОР – деньги не настоящие",
    "EMULATOR – no real money",
  ]) {
    expect(banner).toContain(text)
  }
  expect(await world.fitsTelephone(page)).toBe(true)
}

describe.each(PROVIDERS)("%s", (name, provider_id, title) => {
  it("Pay: the shopper comes back to the shop, and the group is paid", async () => {
    const group = await world.order(provider_id)
    const page = await world.page(group.payment_url!)
    await isMarked(page)
    expect(await page.innerText("h1")).toBe(title)
    await world.picture(page, `${name}-page`)
    await press(page, "pay")
    if (name === "payme") {
      await page.waitForSelector(".good")
      await isMarked(page)
      await world.picture(page, `${name}-paid`)
    }
    await backInShop(page)
    expect(await world.group(group)).toMatchObject({ status: "paid", payment_url: null })
  })

  it("Cancel, and a card without money, leave it unpaid; it can be paid after that", async () => {
    const group = await world.order(provider_id, "ru")
    const address = group.payment_url!
    const page = await world.page(address)
    await press(page, "cancel")
    await backInShop(page)
    expect((await world.group(group)).status).toBe("pending")
    if (name === "click" || name === "uzum") {
      await page.goto(address)
      await press(page, "fail")
      await page.waitForLoadState()
      await world.picture(page, `${name}-not-paid`)
      expect((await world.group(group)).status).toBe("pending")
    }
    await page.goto(address)
    await press(page, "pay")
    await backInShop(page)
    expect((await world.group(group)).status).toBe("paid")
  })
})

describe("payme", () => {
  it("paid, and refunded from the cabinet", async () => {
    const group = await world.order("pp_payme_payme", "en")
    const page = await world.page(group.payment_url!)
    await press(page, "refund")
    await page.waitForSelector("details")
    expect(await page.innerText("h1")).toBe("Payme: Refunded")
    await world.picture(page, "payme-refunded")
    expect(await world.group(group)).toMatchObject({
      status: "refunded",
      fiscal_receipt_url: expect.stringContaining("ofd.example"),
      fiscal_refund_url: expect.stringContaining("ofd.example"),
    })
  })

  it("the cabinet lists what was paid, and gives it back", async () => {
    const group = await world.order("pp_payme_payme", "en")
    const page = await world.page(group.payment_url!)
    await press(page, "pay")
    await page.waitForSelector(".good")
    await page.goto(`${world.emulators.payme}?lang=ru`)
    await isMarked(page)
    await world.picture(page, "payme-cabinet")
    await page.locator(".row button").first().click()
    await page.waitForSelector("details")
    expect((await world.group(group)).status).toBe("refunded")
  })

  it("a link that somebody has changed is refused, and says so", async () => {
    const group = await world.order("pp_payme_payme", "en")
    const { origin, pathname } = new URL(group.payment_url!)
    const text = Buffer.from(pathname.slice(1), "base64")
      .toString()
      .replace(/;a=\d+/, ";a=100")
    const page = await world.page(`${origin}/${Buffer.from(text).toString("base64")}`)
    await press(page, "pay")
    await page.waitForSelector(".bad")
    expect(await page.innerText("pre")).toContain("-31001")
    expect(await page.innerText(".note")).toBe("Wrong amount")
    await world.picture(page, "payme-refused")
    expect((await world.group(group)).status).toBe("pending")
  })
})

describe("stripe", () => {
  /** A cart with a PaymentIntent, and the page where the card is asked for. */
  async function intent() {
    const cart = await world.cart()
    const { payment_collection } = await world.sdk.store.payment.initiatePaymentSession(cart, {
      provider_id: "pp_stripe_stripe",
    })
    const { id } = payment_collection.payment_sessions![0].data as { id: string }
    const query = new URLSearchParams({ lang: "en", return_url: world.shop_url })
    return { cart, address: `${world.emulators.stripe}/${id}?${query}` }
  }
  const complete = async (cartId: string) => {
    const answer = await world.sdk.store.cart.complete(cartId)
    return answer as unknown as { type: string; order_group?: { id: string; token: string } }
  }

  it("Pay: the cart becomes a paid group", async () => {
    const { cart, address } = await intent()
    const page = await world.page(address)
    await isMarked(page)
    await world.picture(page, "stripe-page")
    await press(page, "pm_card_visa")
    await backInShop(page)
    const { type, order_group } = await complete(cart.id)
    expect(type).toBe("order")
    expect((await world.group(order_group!)).status).toBe("paid")
  })

  it("Cancel and a declined card order nothing; 3-D Secure pays", async () => {
    const { cart, address } = await intent()
    const page = await world.page(address)
    await press(page, "cancel")
    await backInShop(page)
    expect((await complete(cart.id)).type).toBe("cart")
    await page.goto(address)
    await press(page, "pm_card_chargeDeclined")
    await page.waitForSelector(".bad")
    await world.picture(page, "stripe-declined")
    expect((await complete(cart.id)).type).toBe("cart")
    await press(page, "pm_card_authenticationRequired")
    await page.waitForSelector("text=The bank waits")
    await world.picture(page, "stripe-bank")
    await press(page, "pm_card_authenticationRequired")
    await backInShop(page)
    const { order_group } = await complete(cart.id)
    expect((await world.group(order_group!)).status).toBe("paid")
  })
})

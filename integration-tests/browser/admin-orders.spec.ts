import Medusa from "@medusajs/js-sdk"
import { Page } from "playwright-core"
import { fillCart, placeOrder, storefront } from "../../scripts/support/purchase"
import { AdminWorld } from "../support/admin"

/** A shop's person and its orders: new ones come by themselves, and go all the way. */

jest.setTimeout(180_000)

const world = new AdminWorld()
let sdk: Medusa
let variants: string[]

beforeAll(async () => {
  await world.open()
  sdk = storefront({ baseUrl: world.url, publishableKey: world.publishable_key, paymeKey: "" })
  const { listings } = await world.api<{
    listings: Array<{ variants: Array<{ variant_id: string; available: number }> }>
  }>("owner", "GET", "/merchant/listings?limit=100&stock=in&is_visible=true")
  const all = listings.flatMap((listing) => listing.variants).filter(({ available }) => available >= 10)
  variants = all.slice(0, 2).map(({ variant_id }) => variant_id)
})
afterAll(() => world.close())

/** An order of the owner's shop, to be paid there. */
async function buy(): Promise<{ id: string; short_code: string }> {
  const cart = await fillCart(sdk, variants, "buvi@example.com")
  const { order_group } = await placeOrder(sdk, cart, "pp_cash_cash")
  return order_group.orders[0]
}

/** Presses a button of the page and then that of the question it asks. */
async function press(
  page: Page,
  name: string,
  before?: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>
) {
  await page.getByRole("button", { name, exact: true }).first().click()
  const dialog = page.getByRole("alertdialog")
  await before?.(dialog)
  await dialog.getByRole("button", { name, exact: true }).click()
  await dialog.waitFor({ state: "hidden" })
}

const says = (page: Page, text: string) =>
  page.locator("main").getByText(text, { exact: true }).first().waitFor()

it("a new order rings by itself and goes from its payment to the buyer's hands and back", async () => {
  const page = await world.signIn("owner", "uz")
  await world.api("owner", "POST", "/merchant/orders/seen", {})
  await world.go(page, "/shop/home")
  await world.picture(page, "orders-home")
  expect(await world.fitsTelephone(page)).toBe(true)
  const order = await buy()
  // Without touching the page.
  await page.locator('a[href$="/shop/orders"][aria-label*="yangi buyurtma"]').waitFor({ timeout: 15_000 })
  await world.go(page, "/shop/orders")
  const row = page.getByRole("row").filter({ hasText: order.short_code })
  await row.waitFor()
  await world.picture(page, "orders-list")
  expect(await world.fitsTelephone(page)).toBe(true)
  await row.click()
  await page.waitForURL(`**/shop/orders/${order.id}`)
  await says(page, "To‘lov kutilmoqda")
  await press(page, "To‘lov olindi")
  await says(page, "To‘langan")
  await world.picture(page, "orders-paid")
  expect(await world.fitsTelephone(page)).toBe(true)
  await press(page, "Jo‘natish")
  await says(page, "Yo‘lda")
  await press(page, "Topshirildi")
  await says(page, "Topshirilgan")
  await page.getByRole("button", { name: "Pulni qaytarish", exact: true }).click()
  await page.getByLabel("Boshqa summa").click()
  await page.getByLabel("Summa, so‘m").fill("1000")
  await page.getByLabel("Sababi").fill("qadoq ezilgan")
  await world.picture(page, "orders-refund")
  await press(page, "Qaytarish")
  await says(page, "Qaytarilgan pullar")
  await world.picture(page, "orders-delivered")
  expect(await world.fitsTelephone(page)).toBe(true)
  expect(await page.locator("main ol li").count()).toBeGreaterThanOrEqual(5)
  expect(world.trouble(page)).toEqual([])
})

it("an order is cancelled with its reason, and found by its code", async () => {
  const order = await buy()
  const page = await world.signIn("owner", "ru")
  await world.go(page, `/shop/orders/${order.id}`)
  await press(page, "Отменить заказ", async (dialog) => {
    await dialog.locator("textarea").fill("покупатель передумал")
  })
  await says(page, "Отменён")
  await page.getByText("покупатель передумал").first().waitFor()
  await world.go(page, "/shop/orders?status=cancelled")
  await page.getByRole("searchbox").fill(order.short_code.replace("-", ""))
  await page.waitForURL("**q=*")
  await page.getByRole("row").filter({ hasText: order.short_code }).waitFor()
  expect(world.trouble(page)).toEqual([])
})

it("a cashier sees no profit and nothing to send", async () => {
  const order = await buy()
  const page = await world.signIn("cashier", "en")
  await world.go(page, `/shop/orders/${order.id}`)
  await page.getByRole("button", { name: "Payment received" }).first().waitFor()
  expect(await page.locator("main").innerText()).not.toMatch(/Profit|Cost /)
  expect(await page.getByRole("button", { name: /Ship|Cancel order|Refund/ }).count()).toBe(0)
  await world.go(page, "/shop/home")
  await page.getByText("Sales today").first().waitFor()
  expect(await page.locator("main").innerText()).not.toContain("Profit")
  expect(world.trouble(page)).toEqual([])
})

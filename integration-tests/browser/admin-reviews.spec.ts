import Medusa from "@medusajs/js-sdk"
import { Page } from "playwright-core"
import { fillCart, placeOrder, storefront } from "../../scripts/support/purchase"
import { AdminWorld, Lang } from "../support/admin"

/** What shoppers say, read by the operator and answered by the company; and the door of a private company. */

jest.setTimeout(120_000)

const world = new AdminWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

/** Differs from run to run: the demo market is the same. */
const RUN = Date.now().toString(36)
const PASSWORD = "parol-1234567"
/** A company of the demo that no other browser test uses. */
const PRIVATE_OWNER = "chaqaloq-dunyosi@bozor.uz"

const HEADINGS: Record<Lang, { reviews: string; access: string }> = {
  uz: { reviews: "Sharhlar", access: "Kirish" },
  ru: { reviews: "Отзывы", access: "Доступ" },
  en: { reviews: "Reviews", access: "Access" },
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
/** Presses a button, and the same button of the question that it asks. */
async function confirm(page: Page, name: string): Promise<void> {
  await button(page, name).first().click()
  await page.getByRole("alertdialog").getByRole("button", { name, exact: true }).click()
}
const settled = (page: Page) =>
  page.waitForFunction(`!document.querySelector("main [role=status][aria-label]")`)
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

/** Asks until the answer is what is waited for. */
async function until<T>(ask: () => Promise<T>, isIt: (answer: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const answer = await ask()
    if (isIt(answer)) {
      return answer
    }
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error("it did not come")
}

/** A shopper of the market, signed in. */
async function shopper(name: string): Promise<Medusa> {
  const sdk = storefront({ baseUrl: world.url, publishableKey: world.publishable_key, paymeKey: "" })
  const email = `${name.toLowerCase()}.${RUN}@example.com`
  await sdk.auth.register("customer", "emailpass", { email, password: PASSWORD })
  await sdk.store.customer.create({ email, first_name: name, last_name: "Karimova" })
  await sdk.auth.login("customer", "emailpass", { email, password: PASSWORD })
  return sdk
}

type Goods = { product_id: string; variants: Array<{ variant_id: string }> }

/** Two goods of the owner's company, in the hands of a shopper. */
async function deliver(sdk: Medusa): Promise<Goods[]> {
  const { listings } = await world.api<{ listings: Goods[] }>(
    "owner",
    "GET",
    "/merchant/listings?stock=in&is_visible=true&limit=2"
  )
  const variants = listings.map((listing) => listing.variants[0].variant_id)
  const { order_group } = await placeOrder(
    sdk,
    await fillCart(sdk, variants, "a@example.com"),
    "pp_cash_cash"
  )
  for (const step of ["confirm-payment", "fulfill", "deliver"]) {
    await world.api("owner", "POST", `/merchant/orders/${order_group.orders[0].id}/${step}`, {})
  }
  return listings
}

describe.each(["uz", "ru", "en"] as const)("in %s", (lang) => {
  it("reviews and access are read on a screen and on a telephone, by the company and the operator", async () => {
    for (const [role, paths] of [
      ["owner", { "/shop/reviews": HEADINGS[lang].reviews, "/shop/access": HEADINGS[lang].access }],
      ["operator", { "/market/reviews": HEADINGS[lang].reviews }],
    ] as const) {
      const page = await world.signIn(role, lang)
      for (const [path, heading] of Object.entries(paths)) {
        await world.go(page, path)
        expect(await page.locator("main h1").first().innerText()).toBe(heading)
        await settled(page)
        await world.picture(page, `social${path.replaceAll("/", "-")}-${lang}`)
        expect(await world.fitsTelephone(page)).toBe(true)
      }
      expect(world.trouble(page)).toEqual([])
      await page.context().close()
    }
  })
})

describe("a review", () => {
  it("waits for the operator, who reads it by keys; the company answers what is shown", async () => {
    const sdk = await shopper("Dilnoza")
    const [good, bad] = await deliver(sdk)
    const write = (goods: Goods, body: object) =>
      sdk.client.fetch(`/store/products/${goods.product_id}/reviews`, { method: "POST", body })
    await write(good, { stars: 5, locale: "uz", title: `Zo‘r ${RUN}`, text: "Tez yetib keldi" })
    await write(bad, { stars: 1, locale: "ru", title: `Плохо ${RUN}`, text: "Продавец дурак" })
    const shown = () =>
      sdk.client.fetch<{ reviews: Array<{ title: string; reply: { text: string } | null }> }>(
        `/store/products/${good.product_id}/reviews`
      )
    const mineOf = ({ reviews }: Awaited<ReturnType<typeof shown>>) =>
      reviews.find(({ title }) => title.endsWith(RUN))
    expect(mineOf(await shown())).toBeUndefined()

    const desk = await world.signIn("operator")
    await world.go(desk, `/market/reviews?q=${RUN}`)
    await said(desk, `Zo‘r ${RUN}`)
    expect(await desk.locator("mark").allInnerTexts()).toEqual(["дурак"])
    await desk.keyboard.press("a")
    await until(shown, (answer) => !!mineOf(answer))
    await desk.keyboard.press("r")
    await world.picture(desk, "social-desk-reject")
    await desk.keyboard.press("1")
    await said(desk, "Navbat bo‘sh")
    const { reviews } = await until(
      () => sdk.client.fetch<{ reviews: Array<{ status: string; reject_reason: string }> }>("/store/reviews"),
      ({ reviews: mine }) => mine.some(({ status }) => status === "rejected")
    )
    // The author reads the reason in the language of the review.
    expect(reviews.map(({ reject_reason }) => reject_reason).filter(Boolean)).toEqual([
      "Брань или оскорбления",
    ])
    expect(world.trouble(desk)).toEqual([])
    await desk.context().close()

    const page = await world.signIn("owner")
    await world.go(page, `/shop/reviews?q=${RUN}`)
    await said(page, "Operator rad etdi")
    await button(page, "Javob yozish").click()
    await page.getByLabel("Javobingiz").fill("Rahmat, yana keling!")
    await button(page, "Javobni yuborish").click()
    await said(page, "Javob yuborildi")
    await said(page, "Rahmat, yana keling!")
    await world.picture(page, "social-reply")
    expect(mineOf(await shown())!.reply!.text).toBe("Rahmat, yana keling!")
    await confirm(page, "Javobni o‘chirish")
    await button(page, "Javob yozish").waitFor()
    expect(mineOf(await shown())!.reply).toBeNull()
    expect(world.trouble(page)).toEqual([])
    await page.context().close()
  })
})

describe("a private company", () => {
  it("closes its door, gives a key that is shown once, sees who comes in and sends them out", async () => {
    const page = await world.signIn(PRIVATE_OWNER)
    await world.go(page, "/shop/access")
    await settled(page)
    await confirm(page, "Do‘konni yopiq qilish")
    await said(page, "Do‘kon endi yopiq")
    const code = await page.getByLabel(/^Kod: /).innerText()
    expect(code).toMatch(/^[A-Z0-9]{5,12}$/)
    await button(page, "Kalit yasash").click()
    const key = await page.locator("code[aria-label='Yangi kalitingiz']").innerText()
    expect(key).toHaveLength(30)
    await world.picture(page, "social-access-key")
    await button(page, "Nusxasini oldim").click()
    expect(await page.getByText(key).count()).toBe(0)

    const sdk = await shopper("Malika")
    const join = (access_key?: string) =>
      sdk.client.fetch<{ company: { id: string } }>("/store/companies/join", {
        method: "POST",
        body: { code: code.toLowerCase(), ...(access_key && { access_key }) },
      })
    await expect(join()).rejects.toThrow()
    const { company } = await join(key)
    await page.reload()
    await page.getByRole("searchbox").fill(`malika.${RUN}`)
    await page.getByText("Malika Karimova").first().waitFor()
    await world.picture(page, "social-access-people")
    await confirm(page, "Chiqarish")
    await said(page, "Hech narsa topilmadi")
    await expect(sdk.client.fetch(`/store/companies/${company.id}`)).rejects.toThrow()

    await confirm(page, "Kalitni o‘chirish")
    await said(page, "Kalit o‘chirildi")
    await confirm(page, "Do‘konni ochiq qilish")
    await said(page, "Do‘kon endi hammaga ochiq")
    expect(await sdk.client.fetch(`/store/companies/${company.id}`)).toMatchObject({
      company: { id: company.id },
    })
    expect(world.trouble(page)).toEqual([])
    await page.context().close()
  })

  it("keeps its door from those whose role does not open it", async () => {
    const page = await world.signIn("cashier")
    await world.go(page, "/shop/access")
    await said(page, "Bu sahifaga ruxsatingiz yo‘q")
    await page.context().close()
  })
})

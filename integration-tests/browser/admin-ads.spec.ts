import { Page } from "playwright-core"
import sharp from "sharp"
import { fillCart, placeOrder, storefront } from "../../scripts/support/purchase"
import { AdminWorld, Lang } from "../support/admin"

/** An ad from its first draft to its results: a marketer makes it, the operator looks at it, shoppers are given it. */

jest.setTimeout(120_000)

const world = new AdminWorld()
/** Differs from run to run: the demo market is the same. */
const RUN = Date.now().toString(36)
const NAME = `Qishki chegirma ${RUN}`
const REASON = `Havolani tekshiring ${RUN}`
const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36"

type Ad = { id: string; status: string; creative: { revision: number } | null }
type ShownAd = {
  id: string
  label: string
  title: string
  link: string
  impression_token: string
  click_token: string
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor()
const settled = (page: Page) =>
  page.waitForFunction(`!document.querySelector("main [role=status][aria-label]")`)

/** The demo market's imported ads name pictures whose files came with nobody. */
const trouble = (page: Page) => world.trouble(page).filter((line) => !line.includes("/uploads/ads/"))

async function until<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  for (let attempt = 0; attempt < 60; attempt++) {
    const answer = await ask()
    if (answer !== undefined) {
      return answer
    }
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  throw new Error(`in vain: ${what}`)
}

const call = async <T>(path: string, init: { body?: unknown; headers?: Record<string, string> }) => {
  const reply = await fetch(`${world.url}${path}`, {
    method: init.body === undefined ? "GET" : "POST",
    headers: { "content-type": "application/json", "user-agent": BROWSER, ...init.headers },
    ...(init.body !== undefined && { body: JSON.stringify(init.body) }),
  })
  const text = await reply.text()
  if (!reply.ok) {
    throw new Error(`${path}: ${reply.status} ${text}`)
  }
  return JSON.parse(text) as T
}

/** A marketer of the owner's company, by an invitation as people get it. */
async function hire(): Promise<void> {
  const email = `marketolog.${RUN}@example.com`
  const password = "parol-1234567"
  const { invite_url } = await world.api<{ invite_url: string }>("owner", "POST", "/merchant/members", {
    email,
    role: "marketer",
  })
  const invited = new URL(invite_url, world.url).searchParams.get("token")!
  const { token } = await call<{ token: string }>("/auth/user/emailpass/register", {
    body: { email, password },
  })
  await call(`/admin/invites/accept?token=${invited}`, {
    body: { email, first_name: "Madina", last_name: "Yusupova" },
    headers: { authorization: `Bearer ${token}` },
  })
  world.accounts.push({ role: "marketer", email, password })
}

type Funds = { funds: { available: number } }
const hasFunds = async () => {
  const { funds } = await world.api<Funds>("owner", "GET", "/merchant/ads/funds")
  return funds.available > 10_000 ? true : undefined
}

/** The money of ads comes from sales: the company sells what it has that is dearest, paid to the market. */
async function earn(): Promise<void> {
  if (await hasFunds()) {
    return
  }
  const { listings } = await world.api<{
    listings: Array<{ variants: Array<{ variant_id: string; price: number; available: number }> }>
  }>("owner", "GET", "/merchant/listings?stock=in&is_visible=true&limit=100")
  const variants = listings.flatMap((listing) => listing.variants).filter(({ available }) => available > 0)
  const [dearest] = variants.sort((a, b) => b.price - a.price)
  const sdk = storefront({ baseUrl: world.url, publishableKey: world.publishable_key, paymeKey: "" })
  const cart = await fillCart(sdk, [dearest.variant_id], "xaridor@example.com")
  const { order_group } = await placeOrder(sdk, cart, "pp_payme_payme")
  const page = await world.page(await world.context())
  await page.goto(order_group.payment_url!)
  await page.click('button[value="pay"]')
  await until(hasFunds, "money for ads")
  await page.context().close()
}

beforeAll(async () => {
  await world.open()
  await Promise.all([hire(), earn()])
})
afterAll(() => world.close())

const picture = (color: string) =>
  sharp({ create: { width: 1400, height: 500, channels: 3, background: color } })
    .png()
    .toBuffer()
const adNow = async (id: string) => (await world.api<{ ad: Ad }>("owner", "GET", `/merchant/ads/${id}`)).ad

describe("an ad", () => {
  let id: string

  it("is made by a marketer, in words that need no explanation, and handed in", async () => {
    const page = await world.signIn("marketer")
    await world.go(page, "/shop/ads")
    await page.getByRole("link", { name: "Reklama yaratish" }).first().click()
    await page.waitForURL("**/shop/ads/new")
    // Nothing is sent before it is whole: what is missing is said where it is missing.
    await button(page, "Tekshiruvga yuborish").click()
    await said(page, "Reklama nomini yozing")
    await world.picture(page, "ads-form-wrong")

    await page.getByLabel("Reklama nomi").fill(NAME)
    await page.getByRole("radio", { name: /Bosh sahifadagi banner/ }).check()
    await page
      .locator('main input[type="file"]')
      .first()
      .setInputFiles({
        name: "kichik.png",
        mimeType: "image/png",
        buffer: await sharp({ create: { width: 60, height: 40, channels: 3, background: "#c60" } })
          .png()
          .toBuffer(),
      })
    await page.getByText(/Rasm kichik: 60\s×\s40/).waitFor()
    await page
      .locator('main input[type="file"]')
      .first()
      .setInputFiles({
        name: "qish.png",
        mimeType: "image/png",
        buffer: await picture("#1f6feb"),
      })
    await button(page, "Boshqa rasm").waitFor()
    await page.getByLabel("Sarlavha").fill("Qishki kiyimlar −30%")
    await page.getByLabel("Bosganda qayerga o‘tadi?").fill("https://bozor.example/qish")
    await page.getByRole("tab", { name: "Русский" }).click()
    await button(page, "Nusxa olish: O‘zbekcha").click()
    await page.getByLabel("Sarlavha").fill("Зимняя одежда −30 %")
    await button(page, "1 hafta").click()
    await page.getByLabel("Jami sarflanadigan pul, so‘m").fill("50 000")
    await page.getByText(/10\s000 marta ko‘rsatish/).waitFor()
    await world.picture(page, "ads-form")
    expect(await world.fitsTelephone(page)).toBe(true)
    await button(page, "Tekshiruvga yuborish").click()
    await said(page, "Tekshiruvda")
    id = page.url().split("/").pop()!
    await world.picture(page, "ads-pending")
    expect(await adNow(id)).toMatchObject({ status: "pending", creative: null })
    expect(trouble(page)).toEqual([])
    await page.context().close()
  })

  it("is refused by the operator with a reason, mended, and approved", async () => {
    const operator = await world.signIn("operator")
    const card = operator.getByRole("region", { name: NAME })
    const find = async () => {
      await world.go(operator, "/market/ads")
      await settled(operator)
      while (!(await card.isVisible())) {
        await button(operator, "Keyingisi").click()
        await settled(operator)
        await operator.waitForTimeout(300)
      }
    }
    await find()
    await card.getByText("Bu tilda yo‘q").waitFor()
    expect(await card.locator("mark").first().innerText()).toBe("bozor.example")
    await world.picture(operator, "ads-queue")
    await card.getByRole("button", { name: "Rad etish" }).click()
    const drawer = operator.getByRole("dialog")
    await drawer.getByRole("button", { name: /Havola ochilmaydi/ }).click()
    await drawer.getByRole("textbox").fill(REASON)
    await world.picture(operator, "ads-reject")
    await drawer.getByRole("button", { name: "Rad etish" }).click()
    await said(operator, "Rad etildi")

    const page = await world.signIn("marketer", "ru")
    await world.go(page, `/shop/ads/${id}`)
    await page.getByText(REASON).waitFor()
    await world.picture(page, "ads-rejected")
    await page.getByRole("link", { name: "Изменить" }).click()
    await page.getByLabel("Куда ведёт нажатие?").fill("https://bozor.example/zima")
    await button(page, "Отправить на проверку").click()
    await said(page, "На проверке")

    await find()
    await card.getByText("/zima").waitFor()
    await card.getByRole("button", { name: "Tasdiqlash" }).click()
    await said(operator, "Tasdiqlandi")
    expect(await adNow(id)).toMatchObject({ status: "approved" })
    expect([...trouble(operator), ...trouble(page)]).toEqual([])
    await Promise.all([operator.context().close(), page.context().close()])
  })

  it("is given to shoppers, labelled, and its results are read", async () => {
    const headers = { "x-publishable-api-key": world.publishable_key }
    const { ad, visitor_token } = await until(async () => {
      const answer = await call<{ ads: ShownAd[]; visitor_token?: string }>(
        "/store/ads?placement=home_banner&limit=5&locale=uz",
        { headers }
      )
      const found = answer.ads.find((shown) => shown.id === id)
      return found && { ad: found, visitor_token: answer.visitor_token! }
    }, "the ad in the storefront")
    expect(ad).toMatchObject({ label: "Reklama", title: "Qishki kiyimlar −30%" })
    const visitor = { ...headers, "x-visitor-token": visitor_token }
    await call("/store/ads/impressions", { body: { tokens: [ad.impression_token] }, headers: visitor })
    await call(`/store/ads/${id}/click`, { body: { token: ad.click_token }, headers: visitor })
    await until(async () => {
      const { results } = await world.api<{ results: { clicks: number } }>(
        "owner",
        "GET",
        `/merchant/ads/${id}/results`
      )
      return results.clicks > 0 ? results : undefined
    }, "the click in the results")

    const page = await world.signIn("marketer")
    await world.go(page, `/shop/ads/${id}`)
    await said(page, "Ko‘rsatilmoqda")
    await page.getByRole("img", { name: /Kunma-kun/ }).waitFor()
    expect(await page.getByRole("table", { name: "Kunlar jadvali" }).getByRole("row").count()).toBe(2)
    await world.picture(page, "ads-results")
    expect(await world.fitsTelephone(page)).toBe(true)
    await button(page, "To‘xtatib turish").click()
    await button(page, "Davom ettirish").click()
    await button(page, "Tugatish").click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Tugatish" }).click()
    await said(page, "Tugagan")
    expect(await adNow(id)).toMatchObject({ status: "expired" })
    expect(trouble(page)).toEqual([])
    await page.context().close()
  })
})

const HEADINGS: Record<Lang, [shop: string, market: string]> = {
  uz: ["Reklama", "Reklamalar"],
  ru: ["Реклама", "Реклама"],
  en: ["Ads", "Ads"],
}

it.each(["uz", "ru", "en"] as const)("the pages speak %s and fit a telephone", async (lang) => {
  const [shop, market] = HEADINGS[lang]
  const walk: Array<[role: string, path: string, heading?: string]> = [
    ["marketer", "/shop/ads", shop],
    ["marketer", "/shop/ads/new"],
    ["operator", "/market/ads", market],
    ["operator", "/market/ads?tab=placements", market],
  ]
  const pages = {
    marketer: await world.signIn("marketer", lang),
    operator: await world.signIn("operator", lang),
  }
  for (const [role, path, heading] of walk) {
    const page = pages[role as keyof typeof pages]
    await world.go(page, path)
    await settled(page)
    if (heading) {
      expect(await page.locator("main h1").first().innerText()).toBe(heading)
    }
    await world.picture(page, `ads${path.replace(/\W+/g, "-")}-${lang}`)
    expect(await world.fitsTelephone(page)).toBe(true)
  }
  expect(Object.values(pages).flatMap(trouble)).toEqual([])
  await Promise.all(Object.values(pages).map((page) => page.context().close()))
})

import { Page } from "playwright-core"
import sharp from "sharp"
import { AdminWorld } from "../support/admin"

/** The warehouse of a company: what its owner does there, and what its cashier does not see. */

jest.setTimeout(180_000)

const world = new AdminWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

type Listing = {
  id: string
  is_visible: boolean
  thumbnail: string | null
  images?: unknown[]
  variants: Array<{ id: string; cost?: number; markup_percent?: number; price: number; stocked: number }>
}

/** The demo market is the same from run to run; the goods of a run are its own. */
const RUN = Date.now().toString(36)
const NAME = `Sinov noni ${RUN}`
const OTHER = `Sinov choyi ${RUN}`

const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" })
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const row = (page: Page, name: string) => page.getByRole("row", { name: new RegExp(name) })
const search = async (page: Page, q: string) => {
  await world.go(page, `/shop/warehouse?q=${encodeURIComponent(q)}`)
  await page.getByRole("table").waitFor()
}
const listings = async (q: string) =>
  (
    await world.api<{ listings: Listing[] }>(
      "owner",
      "GET",
      `/merchant/listings?order=name&q=${encodeURIComponent(q)}`
    )
  ).listings
const picture = () =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: "#c60" } })
    .png()
    .toBuffer()

describe("an owner", () => {
  let page: Page
  beforeAll(async () => {
    page = await world.signIn("owner")
  })
  afterAll(() => page.context().close())

  it("adds goods in a short form that shows the price", async () => {
    await world.go(page, "/shop/warehouse")
    await button(page, "Yangi mahsulot").first().click()
    const form = page.getByRole("dialog")
    await form.getByRole("button", { name: "Saqlash", exact: true }).click()
    await said(page, "Nomini yozing")
    for (const [name, cost, stock] of [
      [NAME, "12 750", "15"],
      [OTHER, "9 500", "2"],
    ]) {
      await form.getByLabel("Nomi (o‘zbekcha)").fill(name)
      await form.getByLabel("Tannarx", { exact: true }).fill(cost)
      await form.getByLabel("Ustama, %").fill("21")
      await form.getByLabel("Qoldiq", { exact: true }).fill(stock)
      if (name === NAME) {
        await form.getByText("15 428 so‘m").waitFor()
        await form.getByRole("button", { name: "Saqlash va yana qo‘shish" }).click()
        await said(page, `${NAME} qo‘shildi`)
      }
    }
    await form.getByRole("button", { name: "Saqlash", exact: true }).click()
    await form.waitFor({ state: "hidden" })
    const made = await listings(RUN)
    expect(made.map(({ variants }) => variants[0])).toMatchObject([
      { cost: 9500, price: 11_495, stocked: 2 },
      { cost: 12_750, price: 15_428, stocked: 15 },
    ])
  })

  it("changes the markup in its place, sees the price at once, and takes it back", async () => {
    await search(page, RUN)
    const price = row(page, NAME)
    await button(page, new RegExp(`${NAME}: Ustama`)).press("Enter")
    await page.keyboard.type("30")
    await price.getByText("16 575 so‘m").waitFor()
    await page.keyboard.press("Enter")
    await said(page, /21\s% → 30\s%/)
    expect((await listings(NAME))[0].variants[0]).toMatchObject({ markup_percent: 30, price: 16_575 })
    await button(page, "Qaytarish").first().click()
    await said(page, "Avvalgi holiga qaytarildi")
    await price.getByText("15 428 so‘m").waitFor()
    expect((await listings(NAME))[0].variants[0]).toMatchObject({ markup_percent: 21, price: 15_428 })
  })

  it("walks the cells with Tab and leaves them with Esc", async () => {
    await button(page, new RegExp(`${NAME}: Tannarx`)).press("Enter")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Tab")
    await page.getByRole("textbox", { name: `${NAME}: Qoldiq` }).fill("99")
    await page.keyboard.press("Escape")
    await button(page, new RegExp(`${NAME}: Qoldiq: 15`)).waitFor()
    expect((await listings(NAME))[0].variants[0]).toMatchObject({ cost: 12_750, stocked: 15 })
  })

  it("is asked before stock that changed meanwhile is overwritten", async () => {
    const [{ id, variants }] = await listings(NAME)
    await button(page, new RegExp(`${NAME}: Qoldiq`)).click()
    await world.api("owner", "POST", `/merchant/listings/${id}`, {
      variants: [{ id: variants[0].id, stock: 11 }],
    })
    await page.keyboard.type("20")
    await page.keyboard.press("Enter")
    await said(page, "Qoldiq o‘zgarib qolgan")
    expect((await listings(NAME))[0].variants[0].stocked).toBe(11)
    await button(page, "20 qilinsin").click()
    await said(page, /11 → 20/)
    expect((await listings(NAME))[0].variants[0].stocked).toBe(20)
  })

  it("hides several goods at once", async () => {
    await search(page, RUN)
    await page.getByRole("checkbox", { name: "Hammasi" }).click()
    await button(page, "Yashirish").click()
    await said(page, "2 ta mahsulot o‘zgartirildi")
    expect((await listings(RUN)).map(({ is_visible }) => is_visible)).toEqual([false, false])
  })

  it("prints labels of the chosen goods", async () => {
    await page.getByRole("checkbox", { name: NAME }).click()
    await button(page, "Yorliqlar").click()
    const answer = page.waitForResponse((reply) => reply.url().endsWith("/merchant/listings/labels"))
    await button(page, "Chop etish").click()
    const reply = await answer
    expect([reply.status(), reply.headers()["content-type"]]).toEqual([
      200,
      expect.stringContaining("application/pdf"),
    ])
    expect(reply.request().postDataJSON()).toMatchObject({ paper: "58x40", items: [{ copies: 1 }] })
  })

  it("puts pictures on the goods; what is no picture is named, and the others come in", async () => {
    const [{ id }] = await listings(NAME)
    await world.go(page, `/shop/warehouse/${id}`)
    const file = { mimeType: "image/png", buffer: await picture() }
    await page.setInputFiles("input[type=file]", [
      { ...file, name: "oldi.png" },
      { ...file, name: "yoni.png" },
      { name: "narx.txt", mimeType: "text/plain", buffer: Buffer.from("x") },
    ])
    await said(page, /narx\.txt: Bu rasm emas/)
    await page.getByRole("img", { name: "2-rasm" }).waitFor()
    await said(page, "Saqlandi")
    const { listing } = await world.api<{ listing: Listing }>("owner", "GET", `/merchant/listings/${id}`)
    expect(listing.images).toHaveLength(2)
    expect(listing.thumbnail).toMatch(/\.webp$/)
  })

  it("adds a kind with its first option, and gives the goods a Russian name", async () => {
    const [{ id }] = await listings(NAME)
    await button(page, "Tur qo‘shish").click()
    const form = page.getByRole("dialog")
    await form.getByLabel("Xususiyat", { exact: true }).fill("Hajm")
    await form.getByLabel("Yangi turda").fill("Katta")
    await form.getByLabel("Hozirgisida").fill("Kichik")
    await form.getByRole("button", { name: "Qo‘shish", exact: true }).click()
    await form.waitFor({ state: "hidden" })
    await row(page, "Katta").waitFor()
    await page.getByLabel("Nomi: Русский").fill(`Хлеб ${RUN}`)
    const saved = page.waitForResponse(
      (reply) => reply.request().method() === "POST" && reply.url().includes(id)
    )
    await button(page, "Saqlash").first().click()
    await saved
    const { listing } = await world.api<{ listing: Listing }>("owner", "GET", `/merchant/listings/${id}`)
    expect(listing.variants).toHaveLength(2)
    await world.picture(page, "warehouse-goods")
  })

  it("keeps the filters in the address", async () => {
    await world.go(page, "/shop/warehouse")
    await page.getByRole("searchbox").fill(OTHER)
    await page.waitForURL(/q=Sinov/)
    await row(page, OTHER).getByText("Juda kam").waitFor()
    await page.reload()
    await row(page, OTHER).waitFor()
    expect(await page.getByRole("row").count()).toBe(2)
    expect(world.trouble(page).filter((line) => !line.includes("/merchant/events"))).toEqual([
      // The stock that had changed meanwhile.
      expect.stringMatching(/^400 POST \/merchant\/listings\//),
    ])
  })
})

describe.each([
  ["uz", "Ombor"],
  ["ru", "Склад"],
  ["en", "Warehouse"],
] as const)("in %s", (lang, title) => {
  it("the list and the goods fit a screen and a telephone", async () => {
    const page = await world.signIn("owner", lang)
    await world.go(page, "/shop/warehouse")
    expect(await page.locator("main h1").innerText()).toBe(title)
    await page.getByRole("table").waitFor()
    await world.picture(page, `warehouse-${lang}`)
    expect(await world.fitsTelephone(page)).toBe(true)
    const [{ id }] = await listings(NAME)
    await world.go(page, `/shop/warehouse/${id}`)
    if (lang === "ru") {
      expect(await page.locator("main h1").innerText()).toBe(`Хлеб ${RUN}`)
    }
    expect(await world.fitsTelephone(page)).toBe(true)
    await page.context().close()
  })
})

it("a cashier reads prices and stock, and no cost, neither on the page nor in what the network brings", async () => {
  const page = await world.signIn("cashier")
  const answers: Array<Promise<string>> = []
  page.on("response", (reply) => {
    if (reply.url().includes("/merchant/listings")) {
      answers.push(reply.text())
    }
  })
  await search(page, RUN)
  await row(page, NAME).waitFor()
  const [{ id }] = await listings(NAME)
  for (const hidden of [/Tannarx|Ustama/, /12 750/]) {
    expect(await page.getByText(hidden).count()).toBe(0)
  }
  expect(await button(page, /Qoldiq/).count()).toBe(0)
  expect(await page.getByRole("switch").count()).toBe(0)
  await world.picture(page, "warehouse-cashier")
  await world.go(page, `/shop/warehouse/${id}`)
  await row(page, "Katta").waitFor()
  expect(await page.getByText(/Tannarx|Ustama/).count()).toBe(0)
  expect(await button(page, /Arxivga olish|Tur qo‘shish|Saqlash/).count()).toBe(0)
  const bodies = await Promise.all(answers)
  expect(bodies.length).toBeGreaterThanOrEqual(2)
  expect(bodies.filter((body) => /"(cost|markup_percent|markup_amount)"/.test(body))).toEqual([])
  await page.context().close()
})

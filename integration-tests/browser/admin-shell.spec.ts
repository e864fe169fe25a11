import { AdminWorld, Lang } from "../support/admin"

/** Who sees which pages of the dashboard, and in which language. */

jest.setTimeout(120_000)

const world = new AdminWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

const NAMES: Record<Lang, { home: string; orders: string; notYours: string }> = {
  uz: {
    home: "Bosh sahifa",
    orders: "Buyurtmalar",
    notYours: "Bu sahifa sizning hisobingiz uchun emas",
  },
  ru: { home: "Главная", orders: "Заказы", notYours: "Эта страница не для вашей учётной записи" },
  en: { home: "Home", orders: "Orders", notYours: "This page is not for this account" },
}

const sidebar = (page: import("playwright-core").Page) =>
  page.locator("aside nav a").evaluateAll((links) => links.map((link) => link.getAttribute("href")))

describe("signing in", () => {
  it("leads a company's person to their home, and no core page is asked for", async () => {
    const page = await world.page(await world.context("uz"))
    const { email, password } = world.account("owner")
    await page.goto(`${world.url}/app/login`)
    await page.fill('input[name="email"]', email)
    await page.fill('input[name="password"]', password)
    await page.click('button[type="submit"]')
    await page.waitForURL("**/app/shop/home")
    await page.locator("main h1").first().waitFor()
    // Before signing in the dashboard asks who is there, and is told nobody.
    expect(world.trouble(page).filter((line) => !line.startsWith("401"))).toEqual([])
    await world.picture(page, "shell-home")
  })

  it("leads an operator to Medusa's own pages", async () => {
    const page = await world.page(await world.context("en"))
    const { email, password } = world.account("operator")
    await page.goto(`${world.url}/app/login`)
    await world.picture(page, "shell-login")
    await page.fill('input[name="email"]', email)
    await page.fill('input[name="password"]', password)
    await page.click('button[type="submit"]')
    await page.waitForURL("**/app/orders")
  })
})

describe.each(["uz", "ru", "en"] as const)("in %s", (lang) => {
  it("an owner finds their pages in the sidebar, and neither core pages nor the operator's", async () => {
    const page = await world.signIn("owner", lang)
    await world.go(page, "/shop/home")
    expect(await page.locator("main h1").first().innerText()).toBe(NAMES[lang].home)
    expect(await page.locator("aside nav").innerText()).toContain(NAMES[lang].orders)
    expect(await sidebar(page)).toEqual(
      [
        "home",
        "orders",
        "warehouse",
        "import",
        "pos",
        "receipts",
        "ads",
        "reviews",
        "sales",
        "expenses",
        "finance",
        "ledger",
        "settlements",
        "team",
        "access",
        "settings",
      ].map((name) => `/app/shop/${name}`)
    )
  })

  it("a core page that is typed says that it is not theirs, and nothing fails behind it", async () => {
    const page = await world.signIn("cashier", lang)
    await world.go(page, "/shop/home")
    for (const path of ["/products", "/settings/users", "/customers/cus_1"]) {
      await world.go(page, path)
      expect(await page.locator("main h1").first().innerText()).toBe(NAMES[lang].notYours)
    }
    await world.go(page, "/market/companies")
    expect(await page.locator("main h1").first().innerText()).toBe(NAMES[lang].notYours)
    expect(world.trouble(page)).toEqual([])
  })
})

it("a cashier is offered what a cashier may do", async () => {
  const page = await world.signIn("cashier")
  await world.go(page, "/shop/home")
  expect(await sidebar(page)).toEqual(
    ["home", "orders", "warehouse", "pos", "receipts", "reviews", "sales", "settings"].map(
      (name) => `/app/shop/${name}`
    )
  )
  await world.go(page, "/shop/team")
  expect(await page.locator("main h1").first().innerText()).toBe("Bu sahifaga ruxsatingiz yo‘q")
  expect(world.trouble(page)).toEqual([])
})

it("an operator without a company has the market beside Medusa's pages, and no shop", async () => {
  const page = await world.signIn("operator", "en")
  await world.go(page, "/market/companies")
  const links = await sidebar(page)
  expect(links).toContain("/app/orders")
  expect(links).toContain("/app/market")
  expect(links.filter((link) => link?.startsWith("/app/shop"))).toEqual([])
})

it("the language is chosen in the bar, and remembered", async () => {
  const page = await world.signIn("owner", "uz")
  await world.go(page, "/shop/home")
  await page.getByLabel("Til").click()
  await page.getByRole("option", { name: "Русский" }).click()
  await page.getByRole("heading", { name: "Главная" }).waitFor()
  expect(await page.evaluate("localStorage.getItem('lng')")).toBe("ru")
})

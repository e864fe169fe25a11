import { Page } from "playwright-core"
import { fillCart, placeOrder, storefront } from "../../scripts/support/purchase"
import { AdminWorld, Lang } from "../support/admin"

/** A company's team, settings, receipts, ledger and settlements, as its people see them. */

jest.setTimeout(180_000)

const world = new AdminWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

/** Differs from run to run: the demo market is the same. */
const RUN = Date.now().toString(36)
const PASSWORD = "parol-1234567"

const HEADINGS: Record<Lang, Record<string, string>> = {
  uz: {
    team: "Jamoa",
    settings: "Sozlamalar",
    receipts: "Cheklar",
    ledger: "Hisob daftari",
    settlements: "Hisob-kitoblar",
  },
  ru: {
    team: "Команда",
    settings: "Настройки",
    receipts: "Чеки",
    ledger: "Книга учёта",
    settlements: "Расчёты",
  },
  en: {
    team: "Team",
    settings: "Settings",
    receipts: "Receipts",
    ledger: "Ledger",
    settlements: "Settlements",
  },
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const drawer = (page: Page) => page.getByRole("dialog")
/** Waits until everything that is read is there; the page of orders never stops listening, so the network is no sign. */
const settled = (page: Page) =>
  page.waitForFunction(`!document.querySelector("main [role=status][aria-label]")`)
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).first().waitFor()

/** A paid order of the owner's company, and the receipt that follows it. */
async function sell(): Promise<void> {
  const { listings } = await world.api<{ listings: Array<{ variants: Array<{ variant_id: string }> }> }>(
    "owner",
    "GET",
    "/merchant/listings?stock=in&is_visible=true&limit=1"
  )
  const sdk = storefront({ baseUrl: world.url, publishableKey: world.publishable_key, paymeKey: "" })
  const cart = await fillCart(sdk, [listings[0].variants[0].variant_id], "buvi@example.com")
  const { order_group } = await placeOrder(sdk, cart, "pp_cash_cash")
  await world.api("owner", "POST", `/merchant/orders/${order_group.orders[0].id}/confirm-payment`, {})
  for (let attempt = 0; attempt < 60; attempt++) {
    const { receipts } = await world.api<{ receipts: Array<{ short_code: string }> }>(
      "owner",
      "GET",
      "/merchant/receipts?limit=5"
    )
    if (receipts.some(({ short_code }) => short_code === order_group.orders[0].short_code)) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error("no receipt was issued")
}

beforeAll(sell)

describe.each(["uz", "ru", "en"] as const)("in %s", (lang) => {
  it.each(Object.keys(HEADINGS.uz))("an owner reads %s, on a screen and on a telephone", async (name) => {
    const page = await world.signIn("owner", lang)
    await world.go(page, `/shop/${name}`)
    expect(await page.locator("main h1").first().innerText()).toBe(HEADINGS[lang][name])
    await settled(page)
    await world.picture(page, `company-${name}-${lang}`)
    expect(await world.fitsTelephone(page)).toBe(true)
    expect(world.trouble(page)).toEqual([])
    await page.context().close()
  })
})

describe("the team", () => {
  const role = `Sotuvchi ${RUN}`

  it("gets a role of its own, and a person who opens an account by the link has exactly that", async () => {
    const page = await world.signIn("owner")
    await world.go(page, "/shop/team")
    await page.getByRole("tab", { name: "Lavozimlar" }).click()
    await button(page, "Yangi lavozim").click()
    await page.getByLabel("Lavozim nomi").fill(role)
    await page.getByLabel("Buyurtma va cheklarni ko‘rish").click()
    expect(await page.getByLabel(/Odam taklif qilish, lavozim berish/).isDisabled()).toBe(true)
    await world.picture(page, "company-role-editor")
    await button(page, "Saqlash").click()
    await said(page, role)
    await world.picture(page, "company-roles")

    const email = `olim.${RUN}@example.com`
    await button(page, "Odam taklif qilish").click()
    await page.getByLabel("Elektron pochta").fill(email)
    await drawer(page).getByText(role).click()
    await button(page, "Havola yasash").click()
    const link = await page.getByLabel("Taklif havolasi").inputValue()
    expect(link).toMatch(/\/app\/invite\?token=/)
    await world.picture(page, "company-invite-link")

    const guest = await world.page(await world.context("uz"))
    await guest.goto(link)
    await guest.fill('input[name="email"]', email)
    await guest.fill('input[name="first_name"]', "Olim")
    await guest.fill('input[name="last_name"]', "Karimov")
    await guest.fill('input[name="password"]', PASSWORD)
    await guest.fill('input[name="repeat_password"]', PASSWORD)
    await Promise.all([
      guest.waitForResponse((reply) => reply.url().includes("/admin/invites/accept") && reply.ok()),
      guest.click('button[type="submit"]'),
    ])
    await guest.goto(`${world.url}/app/login`)
    await guest.fill('input[name="email"]', email)
    await guest.fill('input[name="password"]', PASSWORD)
    await guest.click('button[type="submit"]')
    await guest.waitForURL("**/app/shop/home")
    await guest.locator("main h1").first().waitFor()
    const pages = await guest
      .locator("aside nav a")
      .evaluateAll((links) => links.map((found) => found.getAttribute("href")))
    expect(pages).toEqual(
      ["home", "orders", "receipts", "sales", "settings"].map((name) => `/app/shop/${name}`)
    )

    await world.go(page, "/shop/team")
    await said(page, "Olim Karimov")
    await button(page, "Batafsil: Olim Karimov").click()
    await page.getByRole("menuitem", { name: "Jamoadan chiqarish" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Jamoadan chiqarish" }).click()
    await said(page, "Jamoadan chiqarildi")
    const reply = await guest.request.get(`${world.url}/merchant/orders`)
    expect(reply.status()).toBe(403)
  })

  it("takes in somebody with an account, who signs in and accepts by the link", async () => {
    const owners = world.accounts.filter((account) => account.role === "owner")
    const { email, password } = owners[1]
    const { invite_url, member } = await world.api<{ invite_url: string; member: { id: string } }>(
      "owner",
      "POST",
      "/merchant/members",
      { email, role: "accountant" }
    )
    try {
      const guest = await world.page(await world.context("ru"))
      await guest.goto(`${world.url}${invite_url}`)
      await guest.waitForURL("**/app/login")
      await guest.fill('input[name="email"]', email)
      await guest.fill('input[name="password"]', password)
      await guest.click('button[type="submit"]')
      await button(guest, "Принять").waitFor()
      await world.picture(guest, "company-join")
      expect(await world.fitsTelephone(guest)).toBe(true)
      await button(guest, "Принять").click()
      await guest.waitForURL("**/app/shop/home")
      const reply = await guest.request.get(`${world.url}/merchant/me`)
      const { memberships } = (await reply.json()) as { memberships: Array<{ role: string }> }
      expect(memberships.map((row) => row.role).sort()).toEqual(["accountant", "owner"])
      // The link is used up.
      await guest.goto(`${world.url}${invite_url}`)
      await guest.getByText("Приглашение не найдено", { exact: false }).waitFor()
    } finally {
      await world.api("owner", "DELETE", `/merchant/members/${member.id}`)
    }
  })
})

describe("settings", () => {
  it("keep each part by its own button", async () => {
    const page = await world.signIn("owner")
    await world.go(page, "/shop/settings")
    const notes = `Naqd yoki Humo ${RUN}`
    await page.getByLabel("Do‘konda qanday to‘lanadi: O‘zbekcha").fill(notes)
    await page.getByRole("form", { name: "Xaridorlarga eslatma" }).getByRole("button").click()
    await said(page, "Saqlandi")
    await page.getByLabel("MFO").fill("44")
    const form = page.getByRole("form", { name: "Rekvizitlar" })
    expect(await form.getByRole("button", { name: "Saqlash" }).isDisabled()).toBe(true)
    await page.getByLabel("MFO").fill("00444")
    await form.getByRole("button", { name: "Saqlash" }).click()
    for (let attempt = 0; ; attempt++) {
      const { company } = await world.api<{ company: Record<string, unknown> }>(
        "owner",
        "GET",
        "/merchant/company"
      )
      if (company.bank_mfo === "00444") {
        expect(company).toMatchObject({ payment_notes: { uz: notes, ru: null, en: null } })
        break
      }
      expect(attempt).toBeLessThan(20)
      await page.waitForTimeout(300)
    }
  })

  it("make a way of delivery, hide it and delete it", async () => {
    const name = `Viloyatga ${RUN}`
    const find = async () => {
      const { delivery_options } = await world.api<{
        delivery_options: Array<{ name: { uz: string }; is_enabled: boolean; free_from: number | null }>
      }>("owner", "GET", "/merchant/delivery-options")
      return delivery_options.find((option) => option.name.uz === name)
    }
    const page = await world.signIn("owner")
    await world.go(page, "/shop/settings")
    await button(page, "Usul qo‘shish").click()
    await page.getByLabel("Nomi (o‘zbekcha)").fill(name)
    await page.getByLabel("Narxi, so‘m").fill("45 000")
    await page.getByLabel("Shu summadan bepul, so‘m").fill("500 000")
    await world.picture(page, "company-delivery")
    await drawer(page).getByRole("button", { name: "Saqlash" }).click()
    await said(page, name)
    expect(await find()).toMatchObject({ is_enabled: true, free_from: 500_000 })

    await page.getByRole("switch", { name: `${name}: Xaridorlar ko‘radi` }).click()
    await page.getByRole("switch", { name: `${name}: Xaridorlar ko‘radi`, checked: false }).waitFor()
    expect(await find()).toMatchObject({ is_enabled: false })

    await page.locator("li", { hasText: name }).getByRole("button", { name: "O‘zgartirish" }).click()
    await drawer(page).getByRole("button", { name: "O‘chirish" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "O‘chirish" }).click()
    await page.locator("li", { hasText: name }).waitFor({ state: "detached" })
    expect(await find()).toBeUndefined()
  })

  it("are there for a cashier to read, without requisites, also in what the network carries", async () => {
    const page = await world.signIn("cashier")
    const answers: string[] = []
    page.on("response", async (reply) => {
      if (reply.url().includes("/merchant/")) {
        answers.push(await reply.text().catch(() => ""))
      }
    })
    await world.go(page, "/shop/settings")
    await page.getByLabel("Nomi").waitFor()
    await settled(page)
    expect(await page.getByLabel("Nomi").isDisabled()).toBe(true)
    expect(await page.getByText("Rekvizitlar", { exact: true }).count()).toBe(0)
    expect(answers.join()).toContain("payment_notes")
    expect(answers.join()).not.toMatch(/bank_account|bank_mfo|"tax_id/)
    expect(world.trouble(page)).toEqual([])
  })
})

describe("papers", () => {
  it("a receipt opens from the list, with its lines and its print", async () => {
    const page = await world.signIn("cashier", "ru")
    await world.go(page, "/shop/receipts")
    await page.getByRole("row").nth(1).click()
    await drawer(page).getByText("Товары", { exact: true }).waitFor()
    await world.picture(page, "company-receipt")
    const [print] = await Promise.all([
      page.waitForResponse((reply) => reply.url().includes("/pdf")),
      drawer(page).getByRole("button", { name: "PDF", exact: true }).click(),
    ])
    expect(print.headers()["content-type"]).toBe("application/pdf")
    expect(world.trouble(page)).toEqual([])
  })

  it("the ledger says what is owed and lists what it is made of", async () => {
    const page = await world.signIn("owner", "en")
    await world.go(page, "/shop/ledger")
    await page
      .getByRole("figure")
      .or(page.getByRole("img", { name: /owed/ }))
      .first()
      .waitFor()
    expect(await page.getByRole("row").count()).toBeGreaterThan(1)
    await page.getByRole("button", { name: "90 days" }).click()
    await settled(page)
    expect(world.trouble(page)).toEqual([])
  })
})

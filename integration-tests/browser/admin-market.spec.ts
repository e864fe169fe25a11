import { Page } from "playwright-core"
import { AdminWorld, Lang } from "../support/admin"

/** The operator's pages, each on its main path, with what the demo market has. */

jest.setTimeout(180_000)

const world = new AdminWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

type Company = { id: string; name: string; status: string; commission_percent: number | null }

const PAGES = ["companies", "settlements", "payments", "refunds", "audit", "health"] as const
const TITLES: Record<Lang, Record<(typeof PAGES)[number], string>> = {
  uz: {
    companies: "Kompaniyalar",
    settlements: "Hisob-kitoblar",
    payments: "To‘lovlar",
    refunds: "Qaytarishlar",
    audit: "Audit jurnali",
    health: "Tizim holati",
  },
  ru: {
    companies: "Компании",
    settlements: "Расчёты",
    payments: "Платежи",
    refunds: "Возвраты",
    audit: "Журнал аудита",
    health: "Состояние системы",
  },
  en: {
    companies: "Companies",
    settlements: "Settlements",
    payments: "Payments",
    refunds: "Refunds",
    audit: "Audit log",
    health: "System health",
  },
}

let serial = 0
/** A company that waits for approval. */
const apply = async (): Promise<Company> => {
  const name = `Yangi do‘kon ${Date.now()}${++serial}`
  const { company } = await world.api<{ company: Company }>("operator", "POST", "/admin/companies", {
    name,
    phone: "+998901234567",
  })
  return company
}
const companyNow = async (id: string) =>
  (await world.api<{ company: Company }>("operator", "GET", `/admin/companies/${id}`)).company

/** Answers the question that a button asked. */
const answer = async (page: Page, label: string, reason?: string) => {
  const dialog = page.getByRole("alertdialog")
  await dialog.waitFor()
  if (reason) {
    await dialog.getByRole("textbox").fill(reason)
  }
  await dialog.getByRole("button", { name: label }).click()
  await dialog.waitFor({ state: "hidden" })
}

describe.each(["uz", "ru", "en"] as const)("in %s", (lang) => {
  it("every page opens, says what it is, and fits a telephone", async () => {
    const page = await world.signIn("operator", lang)
    for (const name of PAGES) {
      await world.go(page, `/market/${name}`)
      expect(await page.locator("main h1").first().innerText()).toBe(TITLES[lang][name])
      await page.locator('main [role="status"]').waitFor({ state: "detached" })
      expect([name, await world.fitsTelephone(page)]).toEqual([name, true])
      await world.picture(page, `market-${name}-${lang}`)
    }
    expect(world.trouble(page)).toEqual([])
  })
})

it("a company's people are not let in", async () => {
  const page = await world.signIn("owner", "uz")
  await world.go(page, "/market/audit")
  expect(await page.locator("main").innerText()).not.toContain("POST /")
  expect(world.trouble(page).filter((line) => line.includes("audit-log"))).toEqual([])
})

it("a company is approved from the queue, suspended with a reason, and reinstated", async () => {
  const company = await apply()
  const page = await world.signIn("operator", "uz")
  await world.go(page, "/market/companies")
  const row = page.locator("tr", { hasText: company.name }).first()
  await row.getByRole("button", { name: "Tasdiqlash" }).click()
  await answer(page, "Tasdiqlash")
  await page.getByText("Holat o‘zgartirildi").first().waitFor()
  await page.goto(`${world.url}/app/market/companies/${company.id}`)
  await page.getByRole("button", { name: "To‘xtatib turish" }).click()
  await answer(page, "To‘xtatib turish", "tekshiruv ketmoqda")
  await page.getByText("tekshiruv ketmoqda").waitFor()
  expect((await companyNow(company.id)).status).toBe("suspended")
  await page.getByRole("button", { name: "Qayta yoqish" }).click()
  await answer(page, "Qayta yoqish")
  await page.getByRole("button", { name: "To‘xtatib turish" }).waitFor()
  await page.getByLabel("Foiz").fill("7,5")
  await page.getByRole("button", { name: "Saqlash" }).click()
  await page.getByText("Saqlandi").first().waitFor()
  expect(await companyNow(company.id)).toMatchObject({ status: "active", commission_percent: 7.5 })
  await world.picture(page, "market-company")
  expect(world.trouble(page)).toEqual([])
})

it("the audit log tells it all, shows the difference, proves itself, and is a file", async () => {
  const company = await apply()
  await world.api("operator", "POST", `/admin/companies/${company.id}`, { address: "Navoiy ko‘chasi 5" })
  const page = await world.signIn("operator", "en")
  await world.go(page, `/market/audit?company_id=${company.id}`)
  const row = page.locator("tbody tr", { hasText: "POST /admin/companies/:id" }).first()
  await row.click()
  const drawer = page.getByRole("dialog")
  await drawer.getByText("What changed").waitFor()
  expect(await drawer.innerText()).toContain("Navoiy ko‘chasi 5")
  await world.picture(page, "market-audit-entry")
  await page.keyboard.press("Escape")
  await drawer.waitFor({ state: "hidden" })
  await page.getByRole("button", { name: "Verify the chain" }).click()
  await page
    .getByText(/The log is whole/)
    .first()
    .waitFor()
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download CSV" }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d{2}-\d{2}\.csv$/)
  await page.getByLabel("Search: who, action or ID").fill("no such thing")
  await page.getByText("Nothing was found").waitFor()
  expect(world.trouble(page)).toEqual([])
})

it("a period is closed, and what can't be settled is said", async () => {
  const page = await world.signIn("operator", "en")
  await world.go(page, "/market/settlements")
  await page.getByRole("button", { name: "Close a period" }).click()
  const dialog = page.getByRole("dialog")
  await dialog.getByLabel("First day").fill("2019-01-01")
  await dialog.getByLabel("Last day").fill("2019-01-31")
  await dialog.getByRole("button", { name: "Close a period" }).click()
  await page
    .getByText(/statements? made/)
    .first()
    .waitFor()
  expect(world.trouble(page)).toEqual([])
})

it("system health leads to what waits", async () => {
  await apply()
  const page = await world.signIn("operator", "en")
  await world.go(page, "/market/health")
  await page.getByRole("link", { name: /Companies to approve/ }).click()
  await page.getByText("Waiting for approval").first().waitFor()
  expect(world.trouble(page)).toEqual([])
})

import { readFileSync } from "node:fs"
import { Page } from "playwright-core"
import { dayOf, formatters } from "../../src/admin/lib/format"
import { spanOf } from "../../src/admin/pages/finance/lib/period"
import type {
  BreakdownRow,
  CompanyFigures,
  Figures,
  Goods,
  Summary,
} from "../../src/admin/pages/finance/lib/types"
import { AdminWorld } from "../support/admin"

/** Did the shop earn: the page says what the API says, and leads to what the figures are made of. */

jest.setTimeout(120_000)

const world = new AdminWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

const { money: exact, number } = formatters("uz")
const money = (value: number) => exact(Math.round(value))
const today = dayOf(new Date())
const read = async <T>(path: string, query: Record<string, string>, role = "owner") =>
  world.api<T>(role, "GET", `${path}?${new URLSearchParams(query)}`)
const summaryOf = async (query: Record<string, string>) =>
  (await read<{ summary: Summary }>("/merchant/finance/summary", query)).summary

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const figure = (page: Page, name: string) => page.locator(`[data-figure="${name}"]`)
const settled = (page: Page) =>
  page.waitForFunction(`!document.querySelector("main [role=status][aria-label]")`)
/** Waits for a figure, which is read anew when the period changes. */
const shows = (page: Page, name: string, text: string) =>
  figure(page, name).getByText(text, { exact: true }).waitFor()
const asTable = (page: Page, title: string) =>
  page
    .getByRole("group", { name: `${title}: ko‘rinishi` })
    .getByRole("button", { name: "Jadval" })
    .click()
const bars = (page: Page, label: string) => page.getByRole("list", { name: label }).getByRole("listitem")

const WAY = ["revenue", "cost", "markup_profit", "expenses", "commission", "ad_spend", "net_profit"] as const
const signed = (figures: Figures, name: (typeof WAY)[number]) =>
  money((["cost", "expenses", "commission", "ad_spend"].includes(name) ? -1 : 1) * figures[name] || 0)

describe("an owner", () => {
  let page: Page
  beforeAll(async () => {
    page = await world.signIn("owner")
  })
  afterAll(() => page.context().close())

  it("reads what was earned in 30 days, and every step from revenue to it", async () => {
    await world.go(page, "/shop/finance")
    const summary = await summaryOf({ ...spanOf("30d", today), compare: "previous", by: "day" })
    expect(summary.orders).toBeGreaterThan(0)
    await shows(page, "net_profit", money(summary.net_profit))
    await shows(page, "stock_value", money(summary.stock_value))
    await page.getByText("Foydaning yonida turadi, undan ayirilmaydi").waitFor()
    await shows(page, "average_receipt", money(summary.average_receipt))
    await shows(page, "orders", number(summary.orders))
    const steps = await bars(page, "Pul nimaga ketdi").allInnerTexts()
    expect(steps.map((text) => text.split("\n").at(-1))).toEqual(WAY.map((name) => signed(summary, name)))
    await world.picture(page, "finance-profit")
  })

  it("asks what a figure is", async () => {
    await button(page, "Bu nima: Sotilgan mol tannarxi").click()
    await page.getByText(/hali sotilmagan mol bu yerga kirmaydi/).waitFor()
    await page.keyboard.press("Escape")
  })

  it("chooses another period and another comparison, which the address remembers", async () => {
    await button(page, "Shu yil").click()
    await page.waitForURL(/period=year/)
    await page.getByRole("combobox", { name: "Solishtirish" }).click()
    await page.getByRole("option", { name: "O‘tgan yil bilan solishtirish" }).click()
    await page.waitForURL(/compare=last_year/)
    await page.reload()
    const summary = await summaryOf({ ...spanOf("year", today), compare: "last_year", by: "month" })
    await shows(page, "net_profit", money(summary.net_profit))
    const [year] = today.split("-")
    await page.getByText(new RegExp(`^01\\.01\\.${Number(year) - 1} – .* bilan solishtirildi`)).waitFor()
  })

  it("goes from the year to a month, from the month to a day, and from the day to its sales", async () => {
    await world.go(page, "/shop/finance?period=year")
    const column = page.locator(".recharts-bar-rectangle").last()
    await column.waitFor()
    // A first touch of a column tells its figures, a second opens it.
    await column.hover()
    await page
      .locator(".recharts-tooltip-wrapper")
      .getByText(/Sof foyda/)
      .waitFor()
    await column.click()
    const month = `${today.slice(0, 7)}-01`
    await page.waitForURL(
      (url) => url.searchParams.get("from") === month && url.searchParams.get("to") === today
    )
    const { series } = await summaryOf({ from: month, to: today, by: "day" })
    await asTable(page, "Tushum va sof foyda")
    const table = page.getByRole("table", { name: "Tushum va sof foyda" })
    await table.getByRole("row").nth(series.length).waitFor()
    const index = series.findIndex(({ orders }) => orders > 0)
    const row = table.getByRole("row").nth(index + 1)
    expect(await row.innerText()).toContain(money(series[index].revenue))
    await row.press("Enter")
    await page.waitForURL(`**/shop/sales?from=${series[index].from}&to=${series[index].from}`)
  })

  it("sees an expense of the day, and where it was written down", async () => {
    const { expense } = await world.api<{ expense: { id: string } }>("owner", "POST", "/merchant/expenses", {
      day: today,
      amount: 150_000,
      category_id: "rent",
    })
    try {
      await world.go(page, "/shop/finance?period=today")
      const summary = await summaryOf({ from: today, to: today })
      expect(summary.expenses).toBeGreaterThanOrEqual(150_000)
      await shows(page, "net_profit", money(summary.net_profit))
      const rent = summary.expenses_by_category.find(({ category_id }) => category_id === "rent")!
      await bars(page, "Xarajatlar nimadan iborat")
        .filter({ hasText: money(rent.amount) })
        .getByRole("link")
        .click()
      await page.waitForURL(`**/shop/expenses?from=${today}&to=${today}&category_id=rent`)
    } finally {
      await world.api("owner", "DELETE", `/merchant/expenses/${expense.id}`)
    }
  })

  it("sees the money, the goods and where the revenue comes from", async () => {
    const span = spanOf("30d", today)
    await world.go(page, "/shop/finance?view=cash")
    const { cash } = await summaryOf(span)
    await page.getByText(money(cash.in_total), { exact: true }).first().waitFor()
    await world.picture(page, "finance-cash")

    await button(page, "Mollar").click()
    const { goods } = await read<{ goods: Goods[] }>("/merchant/finance/goods", {
      ...span,
      order: "profit",
      limit: "10",
    })
    await page.getByRole("group", { name: "Tartibi" }).getByRole("button", { name: "Foyda" }).click()
    const best = page.getByRole("table", { name: "Eng yaxshi sotilgan mollar" }).getByRole("row").nth(1)
    await best.getByText(goods[0].title, { exact: true }).waitFor()
    expect(await best.innerText()).toContain(money(goods[0].profit))
    await world.picture(page, "finance-goods")

    await button(page, "Tushum qayerdan").click()
    await button(page, "Soat").click()
    await asTable(page, "Tushum nimadan yig‘ildi: soat")
    const { breakdown } = await read<{ breakdown: BreakdownRow[] }>("/merchant/finance/breakdown", {
      ...span,
      by: "hour",
    })
    expect(breakdown).toHaveLength(24)
    const hours = page.getByRole("table", { name: "Tushum nimadan yig‘ildi: soat" }).getByRole("row")
    expect(await hours.count()).toBe(25)
    const busiest = breakdown.reduce((most, row) => (row.revenue > most.revenue ? row : most))
    expect(await hours.nth(Number(busiest.key) + 1).innerText()).toContain(money(busiest.revenue))
    await world.picture(page, "finance-hours")
  })

  it("prints a page without what is around it", async () => {
    await world.go(page, "/shop/finance")
    await figure(page, "net_profit").waitFor()
    await page.emulateMedia({ media: "print" })
    expect(await page.locator("aside").first().isVisible()).toBe(false)
    expect(await button(page, "Chop etish").isVisible()).toBe(false)
    expect(await figure(page, "net_profit").isVisible()).toBe(true)
    expect(await page.getByText(/Chop etilgan: /).isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
  })

  it("takes the report along as a workbook", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Excel").click()])
    const { from, to } = spanOf("30d", today)
    expect(download.suggestedFilename()).toBe(`moliya-${from}-${to}.xlsx`)
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString()
    ).toBe("PK")
    expect(world.trouble(page)).toEqual([])
  })
})

it("an operator reads all companies together, and one by one", async () => {
  const page = await world.signIn("operator")
  await world.go(page, "/market/finance")
  const query = { ...spanOf("30d", today), compare: "previous", by: "day" }
  const all = await read<{ summary: Summary; companies: CompanyFigures[] }>(
    "/admin/finance/summary",
    query,
    "operator"
  )
  await shows(page, "net_profit", money(all.summary.net_profit))
  await world.picture(page, "finance-market")
  const [first] = [...all.companies].sort((one, other) => other.revenue - one.revenue)
  const row = page.getByRole("table", { name: "Kompaniyalar" }).getByRole("row").nth(1)
  expect(await row.innerText()).toContain(first.name)
  await row.press("Enter")
  await page.waitForURL(`**company_id=${first.company_id}`)
  await shows(page, "net_profit", money(first.net_profit))
  await page.getByText(`«${first.name}»`).waitFor()
  expect(await world.fitsTelephone(page)).toBe(true)
  expect(world.trouble(page)).toEqual([])
  await page.context().close()
})

it.each([
  ["uz", "Moliya", ["Foyda", "Pul", "Mollar", "Tushum qayerdan"]],
  ["ru", "Финансы", ["Прибыль", "Деньги", "Товары", "Откуда выручка"]],
  ["en", "Finance", ["Profit", "Money", "Goods", "Where it comes from"]],
] as const)("in %s every view fits a telephone", async (lang, title, views) => {
  const page = await world.signIn("owner", lang)
  await world.go(page, "/shop/finance")
  expect(await page.locator("main h1").first().innerText()).toBe(title)
  for (const view of views) {
    await button(page, view).first().click()
    await settled(page)
    expect([view, await world.fitsTelephone(page)]).toEqual([view, true])
  }
  await world.picture(page, `finance-parts-${lang}`)
  expect(world.trouble(page)).toEqual([])
  await page.context().close()
})

it("a cashier is told that it is not theirs, and nothing is asked of the server", async () => {
  const page = await world.signIn("cashier")
  const asked: string[] = []
  page.on("request", (request) => request.url().includes("/finance/") && asked.push(request.url()))
  await world.go(page, "/shop/finance")
  await page.getByRole("heading", { name: "Bu sahifaga ruxsatingiz yo‘q" }).waitFor()
  expect(asked.filter((url) => url.includes("/merchant/"))).toEqual([])
  await expect(summaryAs("cashier")).rejects.toThrow(/403/)
  await page.context().close()
})

const summaryAs = (role: string) => read("/merchant/finance/summary", { from: today, to: today }, role)

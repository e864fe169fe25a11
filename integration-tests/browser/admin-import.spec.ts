import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { AdminWorld, Lang } from "../support/admin"

/** A file of goods from the first look to its result, in each language; and who may bring one. */

jest.setTimeout(180_000)

const world = new AdminWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

const WORDS: Record<
  Lang,
  { title: string; headers: string; apply: RegExp; done: RegExp; wrong: string; leave: string }
> = {
  uz: {
    title: "Import va eksport",
    headers: "Nomi;Tannarx;Ustama;Do‘kon kodi;Qoldiq",
    apply: /^Kiritish: 3 ta yangi/,
    done: /3 ta satr kiritildi, 1 tasida xato bor/,
    wrong: "Qoldiq: Bu son emas",
    leave: "Kiritilmasin",
  },
  ru: {
    title: "Импорт и экспорт",
    headers: "Название;Себестоимость;Наценка;Артикул;Остаток",
    apply: /^Внести: новых 3/,
    done: /Внесено строк: 3, с ошибкой: 1/,
    wrong: "Остаток: Это не число",
    leave: "Не загружать",
  },
  en: {
    title: "Import and export",
    headers: "Name;Cost;Markup;SKU;Quantity",
    apply: /^Apply: 3 new/,
    done: /3 rows applied, 1 are wrong/,
    wrong: "Stock: Not a number",
    leave: "Leave out",
  },
}

/** Goods that no other run has: a demo market keeps what was imported before. */
const goods = (lang: Lang, headers: string) => {
  const mark = `${lang}${Date.now().toString(36)}`
  const lines = [1, 2, 3].map((n) => `Choy ${mark} ${n};1${n} 500;20;${mark}-${n};${n}`)
  return [headers, ...lines, `Buzuq ${mark};1000;10;${mark}-9;ko‘p`].join("\n")
}

const choose = (page: Page, content: string, name = "tovarlar.csv") =>
  page.setInputFiles('input[type="file"]', { name, mimeType: "text/csv", buffer: Buffer.from(content) })

describe.each(["uz", "ru", "en"] as const)("in %s", (lang) => {
  const words = WORDS[lang]

  it("an owner brings a file in, leaves, comes back, and gets the wrong rows", async () => {
    const page = await world.signIn("owner", lang)
    await world.go(page, "/shop/import")
    expect(await page.locator("main h1").first().innerText()).toBe(words.title)
    expect(await world.fitsTelephone(page)).toBe(true)
    await world.picture(page, `import-start-${lang}`)

    await choose(page, goods(lang, words.headers))
    await page.waitForURL("**/shop/import?id=imp_*")
    await page.getByText(words.wrong).first().waitFor()
    expect(await world.fitsTelephone(page)).toBe(true)
    await world.picture(page, `import-check-${lang}`)

    // A column that is left out and taken back is checked anew both times.
    const stock = page.getByRole("combobox", { name: words.headers.split(";").at(-1) })
    const chosen = await stock.innerText()
    await stock.click()
    await page.getByRole("option", { name: words.leave }).click()
    await page.getByText(words.wrong).first().waitFor({ state: "detached" })
    await stock.click()
    await page.getByRole("option", { name: chosen, exact: true }).click()
    await page.getByText(words.wrong).first().waitFor()

    await page.getByRole("button", { name: words.apply }).click()
    await world.go(page, "/shop/home")
    await page.goBack()
    await page.getByText(words.done).waitFor()
    await world.picture(page, `import-done-${lang}`)
    expect(await world.fitsTelephone(page)).toBe(true)

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "CSV" }).click(),
    ])
    const file = readFileSync((await download.path())!, "utf8")
    expect(file.trim().split("\r\n")).toHaveLength(2)
    expect(file).toContain(words.wrong)
    expect(world.trouble(page)).toEqual([])
  })
})

it("what cannot be a file of goods is told in plain words, and nothing is opened", async () => {
  const page = await world.signIn("owner")
  await world.go(page, "/shop/import")
  await choose(page, "\u0000\u0001\u0002 rasm", "rasm.csv")
  await page.getByText("Bu Excel (XLSX) ham, CSV ham emas").first().waitFor()
  expect(page.url()).not.toContain("id=")
})

it("goods are given out as a file, by keyboard alone", async () => {
  const page = await world.signIn("owner", "en")
  await world.go(page, "/shop/import")
  await page.getByRole("button", { name: "CSV" }).nth(1).focus()
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")])
  const file = readFileSync((await download.path())!, "utf8")
  expect(file.split("\r\n")[0]).toContain("Name (uz),Name (ru)")
  expect(download.suggestedFilename()).toBe("goods.csv")
})

it("a cashier is told that this is not for them, and no import is asked for", async () => {
  const page = await world.signIn("cashier")
  const asked: string[] = []
  page.on("request", (request) => asked.push(new URL(request.url()).pathname))
  await world.go(page, "/shop/import")
  expect(asked.filter((path) => path.startsWith("/merchant/imports"))).toEqual([])
  expect(await page.locator('input[type="file"]').count()).toBe(0)
})

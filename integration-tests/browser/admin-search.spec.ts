import { Page } from "playwright-core"
import { AdminWorld, Lang } from "../support/admin"

/** The operator's page of the search: what is looked for, the synonyms, and the state of the engine. */

jest.setTimeout(120_000)

const world = new AdminWorld()
beforeAll(() => world.open())
afterAll(() => world.close())

type Synonym = { id: string; words: string[]; is_active: boolean; is_one_way: boolean; is_built_in: boolean }

/** Differs from run to run: the demo market is the same. */
const RUN = Date.now().toString(36)
const TABS = ["report", "synonyms", "engine"] as const
const WORDS: Record<Lang, { heading: string; below: Record<(typeof TABS)[number], string> }> = {
  uz: {
    heading: "Qidiruv",
    below: { report: "Natijasiz ulushi", synonyms: "Tayyor sinonimlar", engine: "Qidiruvdagi hujjatlar" },
  },
  ru: {
    heading: "Поиск",
    below: { report: "Доля без результата", synonyms: "Готовые синонимы", engine: "Документы в поиске" },
  },
  en: {
    heading: "Search",
    below: { report: "Share without result", synonyms: "Ready synonyms", engine: "Documents in the search" },
  },
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true })
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()
const question = (page: Page) => page.getByRole("alertdialog")
/** A group as it stands in the list. */
const group = (page: Page, words: string[]) =>
  page.getByRole("listitem", { name: words.join(", "), exact: true })

/** Groups that hold a word, as the server knows them. */
const known = async (word: string): Promise<Synonym[]> => {
  const path = `/admin/search/synonyms?q=${encodeURIComponent(word)}`
  return (await world.api<{ synonyms: Synonym[] }>("operator", "GET", path)).synonyms
}

/** What a shopper looks for on the storefront. */
async function search(q: string): Promise<number> {
  const reply = await fetch(`${world.url}/store/catalog/products?q=${encodeURIComponent(q)}`, {
    headers: { "x-publishable-api-key": world.publishable_key },
  })
  return ((await reply.json()) as { count: number }).count
}

describe.each(["uz", "ru", "en"] as const)("in %s", (lang) => {
  it("every tab opens, says what it is, and fits a telephone", async () => {
    const page = await world.signIn("operator", lang)
    await world.go(page, "/market/search")
    expect(await page.locator("main h1").first().innerText()).toBe(WORDS[lang].heading)
    for (const [index, tab] of TABS.entries()) {
      await page.getByRole("tab").nth(index).click()
      await said(page, WORDS[lang].below[tab])
      expect([tab, await world.fitsTelephone(page)]).toEqual([tab, true])
      await world.picture(page, `search-${tab}-${lang}`)
    }
    expect(world.trouble(page)).toEqual([])
    await page.context().close()
  })
})

it("what was searched in vain becomes a synonym: the form begins with it", async () => {
  const vain = `qwxzjv ${RUN}`
  expect(await search(vain)).toBe(0)
  const page = await world.signIn("operator")
  await world.go(page, "/market/search")
  await page.locator("main").getByText("Topilmaganlar").waitFor()
  await button(page, `“${vain}” uchun sinonim qo‘shish`).click()
  await said(page, "Yana kamida bitta so‘z yozing")
  expect(await button(page, "Saqlash").isDisabled()).toBe(true)
  // One by Enter, one that is still in the field, and one that is there already in the other alphabet.
  await page.keyboard.type(`sabzavot ${RUN}`)
  await page.keyboard.press("Enter")
  await page.keyboard.type(`сабзавот ${RUN},rayhon ${RUN}`)
  await said(page, `“${vain}” deb yozgan xaridor bularni ham topadi: sabzavot ${RUN}, rayhon ${RUN}.`)
  await world.picture(page, "search-form")
  await button(page, "Saqlash").click()
  await said(page, "Sinonimlar qo‘shildi")
  await page.getByRole("dialog").waitFor({ state: "hidden" })
  expect(await known(vain)).toMatchObject([
    { words: [vain, `sabzavot ${RUN}`, `rayhon ${RUN}`], is_active: true, is_one_way: false },
  ])
  expect(world.trouble(page)).toEqual([])
  await page.context().close()
})

it("a group is found, switched, changed, and deleted after a question; without a mouse", async () => {
  const words = [`kiyim ${RUN}`, `libos ${RUN}`]
  await world.api("operator", "POST", "/admin/search/synonyms", { words })
  const page = await world.signIn("operator")
  await world.go(page, "/market/search?tab=synonyms")
  await page.getByRole("searchbox").fill(`КИЙИМ ${RUN}`)
  const row = group(page, words)
  await row.waitFor()
  await said(page, "1 ta guruh")

  const turn = row.getByRole("switch")
  await turn.press("Space")
  await said(page, "Bu so‘zlar endi bir-birini topmaydi")
  expect(await known(words[0])).toMatchObject([{ is_active: false }])

  await row.getByRole("button", { name: /o‘zgartirish$/ }).press("Enter")
  await page.keyboard.press("Backspace")
  await page.keyboard.press("Backspace")
  await page.keyboard.type("qq,")
  await page.getByRole("switch", { name: "Faqat bir tomonga" }).press("Space")
  await button(page, "Saqlash").press("Enter")
  const changed = [words[0], `${words[1].slice(0, -1)}qq`]
  await group(page, changed).waitFor()
  expect(await known(words[0])).toMatchObject([{ words: changed, is_one_way: true, is_active: false }])

  const remove = group(page, changed).getByRole("button", { name: /olib tashlash$/ })
  await remove.press("Enter")
  await question(page).waitFor()
  await page.keyboard.press("Escape")
  expect(await known(words[0])).toHaveLength(1)
  await remove.press("Enter")
  await question(page).getByRole("button", { name: "Olib tashlash" }).press("Enter")
  await said(page, "Guruh olib tashlandi")
  expect(await known(words[0])).toEqual([])
  expect(world.trouble(page)).toEqual([])
  await page.context().close()
})

it("a built-in group is switched off, and neither changed nor deleted; what is refused is said in words", async () => {
  const [builtIn] = (await known("telefon")).filter(({ is_built_in: isBuiltIn }) => isBuiltIn)
  const page = await world.signIn("operator")
  await world.go(page, "/market/search?tab=synonyms")
  await page.getByRole("searchbox").fill(builtIn.words[0])
  const row = group(page, builtIn.words)
  await row.waitFor()
  expect(await row.getByRole("button").count()).toBe(0)
  await row.getByRole("switch").click()
  await said(page, "Bu so‘zlar endi bir-birini topmaydi")
  expect(await known(builtIn.words[0])).toContainEqual(
    expect.objectContaining({ id: builtIn.id, is_active: false })
  )
  await row.getByRole("switch").click()
  await said(page, "Bu so‘zlar endi bir-birini topadi")
  expect(world.trouble(page)).toEqual([])

  const words = [`qopqoq ${RUN}`, `chexol ${RUN}`]
  await world.api("operator", "POST", "/admin/search/synonyms", { words })
  await button(page, "Sinonim qo‘shish").click()
  await page.getByLabel("So‘zlar").fill(words.join(","))
  await button(page, "Saqlash").click()
  await said(page, "Bu so‘zlar guruhi ro‘yxatda bor")
  expect(await known(words[0])).toHaveLength(1)
  await page.context().close()
})

it("the engine is made anew after a question; a read that fails says so and is tried again", async () => {
  const page = await world.signIn("operator")
  let asked = 0
  page.on("request", (request) => (asked += request.url().endsWith("/admin/search/reindex") ? 1 : 0))
  await page.route("**/admin/search/status", (route) => route.fulfill({ status: 403, json: {} }))
  await world.go(page, "/market/search?tab=engine")
  await said(page, "Ma’lumotni olib bo‘lmadi")
  await page.unroute("**/admin/search/status")
  await button(page, "Qayta urinish").click()
  await said(page, "Qidiruvdagi hujjatlar")
  await button(page, "Qaytadan qurish").click()
  await question(page).getByRole("button", { name: "Bekor qilish" }).click()
  expect(asked).toBe(0)
  await button(page, "Qaytadan qurish").click()
  await question(page).getByRole("button", { name: "Qaytadan qurish" }).click()
  await said(page, "Qayta qurish boshlandi")
  await said(page, "Qayta qurish tugadi")
  expect(asked).toBe(1)
  await page.context().close()
})

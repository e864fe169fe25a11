import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AD_MODULE } from "../../src/modules/ad"
import AdModuleService from "../../src/modules/ad/service"
import { attributeOrders, refreshAdIndex } from "../../src/workflows/ad/serving"
import { addAd, BROWSER, giveFunds } from "../support/ad-serving"
import {
  Api,
  attempt,
  checkOut,
  createCompany,
  createListing,
  createShopper,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { statementsOf, warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Ad = { id: string; impression_token: string; click_token: string; title: string; position?: number }
type Headers = { headers: Record<string, string> }

jest.setTimeout(120_000)

const soon = async (check: () => Promise<boolean>) => {
  for (let turn = 0; turn < 80; turn++) {
    if (await check()) {
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

testMarket({
  testSuite: ({ api: client, getContainer }) => {
    const api = client as Api
    let container: MedusaContainer
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let sut: TestCompany
    let non: TestCompany
    let visitor: Headers

    const service = () => container.resolve<AdModuleService>(AD_MODULE)
    const rows = async (sql: string, values: unknown[] = []) => {
      const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      return (await knex.raw<{ rows: Array<Record<string, unknown>> }>(sql, values as never)).rows
    }
    const show = async (query = "placement=home_banner", as: Headers = visitor) =>
      (await api.get(`/store/ads?${query}`, as)).data as { ads: Ad[]; visitor_token?: string }
    const newVisitor = async (): Promise<Headers> => {
      const { visitor_token } = await show("placement=product_banner", market.store)
      return {
        headers: { ...market.store.headers, "x-visitor-token": visitor_token!, "user-agent": BROWSER },
      }
    }
    const impress = async (tokens: string[], as: Headers = visitor) =>
      (await api.post("/store/ads/impressions", { tokens }, as)).data.counted as number
    const click = (ad: Ad, as: Headers = visitor) =>
      attempt(api.post(`/store/ads/${ad.id}/click`, { token: ad.click_token }, as))
    const figures = async (adId: string) => {
      await service().flush()
      const [ad] = await rows(`select impressions, clicks, spent_tiyin, rest_milli from ad where id = ?`, [
        adId,
      ])
      const [day] = await rows(
        `select impressions, clicks, free_impressions, free_clicks, spent_tiyin from ad_day where ad_id = ?`,
        [adId]
      )
      const plain = (row: Record<string, unknown> = {}) =>
        Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Number(value)]))
      return { ad: plain(ad), day: plain(day) }
    }

    beforeAll(async () => {
      container = getContainer()
      market = await setUpMarket(container, api)
      sut = await createCompany(container, api, "Sut dunyosi")
      non = await createCompany(container, api, "Non uyi")
      await giveFunds(container, sut.id, 1_000_000_000)
      await giveFunds(container, non.id, 1_000_000_000)
    })

    beforeEach(async () => {
      container = getContainer()
      await service().flush()
      await refreshAdIndex(container)
      visitor = await newVisitor()
    })

    // The application goes on with other files, and would show these ads from memory for a while.
    afterEach(async () => {
      await rows("update ad set is_paused = true")
      await refreshAdIndex(container)
    })

    it("answers what may be shown, in three languages, without a single statement", async () => {
      const shown = await addAd(container, { company_id: sut.id, name: "Yangi sut" })
      const house = await addAd(container, { company_id: null, name: "Bozorga xush kelibsiz" })
      await addAd(container, { company_id: sut.id, is_paused: true })
      await addAd(container, { company_id: sut.id, ends_at: new Date(Date.now() - 1000) })
      await addAd(container, { company_id: sut.id, starts_at: new Date(Date.now() + 60_000) })
      await addAd(container, { company_id: non.id, target: { languages: ["ru"] } })
      await refreshAdIndex(container)

      const { ads } = await show()
      expect(ads.map(({ id }) => id)).toEqual([shown, house])
      expect(ads[0]).toEqual({
        id: shown,
        label: "Reklama",
        advertiser: { name: "Sut dunyosi", handle: sut.handle },
        kind: "banner",
        title: "Yangi sut",
        text: null,
        image_url: "https://example.com/banner.webp",
        width: 1200,
        height: 400,
        link: `https://example.com/${shown}`,
        impression_token: expect.any(String),
        click_token: expect.any(String),
      })
      expect(ads[1]).toMatchObject({ advertiser: null, label: "Reklama" })
      const russian = (await show("placement=home_banner&locale=ru")).ads
      expect(russian.map((ad) => [ad.title, (ad as { label?: string }).label])).toContainEqual([
        "Yangi sut (ru)",
        "Реклама",
      ])
      expect(russian).toHaveLength(3)
      expect((await show("placement=home_banner&locale=en&limit=1")).ads).toMatchObject([{ label: "Ad" }])
      expect((await show("placement=search_banner")).ads).toEqual([])

      const statements = await warmStatementsOf(container, () => show())
      expect(statements).toEqual([])

      for (const query of [
        "",
        "placement=nowhere",
        "placement=home_banner&limit=0",
        "placement=home_banner&x=1",
      ]) {
        const refused = await attempt(api.get(`/store/ads?${query}`, visitor))
        expect([refused.status, refused.data.code]).toEqual([400, "INVALID_QUERY"])
      }
    })

    it("stops at once with its company, and without money", async () => {
      const first = await addAd(container, { company_id: sut.id })
      const poor = await createCompany(container, api, "Puli yo‘q")
      await addAd(container, { company_id: poor.id })
      await refreshAdIndex(container)
      expect((await show()).ads.map(({ id }) => id)).toEqual([first])
      await api.post(`/admin/companies/${sut.id}/suspend`, { reason: "tekshiruv" }, market.operator)
      expect(await soon(async () => (await show()).ads.length === 0)).toBe(true)
      await api.post(`/admin/companies/${sut.id}/reinstate`, {}, market.operator)
      expect(await soon(async () => (await show()).ads.length === 1)).toBe(true)
      await rows("update company set is_private = true where id = ?", [sut.id])
      await refreshAdIndex(container)
      expect((await show()).ads).toEqual([])
    })

    it("counts each token of each visitor once, and tells nobody what it drops", async () => {
      const id = await addAd(container, { company_id: sut.id, price_tiyin: 1_500 })
      const capped = { company_id: non.id, placement: "search_banner", frequency_cap: 2 }
      const seldom = await addAd(container, capped)
      await refreshAdIndex(container)
      const [ad] = (await show()).ads
      expect(await impress([ad.impression_token, ad.impression_token])).toBe(2)
      expect(await impress([ad.impression_token])).toBe(1)
      const forged = `${ad.impression_token.slice(0, -3)}abc`
      const stranger = await newVisitor()
      expect(await impress([forged, ad.click_token])).toBe(0)
      expect(await impress([(await show()).ads[0].impression_token], stranger)).toBe(0)
      const bot = { headers: { ...visitor.headers, "user-agent": "Googlebot/2.1" } }
      expect(await impress([(await show()).ads[0].impression_token], bot)).toBe(1)
      expect((await figures(id)).day).toMatchObject({ impressions: 1, spent_tiyin: 1 })
      expect(await impress([(await show()).ads[0].impression_token])).toBe(1)
      expect(await figures(id)).toMatchObject({
        day: { impressions: 2, spent_tiyin: 3, free_impressions: 0 },
        ad: { impressions: 2, spent_tiyin: 3, rest_milli: 0 },
      })

      const at = "placement=search_banner"
      const sideBySide = [await show(at), await show(at), await show(at)]
      await impress(sideBySide.map(({ ads }) => ads[0].impression_token))
      expect((await figures(seldom)).ad.impressions).toBe(2)
      expect((await show(at)).ads).toEqual([])
      expect((await show(at, stranger)).ads).toHaveLength(1)

      const person = async (email: string): Promise<Headers> => {
        const { headers } = await createShopper(container, api, email, market.publishable_key)
        return { headers: { ...headers, "user-agent": BROWSER } }
      }
      const [colleague, relative] = [
        await person("hamkasb@example.com"),
        await person("qarindosh@example.com"),
      ]
      await rows("update company_member set email = 'Hamkasb@example.com' where company_id = ?", [sut.id])
      await rows("update customer set phone = '+998 90 123-45-67' where email = 'qarindosh@example.com'")
      await refreshAdIndex(container)
      expect((await show("placement=home_banner", colleague)).ads).toEqual([])
      const own = (await show("placement=home_banner", relative)).ads
      expect(await impress([own[0].impression_token], relative)).toBe(1)
      expect((await figures(id)).day.impressions).toBe(2)

      const { headers } = await api.post("/auth/session", {}, sut.owner.headers)
      const cookie = String(headers["set-cookie"]).split(";")[0]
      expect((await show("placement=home_banner", { headers: { ...visitor.headers, cookie } })).ads).toEqual(
        []
      )

      const wrong: Array<[unknown, string]> = [
        [{ tokens: [] }, "/store/ads/impressions"],
        [{ tokens: Array(51).fill("x") }, "/store/ads/impressions"],
        [{ token: 1 }, `/store/ads/${id}/click`],
      ]
      for (const [body, path] of wrong) {
        expect((await attempt(api.post(path, body, visitor))).status).toBe(400)
      }
    })

    it("leads where the ad leads, and takes the price of a click once an hour", async () => {
      const id = await addAd(container, { company_id: sut.id, price_model: "cpc", price_tiyin: 25_000 })
      const other = await addAd(container, { company_id: non.id, placement: "search_banner" })
      await refreshAdIndex(container)
      const [first] = (await show()).ads
      const [second] = (await show()).ads
      for (const ad of [first, first, second]) {
        expect(await click(ad)).toMatchObject({ status: 200, data: { link: `https://example.com/${id}` } })
      }
      expect((await figures(id)).day).toMatchObject({ clicks: 2, free_clicks: 1, spent_tiyin: 25_000 })
      await rows("update ad_click set clicked_at = clicked_at - interval '2 hours'")
      await rows("update ad set is_paused = true where id = ?", [id])
      const [third] = (await show()).ads
      await refreshAdIndex(container)
      expect((await click(third)).data.link).toBe(`https://example.com/${id}`)
      expect((await figures(id)).ad).toMatchObject({ clicks: 3, spent_tiyin: 50_000 })

      const [elsewhere] = (await show("placement=search_banner")).ads
      for (const token of [elsewhere.click_token, third.impression_token, "x.y"]) {
        const refused = await attempt(api.post(`/store/ads/${id}/click`, { token }, visitor))
        expect([refused.status, refused.data.code]).toEqual([400, "AD_TOKEN_INVALID"])
      }
      expect((await click(elsewhere, await newVisitor())).status).toBe(400)
      expect((await figures(other)).ad.clicks).toBe(0)
    })

    it("believes one address thirty clicks an hour, however many visitors it makes up", async () => {
      const id = await addAd(container, { company_id: sut.id, price_model: "cpc", price_tiyin: 1_000 })
      await refreshAdIndex(container)
      const clickFrom = async (address: string) => {
        const headers = { ...market.store.headers, "user-agent": BROWSER, "x-forwarded-for": address }
        const { ads, visitor_token } = await show("placement=home_banner", { headers })
        const clicked = await click(ads[0], { headers: { ...headers, "x-visitor-token": visitor_token! } })
        return [clicked.status, clicked.data.link]
      }
      const answers = await Promise.all(Array.from({ length: 35 }, () => clickFrom("203.0.113.7")))
      expect(answers).toEqual(Array(35).fill([200, `https://example.com/${id}`]))
      expect((await figures(id)).ad).toMatchObject({ clicks: 30, spent_tiyin: 30_000 })
      await clickFrom("203.0.113.8")
      expect((await figures(id)).ad).toMatchObject({ clicks: 31, spent_tiyin: 31_000 })
    })

    it("never spends more than the budget, however many come at once to however many processes", async () => {
      // 50 impressions at 10 so'm.
      const budget = { price_tiyin: 1_000_000, total_budget_tiyin: 50_000 }
      const id = await addAd(container, { company_id: sut.id, ...budget })
      await refreshAdIndex(container)
      const others = [0, 1].map(() => new AdModuleService({ ...moduleContainer(service()) }, moduleOptions()))
      let shown = 0
      const visit = async () => {
        for (let turn = 0; turn < 10; turn++) {
          const { ads } = await show()
          shown += ads.length
          if (ads.length > 0) {
            await impress(ads.map(({ impression_token }) => impression_token))
          }
          if (turn % 4 === 3) {
            await service().flush()
          }
        }
      }
      const elsewhere = (other: AdModuleService, process: number) => async () => {
        for (let turn = 0; turn < 40; turn++) {
          const nonce = `process${process}-${turn}`
          other.count(counted(id, { nonce }), "somebody")
          // The other process has the same token: a shopper who reports twice.
          others[1 - process].count(counted(id, { nonce }), "somebody")
          await other.flush()
        }
      }
      await Promise.all([
        ...Array.from({ length: 20 }, visit),
        ...others.map((other, process) => elsewhere(other, process)()),
      ])
      const { ad, day } = await figures(id)
      expect(ad).toMatchObject({ spent_tiyin: 50_000, rest_milli: 0 })
      expect(day).toMatchObject({
        impressions: shown + 80,
        free_impressions: shown + 80 - 50,
        spent_tiyin: 50_000,
      })
      // This process alone shows no more than the budget; the others spent 80 more that it did not know of.
      expect(shown).toBeLessThanOrEqual(50)
      const [{ tokens }] = await rows("select count(*)::int as tokens from ad_token_use where ad_id = ?", [
        id,
      ])
      expect(tokens).toBe(shown + 80)
      expect((await show()).ads).toEqual([])
    })

    it("lets nobody bring a company into debt by looking at its ads late", async () => {
      const poor = await createCompany(container, api, "Oxirgi puli")
      await giveFunds(container, poor.id, 5_000)
      const id = await addAd(container, { company_id: poor.id, price_tiyin: 1_000_000 })
      await refreshAdIndex(container)
      const tokens: string[] = []
      for (let turn = 0; turn < 12; turn++) {
        tokens.push((await show()).ads[0].impression_token)
      }
      // Five are paid for; those after them come when the money is gone, here and then also in the ledger.
      expect(await impress(tokens.slice(0, 9))).toBe(9)
      expect((await show()).ads).toEqual([])
      expect((await figures(id)).day).toMatchObject({
        impressions: 9,
        free_impressions: 4,
        spent_tiyin: 5_000,
      })
      await refreshAdIndex(container)
      expect((await show()).ads).toEqual([])
      await impress(tokens.slice(9))
      expect((await figures(id)).day).toMatchObject({
        impressions: 12,
        free_impressions: 7,
        spent_tiyin: 5_000,
      })
    })

    it("keeps what it has counted while the database is away, and writes the rest when it stops", async () => {
      const id = await addAd(container, { company_id: sut.id, price_tiyin: 1_000 })
      const other = new AdModuleService({ ...moduleContainer(service()) }, moduleOptions())
      const write = jest.spyOn(other, "writeCounted").mockRejectedValueOnce(new Error("away"))
      other.count(counted(id, { nonce: "kept-1" }), "somebody")
      await expect(other.flush()).rejects.toThrow("away")
      other.count(counted(id, { nonce: "kept-2" }), "somebody")
      expect(other.count(counted(id, { nonce: "kept-2" }), "somebody")).toBe(false)
      write.mockRejectedValueOnce(new Error("away once more"))
      await other.__hooks.onApplicationPrepareShutdown()
      expect(write).toHaveBeenCalledTimes(3)
      expect((await figures(id)).ad).toMatchObject({ impressions: 2, spent_tiyin: 2_000 })
      // A crash after the commit: the same events come again and count for nothing.
      await other.writeCounted([counted(id, { nonce: "kept-1" })])
      expect((await figures(id)).ad.impressions).toBe(2)
      const statements = await statementsOf(container, () =>
        other.writeCounted(Array.from({ length: 500 }, (_, index) => counted(id, { nonce: `many-${index}` })))
      )
      expect(statements.length).toBeLessThanOrEqual(6)
      expect(await service().prune(Date.now() + 3 * 86_400_000)).toBe(502)
    })

    it("puts goods that are in stock into lists, beside what is found", async () => {
      const milk = await createListing(container, sut.id, { name: "Sut", cost: 10_000, markup_percent: 20 })
      const bread = await createListing(container, non.id, { name: "Non", stock: 0 })
      const category = [...market.categories.values()][0]
      const placed = { kind: "listing", price_model: "cpc", price_tiyin: 20_000 } as const
      const id = await addAd(container, {
        company_id: sut.id,
        ...placed,
        placement: "category_list",
        listing: milk,
        target: { category_ids: [category] },
      })
      await addAd(container, { company_id: sut.id, ...placed, placement: "search_list", listing: milk })
      await addAd(container, { company_id: non.id, ...placed, placement: "search_list", listing: bread })
      await refreshAdIndex(container)
      const list = async (query: string) => (await api.get(`/store/products?${query}`, visitor)).data
      expect(await list("limit=1")).not.toHaveProperty("sponsored")
      expect((await list("category_id=pcat_x")).sponsored).toEqual([])
      const [sponsored] = (await list(`category_id=${category}`)).sponsored
      expect(sponsored).toMatchObject({
        id,
        label: "Reklama",
        kind: "listing",
        title: "Sut",
        position: 2,
        link: null,
        product: { id: milk.product_id, title: "Sut", price: 12_000, currency_code: "uzs" },
      })
      const found = await list("q=non")
      expect(found.sponsored).toMatchObject([{ title: "Sut", position: 2 }])
      expect(found.products).toMatchObject([{ id: bread.product_id }])
      expect((await click(sponsored)).data.link).toBeNull()
      expect((await figures(id)).ad.clicks).toBe(1)
      await rows("update listing set is_visible = false where id = ?", [milk.id])
      await refreshAdIndex(container)
      expect((await list("q=non")).sponsored).toEqual([])
      // The request's body reaches the route unchanged, and a refusal stays as it is.
      const search = (filters: object) =>
        attempt(api.post("/store/search", { entity: "product", filters }, visitor))
      expect((await search({ q: "non" })).data.sponsored).toEqual([])
      expect((await search({ q: "non", unknown: 1 })).data).not.toHaveProperty("sponsored")
    })

    it("gives an order to the ad that brought it, to whoever was not signed in too", async () => {
      const milk = await createListing(container, sut.id, { name: "Sut" })
      const banner = await addAd(container, { company_id: sut.id })
      const goods = await addAd(container, { company_id: sut.id, kind: "listing", placement: "search_list" })
      await refreshAdIndex(container)
      expect((await click((await show()).ads[0])).status).toBe(200)
      await service().flush()
      // Later other goods were clicked, and a banner of another company.
      await rows(
        `insert into ad_click (nonce, ad_id, company_id, product_id, visitor_id, clicked_at)
         select v.nonce, v.ad_id, v.company_id, 'prod_other', visitor_id, clicked_at + interval '1 millisecond'
           from ad_click, (values ('other', ?, ?), ('foreign', ?, ?)) as v(nonce, ad_id, company_id) where ad_click.ad_id = ?`,
        [goods, sut.id, banner, non.id, banner]
      )
      const { order_group } = await checkOut(api, market, visitor, [{ variant_id: milk.variant_id }])
      const attributed = () =>
        rows(
          `select a.ad_id, o.company_id, a.total::int as total from ad_order a
             join company_order o on o.id = a.company_order_id where o.group_id = ?`,
          [order_group.id]
        )
      expect(await soon(async () => (await attributed()).length > 0)).toBe(true)
      const toBanner = { ad_id: banner, company_id: sut.id, total: 12_000 }
      expect(await attributed()).toEqual([toBanner])
      // The goods that were clicked last are those that were bought; but what is given is given.
      await rows("update ad_click set product_id = ? where nonce = 'other'", [milk.product_id])
      await attributeOrders(container, order_group.id)
      expect(await attributed()).toEqual([toBanner])
      await rows("delete from ad_order")
      await attributeOrders(container, order_group.id)
      expect(await attributed()).toEqual([{ ...toBanner, ad_id: goods }])
      await rows("delete from ad_order")
      await rows("update ad_click set clicked_at = clicked_at - interval '8 days'")
      await attributeOrders(container, order_group.id)
      expect(await attributed()).toEqual([])
    })

    it("knows publishable keys by heart, and forgets them when they change", async () => {
      const keys = container.resolve(Modules.API_KEY)
      const key = await keys.createApiKeys({ title: "Ikkinchi", type: "publishable", created_by: "test" })
      const as = { headers: { "x-publishable-api-key": key.token } }
      expect((await show("placement=home_banner", as)).ads).toEqual([])
      expect(await warmStatementsOf(container, () => show("placement=home_banner", as))).toEqual([])
      await keys.revoke(key.id, { revoked_by: "test" })
      const isRefused = async () =>
        (await attempt(api.get("/store/ads?placement=home_banner", as))).status === 400
      expect(await soon(isRefused)).toBe(true)
      expect(
        (
          await attempt(
            api.get("/store/ads?placement=home_banner", { headers: { "x-publishable-api-key": "pk_x" } })
          )
        ).status
      ).toBe(400)
    })

    function moduleContainer(of: AdModuleService) {
      return (of as unknown as { __container__: Record<string, unknown> }).__container__
    }

    function moduleOptions() {
      return { bozor: { ads: { flush_seconds: 60 } } }
    }

    function counted(ad_id: string, facts: { nonce: string }) {
      return {
        ...facts,
        kind: "impression" as const,
        ad_id,
        price_model: "cpm" as const,
        price_tiyin: 1_000_000,
        at: Date.now(),
        visitor_id: "vis_somebody",
        customer_id: null,
      }
    }
  },
})

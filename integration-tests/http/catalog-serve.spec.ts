import {
  createApiKeysWorkflow,
  createCustomerGroupsWorkflow,
  createPriceListsWorkflow,
  createSalesChannelsWorkflow,
  linkCustomersToCustomerGroupWorkflow,
  linkProductsToSalesChannelWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType } from "@medusajs/framework/utils"
import fc from "fast-check"
import { CATALOG_MODULE } from "../../src/modules/catalog"
import CatalogModuleService from "../../src/modules/catalog/service"
import { refreshAdIndex } from "../../src/workflows/ad/serving"
import { redisClient } from "../../src/lib/redis"
import { peekPublishableKey } from "../../src/workflows/store/publishable-keys"
import { keepCatalog } from "../../src/workflows/catalog"
import { shelfOf, tellCatalog } from "../../src/workflows/catalog/serve"
import { syncSearch } from "../../src/workflows/search"
import { addAd, giveFunds } from "../support/ad-serving"
import { addGoods, Db, Goods } from "../support/catalog-rows"
import { naiveFacets, naiveIds, plainFacets, queryOf, Wanted } from "../support/naive-catalog"
import {
  Api,
  attempt,
  createCompany,
  createListing,
  createShopper,
  Reply,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { statementsOf, warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

jest.setTimeout(120_000)

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as Db
    let container: MedusaContainer
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let sut: TestCompany
    let non: TestCompany
    let milk: Awaited<ReturnType<typeof createListing>>
    let bread: Awaited<ReturnType<typeof createListing>>

    const get = (path: string, headers: object = {}, more: object = {}) =>
      attempt(
        api.request({
          method: "get",
          url: `/store/catalog${path}`,
          headers: { ...market.store.headers, ...headers },
          ...more,
        })
      )
    const idsOf = ({ data }: Reply) => data.products.map(({ id }: { id: string }) => id) as string[]
    const settle = async () => {
      await keepCatalog(container)
      await tellCatalog(container, "pages")
    }
    const atDoor = () => shelfOf(container).answeredAtDoor
    /** Polls for what has to be seen within two seconds; a little longer on a machine that is busy with other things. */
    const seen = async (check: () => Promise<boolean>) => {
      for (let turn = 0; turn < 80; turn++) {
        if (await check()) {
          return true
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return false
    }

    const hasRedis = () => !!container.resolve<CatalogModuleService>(CATALOG_MODULE).options.redis_url
    /** At once where events are heard in this process; with Redis they come by way of its queue. */
    const atOnce = (check: () => Promise<boolean>) => (hasRedis() ? seen(check) : check())

    beforeAll(async () => {
      container = getContainer()
      market = await setUpMarket(container, api)
      sut = await createCompany(container, api, "Sut olami")
      non = await createCompany(container, api, "Non uyi")
      milk = await createListing(container, sut.id, { name: "Sut" })
      bread = await createListing(container, non.id, { name: "Non" })
      await keepCatalog(container)
      // Else the first request would have it done behind, among the statements that are counted.
      await syncSearch(container)
    })
    beforeEach(async () => {
      await tellCatalog(container, "pages")
      await tellCatalog(container, "keys")
    })

    it("filters, orders, counts and turns pages as a naive reading of the same goods does", async () => {
      await db.raw("delete from catalog_product")
      const categories = [...market.categories.values()]
      const shapes = fc.record({
        company_id: fc.constantFrom(null, sut.id, non.id),
        category_ids: fc.subarray(categories),
        attributes: fc.subarray(["Rang=Qizil", "Rang=Oq, sut", "Hajm=1 l"]),
        created_at: fc.integer({ min: 0, max: 9 }).map((days) => new Date(Date.UTC(2026, 0, 1 + days))),
        rating_average: fc.constantFrom(null, 1, 2.5, 4, 5),
        popularity: fc.constantFrom(0, 0.1, 3.75, 120.3),
        price: fc.constantFrom(null, 1000, 1000.5, 25_000, 99_999),
        is_sale: fc.boolean(),
        in_stock: fc.boolean(),
      })
      const goods: Goods[] = fc
        .sample(shapes, 90)
        .map((shape, index) => ({ ...shape, id: `goods_${String(index).padStart(3, "0")}` }))
      await addGoods(db, goods, { channel: market.sales_channel_id, region_id: market.region_id })
      await tellCatalog(container, "pages")
      const wanted: fc.Arbitrary<Wanted> = fc.record({
        company_id: fc.subarray([sut.id, non.id]),
        category_id: fc.subarray(categories),
        attribute: fc.subarray(["Rang=Qizil", "Rang=Oq, sut", "Hajm=1 l"]),
        price: fc.option(fc.constantFrom([0, 1000], [1000, 30_000], [25_000, 1e6] as [number, number])),
        in_stock: fc.boolean(),
        on_sale: fc.boolean(),
        rating_min: fc.option(fc.constantFrom(2, 4)),
        order: fc.constantFrom("newest", "price", "-price", "rating", "popular"),
        limit: fc.integer({ min: 7, max: 40 }),
      }) as fc.Arbitrary<Wanted>
      for (const query of fc.sample(wanted, 30)) {
        const expected = naiveIds(goods, query)
        const path = `/products?${queryOf(query)}`
        const first = await get(`${path}&facets=true`)
        expect(first.status).toBe(200)
        expect(first.data.count).toBe(expected.length)
        expect(plainFacets(first.data.facets)).toEqual(naiveFacets(goods, query))
        const [byOffset, byCursor]: [string[], string[]] = [[], []]
        for (let offset = 0; offset < Math.max(1, expected.length); offset += query.limit) {
          byOffset.push(...idsOf(await get(`${path}&offset=${offset}`)))
        }
        let cursor: string | null = ""
        while (cursor !== null) {
          const page: Reply = await get(`${path}${cursor && `&cursor=${cursor}`}`)
          byCursor.push(...idsOf(page))
          cursor = page.data.next_cursor
        }
        expect(byOffset).toEqual(expected)
        expect(byCursor).toEqual(expected)
      }
      const [one] = goods
      for (const locale of ["uz", "ru", "en"]) {
        const { data } = await get(`/products/h-${one.id}?locale=${locale}`)
        expect(data.product.title).toBe(`${one.id} ${locale}`)
      }
      expect((await get("/products/goods_000", { "x-medusa-locale": "ru-RU" })).data.product.title).toBe(
        "goods_000 ru"
      )
    })

    it("shows what may be seen: suspended companies at once no more, others' channels and private companies never", async () => {
      const all = [bread.product_id, milk.product_id]
      expect(idsOf(await get("/products"))).toEqual(all)
      expect(idsOf(await get("/products"))).toEqual(all)
      expect((await get("/companies")).data).toMatchObject({ count: 2 })
      await api.post(`/admin/companies/${sut.id}/suspend`, { reason: "tekshiruv" }, market.operator)
      // The very next request: the answer to the operator does not come before.
      expect((await get("/products")).data).toMatchObject({ count: 1, products: [{ id: bread.product_id }] })
      expect((await get("/companies")).data).toMatchObject({ count: 1, companies: [{ id: non.id }] })
      const unknown = await get("/products/prod_none")
      const suspended = await get(`/products/${milk.product_id}`)
      expect(suspended.status).toBe(404)
      expect(suspended.data).toEqual({
        ...unknown.data,
        message: unknown.data.message.replace("prod_none", milk.product_id),
      })
      expect((await get(`/companies/${sut.handle}`)).status).toBe(404)

      const { data } = await api.post(
        "/merchant/company/visibility",
        { is_private: true, code: "NONUYI7" },
        non.owner.headers
      )
      const inside = { "x-publishable-api-key": data.access.publishable_key }
      expect((await get("/products")).data.count).toBe(0)
      expect((await get("/companies")).data.companies).toEqual([])
      const member = await createShopper(container, api, "azo@example.com", market.publishable_key)
      const stranger = await createShopper(container, api, "begona@example.com", market.publishable_key)
      await api.post("/store/companies/join", { code: "NONUYI7" }, { headers: member.headers })
      await settle()
      for (const path of [
        "/products",
        `/products/${bread.product_id}`,
        "/categories",
        "/companies",
        "/home",
      ]) {
        const own = await get(path, { ...member.headers, ...inside })
        expect([path, own.status]).toEqual([path, 200])
        expect(own.headers["cache-control"]).toBe("private, no-store")
        const none = await get(path, { "x-publishable-api-key": "pk_none" })
        for (const headers of [inside, { ...stranger.headers, ...inside }]) {
          const answer = await get(path, headers)
          expect([answer.status, answer.data]).toEqual([none.status, none.data])
        }
      }
      expect(idsOf(await get("/products", { ...member.headers, ...inside }))).toEqual([bread.product_id])
      expect(idsOf(await get("/products", member.headers))).toEqual([])
    })

    it("takes no longer with two channels, and is right with sets of channels that nothing is kept for yet", async () => {
      const { result: channels } = await createSalesChannelsWorkflow(container).run({
        input: { salesChannelsData: [{ name: "Ikkinchi" }] },
      })
      const { result: keys } = await createApiKeysWorkflow(container).run({
        input: { api_keys: [{ title: "Ikki", type: ApiKeyType.PUBLISHABLE, created_by: "" }] },
      })
      await linkSalesChannelsToApiKeyWorkflow(container).run({
        input: { id: keys[0].id, add: [market.sales_channel_id, channels[0].id] },
      })
      await linkProductsToSalesChannelWorkflow(container).run({
        input: { id: channels[0].id, add: [milk.product_id], remove: [] },
      })
      await settle()
      const two = { "x-publishable-api-key": keys[0].token }
      const stockOf = ({ data }: Reply) => data.products.map((one: { variants: unknown[] }) => one.variants)
      const [one, both] = [await get("/products"), await get("/products", two)]
      expect(stockOf(both)).toEqual(stockOf(one))
      expect(idsOf(await get(`/products?sales_channel_id=${channels[0].id}`, two))).toEqual([milk.product_id])
      expect((await get(`/products?sales_channel_id=${channels[0].id}&in_stock=true`, two)).data.count).toBe(
        0
      )
      expect((await get(`/products?sales_channel_id=${channels[0].id}`)).data).toMatchObject({
        message: "Requested sales channel is not part of the publishable key",
      })
      // Before anything of the new set is kept.
      await db.raw("delete from catalog_channel_set where channels_key like '%,%'")
      await db.raw("delete from catalog_stock where channels_key like '%,%'")
      await tellCatalog(container, "pages")
      const unkept = await get("/products?in_stock=true&facets=true", two)
      expect(stockOf(unkept)).toEqual(stockOf(one))
      expect(unkept.data.facets.in_stock).toEqual({ true: 2, false: 0 })
    })

    it("gives groups of customers their own prices, in filters and orders too, and nobody else", async () => {
      const shopper = await createShopper(container, api, "ulgurji@example.com", market.publishable_key)
      const { result: groups } = await createCustomerGroupsWorkflow(container).run({
        input: { customersData: [{ name: "Ulgurji" }] },
      })
      await linkCustomersToCustomerGroupWorkflow(container).run({
        input: { id: groups[0].id, add: [shopper.customer_id] },
      })
      const { data: before } = await get("/products?order=price")
      await createPriceListsWorkflow(container).run({
        input: {
          price_lists_data: [
            {
              title: "Ulgurji",
              description: "",
              status: "active",
              rules: { "customer.groups.id": [groups[0].id] },
              prices: [{ variant_id: bread.variant_id, amount: 7, currency_code: "uzs" }],
            },
          ],
        } as never,
      })
      await settle()
      const amounts = ({ data }: Reply) =>
        data.products.map(({ id, variants }: { id: string; variants: Array<Record<string, never>> }) => [
          id,
          (variants[0].calculated_price as { calculated_amount: number }).calculated_amount,
        ])
      const normal = amounts({ data: before } as Reply)
      const own = normal.map(([id, amount]: [string, number]) => [id, id === bread.product_id ? 7 : amount])
      own.sort((a: [string, number], b: [string, number]) => a[1] - b[1])
      expect(amounts(await get("/products?order=price"))).toEqual(normal)
      const answer = await get("/products?order=price", shopper.headers)
      expect(amounts(answer)).toEqual(own)
      expect(answer.headers["cache-control"]).toBe("private, no-store")
      expect(amounts(await get("/products?order=-price", shopper.headers))).toEqual([...own].reverse())
      expect((await get("/products?price_max=10&facets=true", shopper.headers)).data).toMatchObject({
        count: 1,
        facets: { price: { min: 7 } },
      })
      expect((await get("/products?price_max=10")).data.count).toBe(0)
      const core = await api.get(`/store/products/${bread.product_id}?fields=*variants.calculated_price`, {
        headers: shopper.headers,
      })
      const { data } = await get(`/products/${bread.product_id}`, shopper.headers)
      expect(data.product.variants[0].calculated_price).toEqual(
        core.data.product.variants[0].calculated_price
      )
      expect(
        (await get(`/products/${bread.product_id}`)).data.product.variants[0].calculated_price
      ).not.toEqual(data.product.variants[0].calculated_price)
    })

    it("shows a change within two seconds, from the front door too", async () => {
      await get("/products")
      const rename = (title: string) =>
        updateProductsWorkflow(container).run({
          input: { selector: { id: milk.product_id }, update: { subtitle: title } },
        })
      await rename("yangi")
      const isThere = async () => {
        const { data } = await get("/products")
        return data.products.some(({ subtitle }: { subtitle: string }) => subtitle === "yangi")
      }
      const from = Date.now()
      expect(await seen(isThere)).toBe(true)
      expect(Date.now() - from).toBeLessThan(4_000)
    })

    it("makes pages anew when what they alone show changes; counts and facets only when goods come, go or change", async () => {
      const list = "/products?facets=true&limit=11"
      const first = (await get(list)).data
      const asked = await statementsOf(container, async () => {
        await db.raw("insert into product_like_count (product_id, like_count) values (?, 41)", [
          milk.product_id,
        ])
        expect(
          await seen(async () =>
            (await get(list)).data.products.some(
              ({ like_count }: { like_count: number }) => like_count === 41
            )
          )
        ).toBe(true)
      })
      expect(asked.some((sql) => sql.startsWith("with k as"))).toBe(true)
      expect(asked.filter((sql) => /count\(\*\) as count|with base as/.test(sql))).toEqual([])
      expect((await get(list)).data).toMatchObject({ count: first.count, facets: first.facets })

      await get(`/companies/${non.handle}`)
      await db.raw("update company set opening_hours = null, phone = '+998901112233' where id = ?", [non.id])
      await db.raw("insert into company_follow_count (company_id, follower_count) values (?, 9)", [non.id])
      await db.raw("update product set status = 'draft' where id = ?", [milk.product_id])
      await db.raw("update store set default_region_id = null")
      const facts = async () => {
        const { company } = (await get(`/companies/${non.handle}`)).data
        const { count, facets, products } = (await get(list)).data
        const [{ calculated_price }] = products[0].variants
        return [
          [company.phone, company.follower_count],
          [count, facets.companies.length, calculated_price],
        ]
      }
      const expected = [
        ["+998901112233", 9],
        [1, 1, null],
      ]
      await seen(async () => JSON.stringify(await facts()) === JSON.stringify(expected))
      expect(await facts()).toEqual(expected)
    })

    it("hears other processes, and answers all by the pipeline where the front door is shut", async () => {
      const shelf = shelfOf(container)
      await get("/products")
      const url = container.resolve<CatalogModuleService>(CATALOG_MODULE).options.redis_url
      if (url) {
        const [forget, forgetKeys] = [jest.spyOn(shelf, "forget"), () => peekPublishableKey(container, key)]
        const key = market.publishable_key
        await get("/products")
        expect(forgetKeys()).toBeDefined()
        await redisClient(url).publish("bozor:catalog", "pages")
        await redisClient(url).publish("bozor:catalog", "keys")
        expect(await seen(async () => forget.mock.calls.length > 0 && !forgetKeys())).toBe(true)
        forget.mockRestore()
      }
      Object.assign(shelf, { isDoorOpen: false })
      await tellCatalog(container, "pages")
      const before = atDoor()
      await get("/products")
      expect((await get("/products")).status).toBe(200)
      expect(atDoor()).toBe(before)
      Object.assign(shelf, { isDoorOpen: true })
    })

    it("asks the database nothing for a warm page, and little for a cold one", async () => {
      let serial = 0
      const cold = async (path: () => string) => {
        await get(path())
        const lists = []
        for (let turn = 0; turn < 3; turn++) {
          lists.push(await statementsOf(container, () => get(path())))
        }
        return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest))
      }
      expect(await warmStatementsOf(container, () => get("/products?limit=3"))).toEqual([])
      expect(await warmStatementsOf(container, () => get("/home"))).toEqual([])
      expect((await cold(() => `/products?price_min=${serial++}`)).length).toBeLessThanOrEqual(3)
      expect((await cold(() => `/products?limit=${++serial % 100}`)).length).toBeLessThanOrEqual(1)
      const handles = [milk.product_id, bread.product_id]
      expect(
        (await cold(() => `/products/${handles[serial++ % 2]}?country_code=uz`)).length
      ).toBeLessThanOrEqual(1)
      // Twenty who ask for one cold page share one reading.
      const together = await statementsOf(container, () =>
        Promise.all(Array.from({ length: 20 }, () => get("/products?limit=77&order=popular")))
      )
      const pages = together.filter((sql) => sql.startsWith("with k as"))
      expect(pages).toHaveLength(1)
    })

    it("answers at the front door as through the pipeline, header by header", async () => {
      const path = "/products?limit=5"
      const raw = { decompress: false, responseType: "arraybuffer" }
      const plain = { "accept-encoding": "identity" }
      const through = { ...plain, cookie: "a=b" }
      await get(path, plain)
      const same = async (headers: object, more: object = raw) => {
        const before = atDoor()
        const door = await get(path, headers, more)
        expect(atDoor()).toBe(before + 1)
        const pipeline = await get(path, { ...headers, cookie: "a=b" }, more)
        expect(atDoor()).toBe(before + 1)
        const facts = ({ status, data, headers: all }: Reply) => ({
          status,
          data: Buffer.from(data).toString("base64"),
          headers: { ...all, date: undefined, "x-request-id": undefined },
        })
        expect(facts(door)).toEqual(facts(pipeline))
        return door
      }
      const first = await same(plain)
      expect(first.headers).toMatchObject({
        "cache-control": "public, max-age=1, stale-while-revalidate=10",
        vary: "Origin, x-publishable-api-key, x-medusa-locale, Accept-Encoding",
        "content-type": "application/json; charset=utf-8",
      })
      await same({ ...plain, origin: "http://localhost:8000" })
      await same({ ...plain, origin: "https://begona.example.com" })
      expect((await same({ ...plain, "if-none-match": first.headers.etag })).status).toBe(304)
      expect((await same({ ...plain, "if-none-match": '"other"' })).status).toBe(200)
      await get(path, { "accept-encoding": "br, gzip" })
      expect(
        await seen(
          async () => (await get(path, { "accept-encoding": "br" }, raw)).headers["content-encoding"] === "br"
        )
      ).toBe(true)
      const packed = await same({ "accept-encoding": "br;q=0, gzip" })
      expect(packed.headers["content-encoding"]).toBe("gzip")
      expect(packed.headers.etag).not.toBe(first.headers.etag)
      expect((await get(path, { "accept-encoding": "br" })).data).toEqual((await get(path, through)).data)
      const head = await get(path, plain, { method: "head" })
      expect([head.status, head.headers.etag, head.headers["content-length"]]).toEqual([
        200,
        first.headers.etag,
        first.headers["content-length"],
      ])

      // What is somebody's, or no plain question, goes the old way.
      const shopper = await createShopper(container, api, "eshik@example.com", market.publishable_key)
      const before = atDoor()
      await get(path, shopper.headers)
      await get(path, { "x-visitor-token": "x" })
      await get(path, plain, { data: { a: 1 } })
      await get(path, { "x-publishable-api-key": "pk_none" })
      expect((await get(`${path}&x=${"y".repeat(3_000)}`)).status).toBe(400)
      expect(atDoor()).toBe(before)
      const preflight = await get(
        path,
        { origin: "http://localhost:8000", "access-control-request-method": "GET" },
        { method: "options" }
      )
      expect(preflight.status).toBe(204)
    })

    it("knows a revoked key at once, at the front door too", async () => {
      await get("/products")
      const before = atDoor()
      expect((await get("/products")).status).toBe(200)
      expect(atDoor()).toBe(before + 1)
      const [{ id }] = (
        await db.raw<{ id: string }>("select id from api_key where token = ?", [market.publishable_key])
      ).rows
      await api.post(`/admin/api-keys/${id}/revoke`, {}, market.operator)
      expect(await atOnce(async () => (await get("/products")).status === 400)).toBe(true)
      const revoked = await get("/products")
      const unknown = await get("/products", { "x-publishable-api-key": "pk_none" })
      expect([revoked.status, revoked.data]).toEqual([unknown.status, unknown.data])
      expect(hasRedis() ? 0 : atDoor() - before - 1).toBe(0)
    })

    it("puts goods that companies pay for beside words and categories, past the front door", async () => {
      const category = market.categories.get("Telefonlar")!
      const path = `/products?category_id=${category}`
      // The first request of a process teaches it to remember keys, the second has its key remembered.
      await get(path)
      await get(path)
      const before = atDoor()
      expect((await get(path)).data.sponsored).toEqual([])
      expect(atDoor()).toBe(before + 1)
      expect((await get("/products")).data).not.toHaveProperty("sponsored")
      await giveFunds(container, sut.id, 100_000_000)
      await addAd(container, {
        company_id: sut.id,
        kind: "listing",
        placement: "category_list",
        listing: milk,
      })
      await refreshAdIndex(container)
      const answer = await get(path)
      expect(answer.data.sponsored).toMatchObject([{ product: { id: milk.product_id } }])
      expect(answer.headers["cache-control"]).toBe("private, no-store")
      expect(atDoor()).toBe(before + 1)
    })

    it("refuses what it can't answer, and says what", async () => {
      const wrong = [
        "limit=0",
        "limit=101",
        "limit=x",
        "offset=-1",
        "offset=10001",
        "order=cheap",
        "price_min=-1",
        "rating_min=6",
      ]
      wrong.push(
        "in_stock=yes",
        "attribute=Rang",
        "nothing=1",
        "currency_code=so'm",
        "country_code=uzb",
        "facets=1",
        "id[a]=1"
      )
      wrong.push(
        `region_id=${market.region_id}&currency_code=uzs`,
        "cursor=x&offset=5",
        `q=${"a".repeat(201)}`,
        "q=%00"
      )
      for (const query of wrong) {
        const { status, data } = await get(`/products?${query}`)
        expect([query, status, data.code]).toEqual([query, 400, "INVALID_QUERY"])
      }
      for (const path of [
        "/home?x=1",
        "/categories?x=1",
        "/companies?q=1",
        `/companies/${sut.handle}?x=1`,
        `/products/x?limit=1`,
      ]) {
        expect([path, (await get(path)).data.code]).toEqual([path, "INVALID_QUERY"])
      }
      expect((await get("/products?cursor=nonsense")).data.code).toBe("CATALOG_CURSOR_INVALID")
      const { data: page } = await get("/products?limit=1")
      expect((await get(`/products?cursor=${page.next_cursor}&order=price`)).data.code).toBe(
        "CATALOG_CURSOR_INVALID"
      )
      const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url")
      for (const [order, value] of [
        ["newest", "2026-02-30T00:00:00.000000Z"],
        ["newest", "0000-01-01T00:00:00.000000Z"],
        ["relevance", "1.5"],
        ["relevance", "1e5"],
      ]) {
        const path = `/products?q=sut&order=${order}&cursor=${cursor(order, value, "prod_1")}`
        expect([value, (await get(path)).data.code]).toEqual([value, "CATALOG_CURSOR_INVALID"])
      }
      const titles = Array.from({ length: 11 }, (_, index) => `attribute=t${index}%3D1`).join("&")
      expect((await get(`/products?${titles}`)).data.code).toBe("INVALID_QUERY")
      expect((await get("/products?currency_code=usd")).data.code).toBe("CATALOG_CURRENCY_UNSUPPORTED")
      const ours = await get("/products?region_id=reg_none")
      const core = await attempt(api.get("/store/products?region_id=reg_none", market.store))
      expect([ours.status, ours.data]).toEqual([core.status, core.data])
      expect(
        (await get("/products?currency_code=UZS")).data.products[0].variants[0].calculated_price
      ).toMatchObject({
        currency_code: "uzs",
      })
    })
  },
})

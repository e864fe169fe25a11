import { existsSync } from "node:fs"
import { rm } from "node:fs/promises"
import { basename, join } from "node:path"
import { createProductCategoriesWorkflow } from "@medusajs/medusa/core-flows"
import sharp from "sharp"
import { foundListings, ListingFilter } from "../../src/workflows/listing/queries/found"
import { sweepImages } from "../../src/workflows/listing/images/sweep"
import { addListings } from "../support/listings"
import {
  Api,
  attempt,
  checkOut,
  createCompany,
  createMember,
  createShopper,
  fillCart,
  nextEan,
  Reply,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
type Variant = Record<string, unknown> & {
  id: string
  variant_id: string
  title: string
  price: number
  stocked: number
  available: number
}
type Listing = Record<string, unknown> & {
  id: string
  product_id: string
  thumbnail: string | null
  options: unknown
  variants: Variant[]
}

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as Db
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let shopper: Awaited<ReturnType<typeof createShopper>>
    let baraka: TestCompany
    let texno: TestCompany

    const codeOf = ({ status, data }: Reply) => [status, data.code]
    const get = async (path: string, company = baraka) => (await api.get(path, company.owner.headers)).data
    const post = (path: string, body: unknown, company = baraka) =>
      attempt(api.post(path, body, company.owner.headers))
    const make = async (facts: object = {}, company = baraka): Promise<Listing> => {
      const reply = await post(
        "/merchant/listings",
        { name: "Choy", cost: 10_000, markup_percent: 20, stock: 30, ...facts },
        company
      )
      expect([reply.status, reply.data]).toEqual([201, reply.data])
      return reply.data.listing
    }
    const change = (id: string, body: unknown) => post(`/merchant/listings/${id}`, body)
    const read = async (id: string): Promise<Listing> => (await get(`/merchant/listings/${id}`)).listing
    const found = async (query: string): Promise<string[]> =>
      (await get(`/merchant/listings?limit=100&${query}`)).listings.map(
        ({ name }: { name: { uz: string } }) => name.uz
      )
    const inStore = async (productId: string) =>
      (
        await api.get(
          `/store/products?id=${productId}&region_id=${market.region_id}&fields=*options.values,*variants.calculated_price,*variants.options,%2Bvariants.inventory_quantity`,
          market.store
        )
      ).data.products[0]

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      shopper = await createShopper(container, api, "ali@example.com", market.publishable_key)
      baraka = await createCompany(container, api, "Baraka Market")
      texno = await createCompany(container, api, "TexnoOlam")
    })

    describe("the list", () => {
      it("finds by stock, category and visibility, in the order asked for", async () => {
        const milk = market.categories.get("Sut mahsulotlari")!
        const { result } = await createProductCategoriesWorkflow(getContainer()).run({
          input: {
            product_categories: [
              { name: "Qatiq", handle: "qatiq", is_active: true, parent_category_id: milk },
            ],
          },
        })
        await make({ name: "Anor", stock: 50, cost: 3000, category_id: milk })
        await make({ name: "Behi", stock: 10, cost: 1000, category_id: result[0].id })
        await make({ name: "Choy", stock: 0, cost: 2000, is_visible: false })
        const doira = await make({ name: "Doira", stock: 12, cost: 4000, low_stock: 12 })
        await make({ name: "Elak", stock: 12, cost: 5000 }, texno)

        expect(await found("")).toEqual(["Doira", "Choy", "Behi", "Anor"])
        expect(await found("order=name")).toEqual(["Anor", "Behi", "Choy", "Doira"])
        expect(await found("order=-name")).toEqual(["Doira", "Choy", "Behi", "Anor"])
        expect(await found("order=price")).toEqual(["Behi", "Choy", "Anor", "Doira"])
        expect(await found("order=-available")).toEqual(["Anor", "Doira", "Behi", "Choy"])
        expect(await found("stock=in&order=name")).toEqual(["Anor", "Behi", "Doira"])
        expect(await found("stock=out")).toEqual(["Choy"])
        expect(await found("stock=low&order=name")).toEqual(["Behi", "Doira"])
        expect(await found(`category_id=${milk}&order=name`)).toEqual(["Anor", "Behi"])
        expect(await found(`category_id=${result[0].id}`)).toEqual(["Behi"])
        expect(await found("category_id=pcat_none")).toEqual([])
        expect(await found("is_visible=false")).toEqual(["Choy"])
        expect(await found("q=DOI")).toEqual(["Doira"])
        expect(doira.variants[0]).toMatchObject({ low_stock: 12, stock_state: "low", options: {} })

        const page = await get("/merchant/listings?order=name&limit=2&offset=1&stock=in")
        expect(page).toMatchObject({
          count: 3,
          limit: 2,
          offset: 1,
          listings: [{}, { name: { uz: "Doira" } }],
        })
        expect(page.listings[0]).toMatchObject({ category_id: result[0].id, category_name: "Qatiq" })
        expect((await get("/merchant/listings?offset=50")).count).toBe(4)
        for (const query of ["order=cost", "stock=none", "order=--name", "limit=101"]) {
          expect((await attempt(api.get(`/merchant/listings?${query}`, baraka.owner.headers))).status).toBe(
            400
          )
        }
      })

      it("of categories names the way to each, and leaves out what is not active", async () => {
        const { result } = await createProductCategoriesWorkflow(getContainer()).run({
          input: {
            product_categories: [
              { name: "Oziq", handle: "oziq", is_active: true, rank: 0 },
              { name: "Yopiq", handle: "yopiq", is_active: false },
            ],
          },
        })
        const [food, closed] = result
        const under = (parent_category_id: string, name: string) => ({
          name,
          handle: name.toLowerCase(),
          is_active: true,
          parent_category_id,
        })
        await createProductCategoriesWorkflow(getContainer()).run({
          input: { product_categories: [under(food.id, "Non"), under(closed.id, "Yo‘q")] },
        })
        const { categories, count, limit } = await get("/merchant/categories")
        expect(categories).toContainEqual({
          id: expect.any(String),
          name: "Non",
          parent_id: food.id,
          path: ["Oziq", "Non"],
          depth: 2,
        })
        const names = categories.map(({ name }: { name: string }) => name)
        expect([names.includes("Yopiq"), names.includes("Yo‘q")]).toEqual([false, false])
        expect(names.indexOf("Non")).toBe(names.indexOf("Oziq") + 1)
        expect([count, limit]).toEqual([categories.length, 1000])
        const part = await get("/merchant/categories?limit=1&offset=1")
        expect(part).toMatchObject({ count, categories: [categories[1]] })
      })
    })

    describe("stock that people count", () => {
      it("is not written over what has changed since they looked", async () => {
        const { id, variants } = await make({ stock: 5 })
        expect((await change(id, { stock: 7, stock_was: 5 })).data.listing.stocked).toBe(7)
        const late = await change(id, { variants: [{ id: variants[0].id, stock: 9, stock_was: 5, cost: 1 }] })
        expect(codeOf(late)).toEqual([400, "LISTING_STOCK_CHANGED"])
        expect(late.data.message).toContain("the stock is 7 now, not 5")
        expect((await read(id)).variants[0]).toMatchObject({ stocked: 7, cost: 10_000, price: 12_000 })
        expect((await change(id, { stock: 5, stock_was: 7 })).status).toBe(200)
      })

      it("is set once by twenty people who saw the same number", async () => {
        const { id } = await make({ stock: 5 })
        const replies = await Promise.all(
          Array.from({ length: 20 }, (_, n) => change(id, { stock: 100 + n, stock_was: 5 }))
        )
        const done = replies.filter(({ status }) => status === 200)
        expect(done.length).toBe(1)
        expect(new Set(replies.filter((reply) => reply !== done[0]).map(({ data }) => data.code))).toEqual(
          new Set(["LISTING_STOCK_CHANGED"])
        )
        expect((await read(id)).variants[0].stocked).toBe(done[0].data.listing.stocked)
      })

      it("counts as low at a threshold of each variant's own", async () => {
        const { id, variants } = await make({ stock: 5 })
        expect(variants[0]).toMatchObject({ low_stock: 10, stock_state: "low" })
        const states = []
        for (const low_stock of [4, 5, 0, null]) {
          const { data } = await change(id, { variants: [{ id: variants[0].id, low_stock }] })
          states.push([data.listing.variants[0].low_stock, data.listing.variants[0].stock_state])
        }
        expect(states).toEqual([
          [4, "in"],
          [5, "low"],
          [0, "in"],
          [10, "low"],
        ])
        const urgent = await change(id, { stock: 3 })
        expect(urgent.data.listing.variants[0].stock_state).toBe("urgent")
        for (const low_stock of [-1, 1.5, "3", 1_000_001]) {
          expect((await change(id, { low_stock })).status).toBe(400)
        }
      })
    })

    describe("many at once", () => {
      it("are shown, priced and put into a category; what cannot be is named", async () => {
        const three = [
          await make(),
          await make({ cost: 2000 }),
          await make({ cost: 0.4, markup_percent: 100 }),
        ]
        const archived = await make()
        await attempt(api.delete(`/merchant/listings/${archived.id}`, baraka.owner.headers))
        const foreign = await make({}, texno)
        const category_id = market.categories.get("Telefonlar")!
        const ids = [...three.map(({ id }) => id), archived.id, foreign.id, "list_none", three[0].id]
        const body = { ids, is_visible: false, markup_percent: 10, category_id }
        for (const turn of [1, 2]) {
          const { status, data } = await post("/merchant/listings/bulk", body)
          expect([turn, status, data.updated]).toEqual([turn, 200, 2])
          expect(new Map(data.failed.map((row: { id: string; code: string }) => [row.id, row.code]))).toEqual(
            new Map([
              [archived.id, "LISTING_ARCHIVED"],
              [foreign.id, "NOT_FOUND"],
              ["list_none", "NOT_FOUND"],
              [three[2].id, "LISTING_PRICE_TOO_SMALL"],
            ])
          )
        }
        const [first, second, third] = await Promise.all(three.map(({ id }) => read(id)))
        expect([first, second].map(({ is_visible, variants }) => [is_visible, variants[0].price])).toEqual([
          [false, 11_000],
          [false, 2200],
        ])
        expect(first).toMatchObject({ category_id, category_name: "Telefonlar" })
        expect(third).toMatchObject({ is_visible: true, category_id: null })
        expect(await inStore(first.product_id)).toBeUndefined()
        await post("/merchant/listings/bulk", { ids, is_visible: true, category_id: null })
        expect((await inStore(first.product_id)).variants[0].calculated_price.calculated_amount).toBe(11_000)
        expect((await read(first.id)).category_id).toBeNull()
        expect((await read(foreign.id).catch(() => null)) ?? "foreign").toBe("foreign")
      })

      it("refuse a body that says nothing, or too much", async () => {
        for (const body of [
          { ids: ["list_1"] },
          { ids: [], is_visible: true },
          { ids: Array(501).fill("list_1"), is_visible: true },
          { ids: ["list_1"], is_visible: true, cost: 1 },
          { ids: ["list_1"], markup_percent: 1000 },
        ]) {
          expect((await post("/merchant/listings/bulk", body)).status).toBe(400)
        }
        const nowhere = await post("/merchant/listings/bulk", { ids: ["list_1"], category_id: "pcat_none" })
        expect(codeOf(nowhere)).toEqual([400, "LISTING_CATEGORY_UNKNOWN"])
      })

      it("agree with a change of one of them at the same moment", async () => {
        const goods = await Promise.all([1, 2, 3].map(() => make()))
        const ids = goods.map(({ id }) => id)
        const calls = [10, 20, 30].flatMap((markup_percent) => [
          post("/merchant/listings/bulk", { ids, markup_percent }),
          change(ids[1], { cost: 10_000 + markup_percent * 100 }),
        ])
        const replies = await Promise.all(calls)
        expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200))
        for (const { id, product_id } of goods) {
          const { cost, markup_percent, price } = (await read(id)).variants[0] as unknown as Record<
            string,
            number
          >
          expect(price).toBe(Math.round((cost * (100 + markup_percent)) / 100))
          expect((await inStore(product_id)).variants[0].calculated_price.calculated_amount).toBe(price)
        }
      })
    })

    describe("the variants of goods", () => {
      const SHIRT = {
        name: "Ko‘ylak",
        cost: undefined,
        markup_percent: undefined,
        stock: undefined,
        options: [{ title: "Rang", values: ["Qora", "Oq"] }],
        variants: [
          { options: { Rang: "Qora" }, cost: 50_000, markup_percent: 30, stock: 3, shop_code: "KQ" },
          { options: { Rang: "Oq" }, cost: 50_000, markup_percent: 30, stock: 4 },
        ],
      }
      const add = (id: string, facts: object, company = baraka) =>
        post(
          `/merchant/listings/${id}/variants`,
          { cost: 1000, markup_percent: 10, options: { Rang: "Qizil" }, ...facts },
          company
        )
      const remove = (id: string, variantId: string, company = baraka) =>
        attempt(api.delete(`/merchant/listings/${id}/variants/${variantId}`, company.owner.headers))

      it("grow by a value that nobody has named before", async () => {
        const shirt = await make(SHIRT)
        const barcode = nextEan()
        const { status, data } = await add(shirt.id, { stock: 7, barcode, low_stock: 2 })
        expect(status).toBe(201)
        expect(data.listing).toMatchObject({
          stocked: 14,
          options: [{ title: "Rang", values: ["Qora", "Oq", "Qizil"] }],
          variants: [
            {},
            {},
            { title: "Qizil", options: { Rang: "Qizil" }, price: 1100, barcode, stocked: 7, low_stock: 2 },
          ],
        })
        const goods = await inStore(shirt.product_id)
        const made = goods.variants.find(({ title }: { title: string }) => title === "Qizil")
        expect([made.calculated_price.calculated_amount, made.inventory_quantity]).toEqual([1100, 7])
        expect(await found(`q=${barcode}`)).toEqual(["Ko‘ylak"])
        await checkOut(api, market, shopper, [{ variant_id: made.id, quantity: 2 }])
        expect((await read(shirt.id)).variants[2]).toMatchObject({ stocked: 7, reserved: 2, available: 5 })
      })

      it("grow by an option: goods of one kind become goods of several", async () => {
        const plain = await make({ stock: 5, shop_code: "PL-1" })
        expect(plain).toMatchObject({ options: [], variants: [{ options: {}, title: "Oddiy" }] })
        const { data } = await add(plain.id, { existing_options: { Rang: "Oq" } })
        expect(data.listing).toMatchObject({
          options: [{ title: "Rang", values: ["Oq", "Qizil"] }],
          variants: [
            { id: plain.variants[0].id, title: "Oq", options: { Rang: "Oq" }, price: 12_000, stocked: 5 },
            { title: "Qizil", options: { Rang: "Qizil" } },
          ],
        })
        const second = await add(plain.id, { options: { Rang: "Oq", "O‘lcham": "M" } })
        expect(second.data.listing.variants.map(({ title }: Variant) => title)).toEqual([
          "Oq / Oddiy",
          "Qizil / Oddiy",
          "Oq / M",
        ])
        const goods = await inStore(plain.product_id)
        expect(goods.options.map(({ title }: { title: string }) => title).sort()).toEqual(["O‘lcham", "Rang"])
        expect(goods.variants.map(({ options }: { options: unknown[] }) => options.length)).toEqual([2, 2, 2])
        const price = goods.variants.map(
          (row: { calculated_price: { calculated_amount: number } }) => row.calculated_price.calculated_amount
        )
        expect(price.sort()).toEqual([1100, 1100, 12_000])
      })

      it("are refused when they do not fit, and leave nothing behind", async () => {
        const shirt = await make({
          ...SHIRT,
          variants: SHIRT.variants.map((row) => ({ ...row, shop_code: undefined })),
        })
        await make({ shop_code: "BAND" })
        const before = await read(shirt.id)
        for (const [facts, code] of [
          [{ options: { Rang: "Oq" } }, "LISTING_OPTIONS_WRONG"],
          [{ options: { Mato: "Paxta" } }, "LISTING_OPTIONS_WRONG"],
          [{ existing_options: { Rang: "Oq" } }, "LISTING_OPTIONS_WRONG"],
          [{ options: { Rang: "Oq", a: "1", b: "2", c: "3" } }, "invalid_data"],
          [{ cost: 0 }, "LISTING_PRICE_TOO_SMALL"],
          [{ shop_code: "BAND" }, "LISTING_SHOP_CODE_TAKEN"],
          [{ price: 5 }, "invalid_data"],
        ] as const) {
          const { status, data } = await add(shirt.id, facts)
          expect([facts, status, [data.code, data.type].includes(code)]).toEqual([facts, 400, true])
        }
        expect((await add(shirt.id, {}, texno)).status).toBe(404)
        expect(await read(shirt.id)).toEqual(before)
      })

      it("come once when twenty people add the same", async () => {
        const shirt = await make({ ...SHIRT, variants: [SHIRT.variants[1]] })
        const replies = await Promise.all(Array.from({ length: 20 }, () => add(shirt.id, { stock: 1 })))
        expect(replies.filter(({ status }) => status === 201).length).toBe(1)
        expect((await read(shirt.id)).variants.length).toBe(2)
      })

      it("go with their codes and values, but not while pieces are promised, and never the last", async () => {
        const shirt = await make({
          ...SHIRT,
          variants: [{ ...SHIRT.variants[0], shop_code: "KQ-2", barcode: nextEan() }, SHIRT.variants[1]],
        })
        const [black, white] = shirt.variants
        const { order } = await checkOut(api, market, shopper, [{ variant_id: black.variant_id }])
        expect(codeOf(await remove(shirt.id, black.id))).toEqual([400, "LISTING_STOCK_RESERVED"])
        expect((await read(shirt.id)).variants.length).toBe(2)
        await post(`/merchant/orders/${order.id}/cancel`, { reason: "sinov" })
        const waiting = await fillCart(api, market, shopper, [{ variant_id: black.variant_id }])

        expect((await remove(shirt.id, black.id, texno)).status).toBe(404)
        expect(codeOf(await remove(shirt.id, "lvar_none"))).toEqual([400, "LISTING_VARIANT_UNKNOWN"])
        const { status, data } = await remove(shirt.id, black.id)
        expect([status, data.listing.variants, data.listing.options]).toEqual([
          200,
          [expect.objectContaining({ id: white.id })],
          [{ title: "Rang", values: ["Oq"] }],
        ])
        const goods = await inStore(shirt.product_id)
        expect(goods.variants.map(({ id }: { id: string }) => id)).toEqual([white.variant_id])
        expect(goods.options[0].values.map(({ value }: { value: string }) => value)).toEqual(["Oq"])
        expect(await found("q=KQ-2")).toEqual([])
        expect(codeOf(await remove(shirt.id, black.id))).toEqual([400, "LISTING_VARIANT_UNKNOWN"])
        expect(codeOf(await remove(shirt.id, white.id))).toEqual([400, "LISTING_LAST_VARIANT"])

        const seen = await get(`/merchant/orders/${order.id}`)
        expect(JSON.stringify(seen)).toContain("Ko‘ylak")
        const late = await attempt(api.post(`/store/carts/${waiting}/complete`, {}, shopper))
        expect(late.data.type === "cart" || late.status === 400).toBe(true)

        const again = await add(shirt.id, { options: { Rang: "Qora" }, shop_code: "KQ-2", stock: 1 })
        expect([again.status, again.data.listing.variants.length]).toEqual([201, 2])
      })
    })

    describe("cost, for those who may not see it", () => {
      it("cannot be worked out by setting a markup", async () => {
        const container = getContainer()
        const { data } = await attempt(
          api.post(
            "/merchant/roles",
            { name: "Omborchi", permissions: ["listing:read", "listing:write"] },
            baraka.owner.headers
          )
        )
        const member = await createMember(container, api, baraka.id, "warehouse", "ombor@example.com")
        await attempt(
          api.post(`/merchant/members/${member.member_id}`, { role_id: data.role?.id }, baraka.owner.headers)
        )
        const { id, variants } = await make()
        const call = (path: string, body: unknown) =>
          attempt(api.post(path, body, { headers: member.headers }))
        const own = await attempt(api.get(`/merchant/listings/${id}`, { headers: member.headers }))
        expect([own.status, "cost" in own.data.listing.variants[0]]).toEqual([200, false])
        for (const [path, body] of [
          [`/merchant/listings/${id}`, { markup_percent: 0 }],
          [`/merchant/listings/${id}`, { variants: [{ id: variants[0].id, cost: 1 }] }],
          ["/merchant/listings/bulk", { ids: [id], markup_percent: 0 }],
        ] as const) {
          expect(codeOf(await call(path, body))).toEqual([403, "PERMISSION_REQUIRED"])
        }
        const added = await call(`/merchant/listings/${id}/variants`, {
          options: { Rang: "Oq" },
          cost: 1,
          markup_percent: 0,
        })
        expect(added.status).toBe(201)
        for (const variant of added.data.listing.variants) {
          expect(Object.keys(variant).filter((key) => /cost|markup/.test(key))).toEqual([])
        }
        expect(
          (await call(`/merchant/listings/${id}`, { variants: [{ id: variants[0].id, stock: 1 }] })).status
        ).toBe(200)
      })
    })

    describe("pictures", () => {
      const made: string[] = []
      const fileOf = (url: string) => join(process.cwd(), "static", basename(url))
      const upload = async (
        files: Array<[name: string, content: Buffer, type?: string]>,
        field = "files",
        company = baraka
      ) => {
        const form = new FormData()
        for (const [name, content, type] of files) {
          form.append(field, new Blob([new Uint8Array(content)], { type: type ?? "image/jpeg" }), name)
        }
        const reply = await attempt(api.post("/merchant/uploads", form, company.owner.headers))
        for (const { url, thumbnail_url } of reply.data.files ?? []) {
          made.push(fileOf(url), fileOf(thumbnail_url))
        }
        return reply
      }
      const picture = (width: number, height: number) =>
        sharp({ create: { width, height, channels: 3, background: "#a33" } })

      afterAll(() => Promise.all(made.map((file) => rm(file, { force: true }))))

      it("are turned upright, made smaller, stripped and encoded anew", async () => {
        const jpeg = await picture(2400, 1200)
          .withExif({ IFD0: { Artist: "Dilnoza", Copyright: "GPS 41.3" } })
          .withMetadata({ orientation: 6 })
          .jpeg()
          .toBuffer()
        const png = await picture(300, 200).png().toBuffer()
        const webp = await picture(40, 30).webp().toBuffer()
        const { status, data } = await upload([
          ["../../etc/passwd.svg", jpeg, "image/svg+xml"],
          ["a.html", png, "text/html"],
          ["b.webp", webp],
        ])
        expect(status).toBe(201)
        expect(data.files).toMatchObject([
          { width: 800, height: 1600 },
          { width: 300, height: 200 },
          { width: 40, height: 30 },
        ])
        const { url, thumbnail_url } = data.files[0]
        expect(url).toMatch(/\/static\/\d+-[0-9a-f-]{36}\.webp$/)
        const [main, small] = await Promise.all(
          [url, thumbnail_url].map((at) => sharp(fileOf(at)).metadata())
        )
        expect([main.format, main.width, main.height, main.exif, main.orientation]).toEqual([
          "webp",
          800,
          1600,
          undefined,
          undefined,
        ])
        expect([small.format, small.width, small.height]).toEqual(["webp", 200, 400])
      })

      it("are told by what is in them", async () => {
        const jpeg = await picture(50, 50).jpeg().toBuffer()
        const bomb = await sharp({
          create: { width: 12_000, height: 12_000, channels: 3, background: "#fff" },
        })
          .png({ compressionLevel: 9 })
          .toBuffer()
        const WRONG: Array<[string, Buffer]> = [
          ["a.jpg", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
          ["a.png", Buffer.from("<!doctype html><script>alert(1)</script>")],
          ["a.gif", Buffer.from("GIF89a\u0001\u0000\u0001\u0000")],
          ["a.jpg", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<svg/>")])],
          ["a.jpg", jpeg.subarray(0, jpeg.length - 200)],
          ["a.jpg", Buffer.alloc(0)],
          ["bomb.png", bomb],
          ["a.tiff", await picture(10, 10).tiff().toBuffer()],
        ]
        expect(bomb.length).toBeLessThan(5 * 1024 * 1024)
        for (const [name, content] of WRONG) {
          const reply = await upload([[name, content]])
          expect([name, ...codeOf(reply)]).toEqual([name, 400, "LISTING_IMAGE_UNREADABLE"])
        }
        const one = await upload([
          ["a.jpg", jpeg],
          ["b.jpg", WRONG[0][1]],
        ])
        expect(codeOf(one)).toEqual([400, "LISTING_IMAGE_UNREADABLE"])
        expect(one.data.message).toContain("Picture 2")
        expect(codeOf(await upload([["a.jpg", Buffer.alloc(5 * 1024 * 1024 + 1)]]))).toEqual([
          400,
          "LISTING_IMAGE_TOO_BIG",
        ])
        const seven = Array.from({ length: 7 }, (): [string, Buffer] => ["a.jpg", jpeg])
        expect(codeOf(await upload(seven))).toEqual([400, "LISTING_IMAGES_TOO_MANY"])
        for (const reply of [
          await upload([]),
          await upload([["a.jpg", jpeg]], "image"),
          await post("/merchant/uploads", { files: ["a"] }),
        ]) {
          expect(codeOf(reply)).toEqual([400, "LISTING_IMAGE_MISSING"])
        }
      })

      it("go when no goods have shown them for a day, and only the company's own", async () => {
        const jpeg = await picture(500, 500).jpeg().toBuffer()
        const { data } = await upload(Array.from({ length: 4 }, (): [string, Buffer] => ["a.jpg", jpeg]))
        const [a, b, c, unused] = data.files as Array<{ url: string; thumbnail_url: string }>
        const foreign = (await upload([["f.jpg", jpeg]], "files", texno)).data.files[0]
        const listing = await make({ images: [a.url, b.url, foreign.url] })
        const other = await make({ images: [b.url, c.url] })
        expect(listing.thumbnail).toBe(a.thumbnail_url)
        expect((await read(listing.id)).images).toEqual([
          { url: a.url, thumbnail_url: a.thumbnail_url },
          { url: b.url, thumbnail_url: b.thumbnail_url },
          { url: foreign.url, thumbnail_url: null },
        ])
        await checkOut(api, market, shopper, [{ variant_id: other.variants[0].variant_id }])
        const texnos = await make({ images: [foreign.url] }, texno)

        await change(listing.id, { images: [] })
        await change(other.id, { images: [c.url] })
        const exist = () => [a, b, c, unused, foreign].map(({ url }) => existsSync(fileOf(url)))
        await sweepImages(getContainer(), { before: new Date(Date.now() - 3_600_000) })
        expect(exist()).toEqual([true, true, true, true, true])

        await change(listing.id, { images: [a.url] })
        const now = { before: new Date(Date.now() + 1000) }
        await sweepImages(getContainer(), now)
        // Taken back: a. Shown by goods: c. In an order's line: b. Another company's: foreign.
        expect(exist()).toEqual([true, true, true, false, true])
        await change(listing.id, { images: [] })
        await sweepImages(getContainer(), now)
        expect(exist()).toEqual([false, true, true, false, true])
        expect(existsSync(fileOf(a.thumbnail_url))).toBe(false)
        expect(texnos.thumbnail).toBe(foreign.thumbnail_url)
        expect(await sweepImages(getContainer(), now)).toBe(0)
      })
    })

    describe("labels", () => {
      const print = (body: object, company = baraka) =>
        attempt(
          api.request({
            method: "POST",
            url: "/merchant/listings/labels",
            data: body,
            responseType: "arraybuffer",
            ...company.owner.headers,
            headers: company.owner.headers.headers,
          })
        )
      const pages = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type \/Page\b/g) ?? []).length

      it("fit their paper, one page or place for each", async () => {
        const goods = [
          await make({
            name: { uz: "Juda uzun nomli tovar ".repeat(12), ru: "ШИРОКИЕ ЗАГЛАВНЫЕ ".repeat(15) },
            barcode: nextEan(),
          }),
          await make({ shop_code: "A-7" }),
          await make({ barcode: "96385074" }),
          await make({ shop_code: "ABCDEFGHIJ-123456789" }),
          await make(),
        ]
        const items = goods.map(({ variants }) => ({ variant_id: variants[0].id, copies: 5 }))
        for (const [paper, expected] of [
          ["58x40", 25],
          ["40x30", 25],
          ["a4", 2],
        ] as const) {
          for (const lang of ["uz", "ru"]) {
            const { status, data, headers } = await print({ items, paper, lang })
            expect([status, headers["content-type"]]).toEqual([200, "application/pdf"])
            expect([paper, lang, pages(Buffer.from(data))]).toEqual([paper, lang, expected])
          }
        }
      })

      it("are the company's own, and few enough", async () => {
        const own = (await make()).variants[0].id
        const foreign = (await make({}, texno)).variants[0].id
        const refusal = async (items: object[], paper = "a4") => {
          const { status, data } = await print({ items, paper })
          return [status, JSON.parse(Buffer.from(data).toString()).code]
        }
        expect(await refusal([{ variant_id: foreign, copies: 1 }])).toEqual([400, "LISTING_VARIANT_UNKNOWN"])
        expect(await refusal(Array(5).fill({ variant_id: own, copies: 401 }))).toEqual([
          400,
          "LISTING_LABELS_TOO_MANY",
        ])
        expect((await refusal([{ variant_id: own, copies: 501 }]))[0]).toBe(400)
        expect((await refusal([{ variant_id: own, copies: 1 }], "a5"))[0]).toBe(400)
      })
    })

    describe("ten thousand goods", () => {
      const BIG = [
        "listing",
        "listing_variant",
        "product",
        "inventory_level",
        "product_category_product",
        "product_variant",
      ]
      const filter = (part: Partial<ListingFilter> = {}): ListingFilter => ({
        company_id: baraka.id,
        status: "active",
        order: "-created_at",
        limit: 20,
        offset: 0,
        ...part,
      })

      it("answer a page from indexes, in a constant number of statements", async () => {
        const category = market.categories.get("Telefonlar")!
        await addListings(db, baraka.id, 10_000, category)
        await addListings(db, texno.id, 40_000, category)

        const CASES: Record<string, Partial<ListingFilter>> = {
          "": {},
          "is_visible=true": { is_visible: true },
          "q=478000000123": { q: "478000000123" },
          "q=tovar 77": { q: "tovar 77" },
          "stock=low": { stock: "low" },
          "stock=out": { stock: "out" },
          "stock=in": { stock: "in" },
          [`category_id=${category}`]: { category_id: category },
          [`category_id=${category}&stock=low&q=tovar`]: { category_id: category, stock: "low", q: "tovar" },
          "order=name": { order: "name" },
          "order=-price": { order: "-price" },
          "order=available&offset=9000": { order: "available", offset: 9000 },
        }
        const scans = async () => {
          const lines: string[] = []
          for (const [query, part] of Object.entries(CASES)) {
            const { sql, values } = foundListings(filter(part))
            const { rows } = await db.raw<Record<string, string>>(`explain ${sql}`, values)
            lines.push(...rows.map((row) => `${query}: ${row["QUERY PLAN"].trim()}`))
          }
          return lines.filter((line) => BIG.some((table) => line.includes(`Seq Scan on ${table} `)))
        }
        // Somebody's open transaction keeps a vacuum from finishing its work, as it would any other's.
        for (let turn = 0; turn < 5 && (await scans()).length > 0; turn++) {
          await new Promise((resolve) => setTimeout(resolve, 500))
          await db.raw("vacuum analyze listing, listing_variant")
        }
        expect(await scans()).toEqual([])

        const times: Record<string, number> = {}
        for (const query of Object.keys(CASES)) {
          const path = `/merchant/listings?${encodeURI(query)}`
          await get(path)
          const runs = []
          for (let turn = 0; turn < 3; turn++) {
            const at = performance.now()
            await get(path)
            runs.push(performance.now() - at)
          }
          times[query] = Math.round(Math.min(...runs))
        }
        // A loaded machine is slower; a plan that reads the market's tables is slower by far.
        expect(Object.entries(times).filter(([, ms]) => ms > 250)).toEqual([])

        const statements = async (path: string) =>
          (await warmStatementsOf(getContainer(), () => get(path))).length
        const one = await statements("/merchant/listings?limit=1")
        expect(one).toBeLessThanOrEqual(4)
        for (const query of ["limit=100", "stock=low&limit=100", `q=tovar&category_id=${category}`]) {
          expect([query, await statements(`/merchant/listings?${query}`)]).toEqual([query, one])
        }
      })
    })
  },
})

import { dirname, join } from "node:path"
import {
  Api,
  attempt,
  checkOut,
  choosePayment,
  createCompany,
  createListing,
  createMember,
  createShopper,
  fillCart,
  nextEan,
  Reply,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { routesIn } from "../support/routes"
import { warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Headers = { headers: Record<string, string> }
type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
type Variant = Record<string, unknown> & {
  id: string
  variant_id: string
  title: string
  price: number
  stocked: number
}
type Listing = Record<string, unknown> & { id: string; product_id: string; variants: Variant[] }
type Goods = {
  id: string
  title: string
  variants: Array<{
    id: string
    title: string
    calculated_price: { calculated_amount: number }
    inventory_quantity: number
  }>
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
    const count = async (table: string) => {
      const { rows } = await db.raw<{ count: string }>(
        `select count(*) as count from "${table}" where deleted_at is null`
      )
      return Number(rows[0].count)
    }
    const times = (n: number, make: (index: number) => Promise<Reply>) =>
      Promise.all(Array.from({ length: n }, (_, index) => attempt(make(index))))

    const create = (body: unknown, company = baraka) =>
      attempt(api.post("/merchant/listings", body, company.owner.headers))
    const make = async (facts: object = {}, company = baraka): Promise<Listing> => {
      const { status, data } = await create(
        { name: "Choy", cost: 10_000, markup_percent: 20, stock: 30, ...facts },
        company
      )
      expect([status, data]).toEqual([201, data])
      return data.listing
    }
    const change = (id: string, body: unknown, company = baraka) =>
      attempt(api.post(`/merchant/listings/${id}`, body, company.owner.headers))
    const read = async (id: string): Promise<Listing> =>
      (await api.get(`/merchant/listings/${id}`, baraka.owner.headers)).data.listing

    /** What a shopper sees of a product: prices and stock are worked out by Medusa. */
    const inStore = async (productId: string): Promise<Goods | undefined> => {
      const query = `region_id=${market.region_id}&fields=id,title,variants.id,variants.title,*variants.calculated_price,%2Bvariants.inventory_quantity`
      const { data } = await api.get(`/store/products?id=${productId}&${query}`, market.store)
      const one = await attempt(api.get(`/store/products/${productId}?${query}`, market.store))
      expect(one.status).toBe(data.products.length ? 200 : 404)
      return data.products[0]
    }
    const priceInStore = async (listing: Listing) =>
      (await inStore(listing.product_id))?.variants.map(
        ({ calculated_price }) => calculated_price.calculated_amount
      )

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      shopper = await createShopper(container, api, "ali@example.com", market.publishable_key)
      baraka = await createCompany(container, api, "Baraka Market")
      texno = await createCompany(container, api, "TexnoOlam")
    })

    describe("goods of one kind", () => {
      it("become a product with a price and stock, and a listing with the rest", async () => {
        const category_id = market.categories.get("Sut mahsulotlari")
        const barcode = nextEan()
        const { status, data } = await create({
          name: { uz: "Qatiq", ru: "Катык", en: null },
          description: "Yangi",
          category_id,
          images: ["https://example.com/1.jpg", "/static/2.jpg"],
          cost: 12_750,
          markup_percent: 21,
          barcode,
          shop_code: "Q-17",
          stock: 40,
          ikpu: "02201001001000000",
          package_code: "1234567",
          vat_percent: 12,
        })
        expect(status).toBe(201)
        expect(data.listing).toMatchObject({
          id: expect.stringMatching(/^list_/),
          name: { uz: "Qatiq", ru: "Катык", en: null },
          description: "Yangi",
          category_id,
          handle: expect.stringMatching(/^qatiq-[a-z0-9]{6}$/),
          thumbnail: "https://example.com/1.jpg",
          is_visible: true,
          status: "active",
          ikpu: "02201001001000000",
          package_code: "1234567",
          vat_percent: 12,
          stocked: 40,
          available: 40,
          variants: [
            {
              cost: 12_750,
              markup_percent: 21,
              markup_amount: 2_678,
              price: 15_428,
              barcode,
              shop_code: "Q-17",
              stocked: 40,
              reserved: 0,
              available: 40,
            },
          ],
        })
        expect(await inStore(data.listing.product_id)).toMatchObject({
          title: "Qatiq",
          variants: [{ calculated_price: { calculated_amount: 15_428 }, inventory_quantity: 40 }],
        })
        const { rows } = await db.raw(
          `select location_id, stocked_quantity::int as stocked from inventory_level l join listing_variant v
             on v.inventory_item_id = l.inventory_item_id where v.listing_id = ?`,
          [data.listing.id]
        )
        const company = await api.get("/merchant/company", baraka.owner.headers)
        expect(rows).toEqual([{ location_id: company.data.company.stock_location_id, stocked: 40 }])
      })

      it("need an Uzbek name, a cost and a markup, and refuse what is not theirs to say", async () => {
        const right = { name: "Choy", cost: 10_000, markup_percent: 20 }
        const before = [await count("listing"), await count("product")]
        const WRONG: Record<string, unknown[]> = {
          name: [
            undefined,
            "",
            " ",
            5,
            null,
            {},
            { ru: "Чай" },
            { uz: "" },
            { uz: "Choy", fr: "Thé" },
            "x".repeat(301),
          ],
          cost: [undefined, null, "10000", -1, 1e13, 10.001],
          markup_percent: [undefined, null, "20", -0.01, 1000, 20.001],
          stock: [null, -1, 1.5, "5", 1_000_001],
          images: [
            "x",
            ["javascript:alert(1)"],
            ["data:image/png;base64,AA"],
            ["ftp://x/y"],
            Array(7).fill("/static/a.jpg"),
          ],
          is_visible: [null, "true", 1],
          ikpu: ["0220100100100000", "022010010010000000", "0220100100100000a", 2201001001000000],
          package_code: ["12345678901", "abc", ""],
          vat_percent: [-1, 101, "12"],
          shop_code: ["", "a b", "x".repeat(21), "ш-1", 17],
          barcode: ["", "4780000000001", "478000000000", "47800000000000", "478000000000a", 4780000000017],
          // The price is derived; the rest is Medusa's or another company's.
          price: [15_428, null],
          prices: [[{ currency_code: "uzs", amount: 1 }]],
          markup_amount: [1],
          product_id: ["prod_1"],
          company_id: [texno.id],
          sales_channels: [[]],
          metadata: [{ cost: 1 }],
          status: ["active"],
        }
        for (const [key, values] of Object.entries(WRONG)) {
          for (const value of values) {
            const { status, data } = await create({ ...right, [key]: value })
            expect([key, value, status, data.type]).toEqual([key, value, 400, "invalid_data"])
          }
        }
        const nowhere = await create({ ...right, category_id: "pcat_none" })
        expect(codeOf(nowhere)).toEqual([400, "LISTING_CATEGORY_UNKNOWN"])
        expect([await count("listing"), await count("product")]).toEqual(before)
      })

      it.each([
        [12_750, 21, 15_428],
        [100, 0.5, 101],
        [1, 49, 1],
        [1, 50, 2],
        [3_333.33, 10, 3_667],
        [0.5, 0, 1],
        [10_000, 999.99, 109_999],
        [999_999_999.99, 0.01, 1_000_100_000],
      ])("that cost %d with %d %% sell for %d", async (cost, markup_percent, price) => {
        const listing = await make({ cost, markup_percent })
        expect(listing.variants).toMatchObject([{ cost, markup_percent, price }])
        expect(await priceInStore(listing)).toEqual([price])
      })

      it("cannot sell for less than one so‘m", async () => {
        for (const [cost, markup_percent] of [
          [0, 0],
          [0, 999],
          [0.49, 0],
          [0.4, 10],
        ]) {
          const reply = await create({ name: "Tekin", cost, markup_percent })
          expect(codeOf(reply)).toEqual([400, "LISTING_PRICE_TOO_SMALL"])
        }
      })

      it("carry an EAN-8 or EAN-13 with a right check digit", async () => {
        for (const barcode of ["96385074", "4006381333931", " 4780000000007 ", null]) {
          const { status, data } = await create({ name: "Choy", cost: 1, markup_percent: 0, barcode })
          expect([barcode, status, data.listing.variants[0].barcode]).toEqual([
            barcode,
            201,
            barcode?.trim() ?? null,
          ])
        }
        for (const barcode of ["96385075", "4006381333930", "036000291452"]) {
          expect([
            barcode,
            (await create({ name: "Choy", cost: 1, markup_percent: 0, barcode })).status,
          ]).toEqual([barcode, 400])
        }
      })

      it("wait for approval: a pending company puts nothing on sale", async () => {
        const pending = await createCompany(getContainer(), api, "Kutayotgan", { isApproved: false })
        const before = [await count("listing"), await count("product"), await count("inventory_item")]
        expect(codeOf(await create({ name: "Choy", cost: 1000, markup_percent: 10 }, pending))).toEqual([
          400,
          "COMPANY_NOT_APPROVED",
        ])
        expect([await count("listing"), await count("product"), await count("inventory_item")]).toEqual(
          before
        )
      })

      it("of a suspended company can be prepared, and are on sale when it is reinstated", async () => {
        await api.post(`/admin/companies/${baraka.id}/suspend`, {}, market.operator)
        const listing = await make()
        const hidden = await make({ is_visible: false })
        await change(hidden.id, { is_visible: true })
        await change(listing.id, { is_visible: false })
        await change(listing.id, { is_visible: true })
        expect([await inStore(listing.product_id), await inStore(hidden.product_id)]).toEqual([
          undefined,
          undefined,
        ])
        await api.post(`/admin/companies/${baraka.id}/reinstate`, {}, market.operator)
        expect(await priceInStore(listing)).toEqual([12_000])
        expect(await priceInStore(hidden)).toEqual([12_000])
      })
    })

    describe("goods in several variants", () => {
      const SHIRT = {
        name: "Ko‘ylak",
        options: [
          { title: "Rang", values: ["Qora", "Oq"] },
          { title: "O‘lcham", values: ["S", "M"] },
        ],
        variants: [
          {
            options: { Rang: "Qora", "O‘lcham": "S" },
            cost: 50_000,
            markup_percent: 30,
            stock: 3,
            shop_code: "QS",
          },
          { options: { Rang: "Qora", "O‘lcham": "M" }, cost: 52_000, markup_percent: 30, stock: 0 },
          {
            options: { Rang: "Oq", "O‘lcham": "M" },
            cost: 50_000,
            markup_percent: 12.5,
            stock: 7,
            title: "Oq, M",
          },
        ],
      }

      it("have a price and stock for each", async () => {
        const { status, data } = await create(SHIRT)
        expect(status).toBe(201)
        const listing: Listing = data.listing
        expect(listing.variants.map(({ title, price, stocked }) => [title, price, stocked])).toEqual([
          ["Qora / S", 65_000, 3],
          ["Qora / M", 67_600, 0],
          ["Oq, M", 56_250, 7],
        ])
        expect(listing).toMatchObject({ stocked: 10, available: 10 })
        const goods = await inStore(listing.product_id)
        const byId = new Map(goods!.variants.map((variant) => [variant.id, variant]))
        expect(
          listing.variants.map(({ variant_id }) => {
            const variant = byId.get(variant_id)!
            return [variant.title, variant.calculated_price.calculated_amount, variant.inventory_quantity]
          })
        ).toEqual([
          ["Qora / S", 65_000, 3],
          ["Qora / M", 67_600, 0],
          ["Oq, M", 56_250, 7],
        ])
      })

      it("name one value of every option, each combination once", async () => {
        const [first, second] = SHIRT.variants
        const before = await count("product")
        for (const variants of [
          [{ ...first, options: { Rang: "Qora" } }],
          [{ ...first, options: undefined }],
          [{ ...first, options: { Rang: "Yashil", "O‘lcham": "S" } }],
          [{ ...first, options: { ...first.options, Mato: "Paxta" } }],
          [first, { ...second, options: first.options, shop_code: "X" }],
        ]) {
          expect(codeOf(await create({ ...SHIRT, variants }))).toEqual([400, "LISTING_OPTIONS_WRONG"])
        }
        for (const body of [
          { ...SHIRT, variants: [] },
          { ...SHIRT, variants: Array(101).fill(first) },
          { ...SHIRT, cost: 1, markup_percent: 1 },
          { ...SHIRT, variants: [{ ...first, price: 1 }] },
          { ...SHIRT, options: [...SHIRT.options, ...SHIRT.options] },
        ]) {
          expect((await create(body)).status).toBe(400)
        }
        expect(await count("product")).toBe(before)
      })

      it("are changed one by one, by their ids", async () => {
        const listing = await make({ ...SHIRT, cost: undefined, markup_percent: undefined, stock: undefined })
        const [first, second, third] = listing.variants
        const top = await change(listing.id, { cost: 1 })
        expect(codeOf(top)).toEqual([400, "LISTING_OPTIONS_WRONG"])
        const foreign = (await make({}, texno)).variants[0]
        for (const id of ["lvar_none", foreign.id, foreign.variant_id]) {
          expect(codeOf(await change(listing.id, { variants: [{ id, cost: 1 }] }))).toEqual([
            400,
            "LISTING_VARIANT_UNKNOWN",
          ])
        }
        const { status } = await change(listing.id, {
          variants: [
            { id: first.id, cost: 60_000, stock: 5 },
            { id: third.variant_id, markup_percent: 10, barcode: "96385074" },
          ],
        })
        expect(status).toBe(200)
        const after = await read(listing.id)
        expect(after.variants.map(({ id, price, stocked }) => [id, price, stocked])).toEqual([
          [first.id, 78_000, 5],
          [second.id, 67_600, 0],
          [third.id, 55_000, 7],
        ])
        expect((await priceInStore(listing))!.sort()).toEqual([55_000, 67_600, 78_000])
      })
    })

    describe("a code", () => {
      const CODES = [
        ["barcode", "LISTING_BARCODE_TAKEN", "4006381333931", "96385074"],
        ["shop_code", "LISTING_SHOP_CODE_TAKEN", "A-1", "A-2"],
      ] as const

      it.each(CODES)(
        "(%s) is one variant's within the company, and free in another",
        async (field, error, mine, other) => {
          const first = await make({ [field]: mine })
          const before = await count("product")
          expect(
            codeOf(await create({ name: "Choy", cost: 1000, markup_percent: 0, [field]: mine }))
          ).toEqual([400, error])
          expect(await count("product")).toBe(before)
          await make({ [field]: mine }, texno)
          const second = await make({ [field]: other })
          expect(codeOf(await change(second.id, { [field]: mine, name: "Boshqa" }))).toEqual([400, error])
          expect(await read(second.id)).toEqual(second)
          expect((await change(second.id, { [field]: other })).status).toBe(200)
          expect((await change(first.id, { [field]: null })).status).toBe(200)
          expect((await change(second.id, { [field]: mine })).data.listing.variants[0][field]).toBe(mine)
          const twice = ["Qora", "Oq"].map((Rang) => ({
            options: { Rang },
            cost: 1,
            markup_percent: 0,
            [field]: other,
          }))
          const options = [{ title: "Rang", values: ["Qora", "Oq"] }]
          expect(codeOf(await create({ name: "Choy", options, variants: twice }))).toEqual([400, error])
        }
      )

      it.each(CODES)(
        "(%s) that twenty take at once is one listing's, and nothing of the others is left",
        async (field, error, mine) => {
          const TABLES = [
            "listing",
            "listing_variant",
            "product",
            "product_variant",
            "product_option",
            "inventory_item",
            "inventory_level",
            "price_set",
            "price",
            "product_sales_channel",
            "product_shipping_profile",
            "product_variant_inventory_item",
            "product_variant_price_set",
          ]
          await make()
          const before = await Promise.all(TABLES.map(count))
          const answers = await times(20, (i) =>
            api.post(
              "/merchant/listings",
              // The other code is everybody's own: the refusal has to name the right one.
              {
                name: `Choy ${i}`,
                cost: 1000,
                markup_percent: 0,
                barcode: nextEan(),
                shop_code: `B-${i}`,
                [field]: mine,
              },
              baraka.owner.headers
            )
          )
          expect(answers.map(codeOf).sort()).toEqual([[201, undefined], ...Array(19).fill([400, error])])
          expect(await Promise.all(TABLES.map(count))).toEqual(before.map((n) => n + 1))
        }
      )

      it("that two listings change to at once is one's", async () => {
        const listings = [await make(), await make(), await make()]
        const answers = await Promise.all(
          listings.map(({ id }) => change(id, { barcode: "96385074", cost: 5_000 }))
        )
        expect(answers.map(codeOf).sort()).toEqual([
          [200, undefined],
          [400, "LISTING_BARCODE_TAKEN"],
          [400, "LISTING_BARCODE_TAKEN"],
        ])
        const prices = await Promise.all(listings.map(priceInStore))
        expect(prices.flat().sort()).toEqual([12_000, 12_000, 6_000])
      })
    })

    describe("a change", () => {
      it("of cost or of markup alone moves the price, in the listing and in the store", async () => {
        const listing = await make({ cost: 12_750, markup_percent: 21 })
        const steps = [
          [{ cost: 10_000 }, 10_000, 21, 12_100],
          [{ markup_percent: 7.5 }, 10_000, 7.5, 10_750],
          [{ cost: 333.33, markup_percent: 0 }, 333.33, 0, 333],
        ] as const
        for (const [patch, cost, markup_percent, price] of steps) {
          const { data } = await change(listing.id, patch)
          expect(data.listing.variants).toMatchObject([{ cost, markup_percent, price }])
          expect(await priceInStore(listing)).toEqual([price])
        }
        const { rows } = await db.raw<{ n: number }>(
          `select count(*)::int as n from price p join product_variant_price_set s on s.price_set_id = p.price_set_id
            where s.variant_id = ? and p.deleted_at is null and s.deleted_at is null`,
          [listing.variants[0].variant_id]
        )
        expect(rows[0].n).toBe(1)
      })

      it("never takes a price, and refuses what creation refuses", async () => {
        const listing = await make()
        for (const body of [
          { price: 1 },
          { prices: [] },
          { markup_amount: 1 },
          { status: "archived" },
          { company_id: texno.id },
          { product_id: "prod_x" },
          { cost: null },
          { markup_percent: null },
          { cost: -1 },
          { stock: -1 },
          { stock: null },
          { name: null },
          { name: { ru: "Чай" } },
          { barcode: "123" },
          { is_visible: null },
          { variants: [{ id: listing.variants[0].id, price: 1 }] },
          { variants: [{ cost: 1 }] },
        ]) {
          expect([body, (await change(listing.id, body)).status]).toEqual([body, 400])
        }
        expect(codeOf(await change(listing.id, { cost: 0 }))).toEqual([400, "LISTING_PRICE_TOO_SMALL"])
        expect(codeOf(await change(listing.id, { category_id: "pcat_x" }))).toEqual([
          400,
          "LISTING_CATEGORY_UNKNOWN",
        ])
        expect(await read(listing.id)).toEqual(listing)
      })

      it("of names, words, pictures and category shows in the store", async () => {
        const category_id = market.categories.get("Telefonlar")
        const listing = await make({ images: ["https://example.com/1.jpg"], description: "Eski" })
        await change(listing.id, {
          name: { uz: "Ko‘k choy", ru: "Зелёный чай" },
          description: "Yangi",
          images: ["https://example.com/2.jpg"],
          category_id,
        })
        const product = async () =>
          (
            await api.get(
              `/store/products/${listing.product_id}?fields=title,description,thumbnail,*images,*categories`,
              market.store
            )
          ).data.product
        expect(await product()).toMatchObject({
          title: "Ko‘k choy",
          description: "Yangi",
          thumbnail: "https://example.com/2.jpg",
          images: [{ url: "https://example.com/2.jpg" }],
          categories: [{ id: category_id }],
        })
        await change(listing.id, { description: null, images: [], category_id: null })
        expect(await product()).toMatchObject({
          title: "Ko‘k choy",
          thumbnail: null,
          images: [],
          categories: [],
        })
        expect(await read(listing.id)).toMatchObject({
          name: { uz: "Ko‘k choy", ru: "Зелёный чай", en: null },
          category_id: null,
        })
      })

      it("of stock is what shoppers find, and never less than what is promised to them", async () => {
        const listing = await make({ stock: 10 })
        const { variant_id } = listing.variants[0]
        await checkOut(api, market, shopper, [{ variant_id, quantity: 4 }])
        expect((await read(listing.id)).variants).toMatchObject([{ stocked: 10, reserved: 4, available: 6 }])
        const before = await read(listing.id)
        const refused = await change(listing.id, {
          name: "Boshqa",
          cost: 1,
          stock: 3,
          is_visible: false,
          barcode: "96385074",
        })
        expect(codeOf(refused)).toEqual([400, "LISTING_STOCK_RESERVED"])
        expect({ ...(await read(listing.id)), updated_at: null }).toEqual({ ...before, updated_at: null })
        expect(await inStore(listing.product_id)).toMatchObject({
          title: "Choy",
          variants: [{ calculated_price: { calculated_amount: 12_000 }, inventory_quantity: 6 }],
        })
        expect((await change(listing.id, { stock: 4 })).data.listing).toMatchObject({
          stocked: 4,
          available: 0,
        })
        expect((await change(listing.id, { stock: 9 })).data.listing).toMatchObject({
          stocked: 9,
          available: 5,
        })
        expect(await inStore(listing.product_id)).toMatchObject({ variants: [{ inventory_quantity: 5 }] })
      })

      it("of stock while shoppers buy leaves no more promised than there is", async () => {
        const listing = await make({ stock: 6 })
        const { variant_id } = listing.variants[0]
        const carts: string[] = []
        for (let i = 0; i < 6; i++) {
          const cart = await fillCart(api, market, shopper, [{ variant_id }])
          await choosePayment(api, shopper, cart)
          carts.push(cart)
        }
        const [counted, ...completed] = await Promise.all([
          change(listing.id, { stock: 3 }),
          ...carts.map((id) => attempt(api.post(`/store/carts/${id}/complete`, {}, shopper))),
        ])
        const [{ stocked, reserved }] = (await read(listing.id)).variants
        expect(reserved).toBe(completed.filter(({ data }) => data.type === "order").length)
        expect(stocked).toBe(counted.status === 200 ? 3 : 6)
        expect(Number(reserved)).toBeLessThanOrEqual(stocked)
      })

      it("by twenty at once leaves the price that belongs to the cost", async () => {
        const listing = await make()
        const answers = await times(20, (i) =>
          api.post(
            `/merchant/listings/${listing.id}`,
            i % 2 ? { cost: 1000 + i } : { markup_percent: i },
            baraka.owner.headers
          )
        )
        expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
        const [{ cost, markup_percent, price }] = (await read(listing.id)).variants
        expect(price).toBe(Math.round((Number(cost) * (100 + Number(markup_percent))) / 100))
        expect(await priceInStore(listing)).toEqual([price])
      })
    })

    describe("goods that are hidden", () => {
      it("are gone from the store and get into no cart, and come back", async () => {
        const listing = await make()
        const [{ variant_id }] = listing.variants
        const other = await make()
        const cart = await fillCart(api, market, shopper, [{ variant_id: other.variants[0].variant_id }])
        const full = await fillCart(api, market, shopper, [{ variant_id }])
        await choosePayment(api, shopper, full)
        const hidden = await change(listing.id, { is_visible: false })
        expect(hidden.data.listing.is_visible).toBe(false)
        expect(await inStore(listing.product_id)).toBeUndefined()

        const items = [{ variant_id, quantity: 1 }]
        const made = await attempt(
          api.post("/store/carts", { region_id: market.region_id, items }, market.store)
        )
        expect(made.status).toBe(400)
        const added = await attempt(api.post(`/store/carts/${cart}/line-items`, items[0], shopper))
        expect(added.status).toBe(400)
        const completed = await attempt(api.post(`/store/carts/${full}/complete`, {}, shopper))
        expect(codeOf(completed)).toEqual([400, "CHECKOUT_GOODS_GONE"])

        await change(listing.id, { is_visible: true })
        expect(await priceInStore(listing)).toEqual([12_000])
        expect((await api.post(`/store/carts/${cart}/line-items`, items[0], shopper)).status).toBe(200)
      })

      it("from the start are the company's own business", async () => {
        const listing = await make({ is_visible: false })
        expect(await inStore(listing.product_id)).toBeUndefined()
        expect((await read(listing.id)).is_visible).toBe(false)
      })
    })

    describe("archiving", () => {
      it("ends the sale, frees the codes, and leaves orders as they were", async () => {
        const listing = await make({ barcode: "96385074", shop_code: "A-1" })
        const [{ variant_id }] = listing.variants
        const { order_group } = await checkOut(api, market, shopper, [{ variant_id }])
        const order = async () =>
          (await api.get(`/merchant/orders/${order_group.orders[0].id}`, baraka.owner.headers)).data.order
        const before = await order()
        const gone = await api.delete(`/merchant/listings/${listing.id}`, baraka.owner.headers)
        expect(gone.data).toEqual({ id: listing.id, object: "listing", deleted: true })

        expect(await inStore(listing.product_id)).toBeUndefined()
        expect(await order()).toEqual(before)
        const { data } = await api.get(
          `/admin/products/${listing.product_id}?fields=status,*sales_channels`,
          market.operator
        )
        expect(data.product).toMatchObject({ status: "draft", sales_channels: [] })
        const items = [{ variant_id, quantity: 1 }]
        const made = await attempt(
          api.post("/store/carts", { region_id: market.region_id, items }, market.store)
        )
        expect(made.status).toBe(400)

        expect((await api.get("/merchant/listings", baraka.owner.headers)).data.count).toBe(0)
        const archived = await api.get("/merchant/listings?status=archived", baraka.owner.headers)
        expect(archived.data.listings).toMatchObject([
          { id: listing.id, status: "archived", is_visible: false },
        ])
        expect(codeOf(await change(listing.id, { is_visible: true }))).toEqual([400, "LISTING_ARCHIVED"])
        const again = await attempt(api.delete(`/merchant/listings/${listing.id}`, baraka.owner.headers))
        expect(codeOf(again)).toEqual([400, "LISTING_ARCHIVED"])

        const successor = await make({ barcode: "96385074", shop_code: "A-1" })
        expect(successor.variants).toMatchObject([{ barcode: "96385074", shop_code: "A-1" }])
      })

      it("is not undone by suspending and reinstating the company", async () => {
        const listing = await make()
        await api.delete(`/merchant/listings/${listing.id}`, baraka.owner.headers)
        await api.post(`/admin/companies/${baraka.id}/suspend`, {}, market.operator)
        await api.post(`/admin/companies/${baraka.id}/reinstate`, {}, market.operator)
        expect(await inStore(listing.product_id)).toBeUndefined()
      })
    })

    describe("the company's list", () => {
      const names = async (query: string, headers: Headers = baraka.owner.headers) => {
        const { data } = await api.get(`/merchant/listings${query}`, headers)
        return data.listings.map(({ name }: { name: { uz: string } }) => name.uz)
      }

      beforeEach(async () => {
        await make({
          name: { uz: "O‘rik qoqi", ru: "Курага", en: "Dried apricot" },
          stock: 0,
          barcode: "96385074",
        })
        await make({ name: "Choy 100%", stock: 10, shop_code: "CH-1" })
        await make({ name: "Shakar_oq", stock: 11, is_visible: false })
        const options = [{ title: "Rang", values: ["Qora", "Oq"] }]
        const variants = ["Qora", "Oq"].map((Rang, i) => ({
          options: { Rang },
          cost: 1,
          markup_percent: 0,
          stock: i,
          shop_code: `V-${i}`,
        }))
        await create({ name: "Qalam", options, variants })
        await make({ name: "Begona choy", stock: 5 }, texno)
      })

      it("is newest first, by pages, and only its own", async () => {
        expect(await names("")).toEqual(["Qalam", "Shakar_oq", "Choy 100%", "O‘rik qoqi"])
        const { data } = await api.get("/merchant/listings?limit=2&offset=1", baraka.owner.headers)
        expect([data.count, data.limit, data.offset]).toEqual([4, 2, 1])
        expect(await names("?limit=2&offset=1")).toEqual(["Shakar_oq", "Choy 100%"])
        expect(await names("?offset=4")).toEqual([])
        expect(await names("", texno.owner.headers)).toEqual(["Begona choy"])
      })

      it.each([
        ["o'RIK", ["O‘rik qoqi"]],
        ["oʻrik", ["O‘rik qoqi"]],
        ["КУРАГА", ["O‘rik qoqi"]],
        ["apricot", ["O‘rik qoqi"]],
        ["96385074", ["O‘rik qoqi"]],
        ["ch-1", ["Choy 100%"]],
        ["v-1", ["Qalam"]],
        ["100%", ["Choy 100%"]],
        ["r_o", ["Shakar_oq"]],
        ["%", ["Choy 100%"]],
        ["_", ["Shakar_oq"]],
        ["\\", []],
        ["'", ["O‘rik qoqi"]],
        ["begona", []],
        ["x' or '1'='1", []],
      ])("is searched for %s", async (q, found) => {
        expect(await names(`?q=${encodeURIComponent(q)}`)).toEqual(found)
      })

      it("follows a change of name and codes", async () => {
        const { data } = await api.get("/merchant/listings?q=ch-1", baraka.owner.headers)
        await change(data.listings[0].id, { name: "Qahva", shop_code: "QH-1" })
        expect(await names("?q=ch-1")).toEqual([])
        expect(await names("?q=choy")).toEqual([])
        expect(await names("?q=qh-1")).toEqual(["Qahva"])
        expect(await names("?q=qahva")).toEqual(["Qahva"])
      })

      it("is filtered by stock and visibility", async () => {
        expect(await names("?stock=out")).toEqual(["O‘rik qoqi"])
        expect(await names("?stock=in")).toEqual(["Qalam", "Shakar_oq", "Choy 100%"])
        expect(await names("?stock=low")).toEqual(["Qalam", "Choy 100%"])
        expect(await names("?is_visible=false")).toEqual(["Shakar_oq"])
        expect(await names("?is_visible=true&stock=in")).toEqual(["Qalam", "Choy 100%"])
        expect(await names("?status=archived")).toEqual([])
        for (const query of [
          "?stock=x",
          "?is_visible=1",
          "?status=x",
          "?limit=101",
          "?limit=0",
          "?offset=-1",
        ]) {
          expect([
            query,
            ...codeOf(await attempt(api.get(`/merchant/listings${query}`, baraka.owner.headers))),
          ]).toEqual([query, 400, "INVALID_QUERY"])
        }
      })
    })

    describe("another company's listing", () => {
      it("is not found, read, changed or archived", async () => {
        const listing = await make()
        for (const id of [listing.id, listing.product_id, listing.variants[0].id]) {
          const calls = [
            api.get(`/merchant/listings/${id}`, texno.owner.headers),
            api.post(
              `/merchant/listings/${id}`,
              { cost: 1, stock: 0, is_visible: false },
              texno.owner.headers
            ),
            api.delete(`/merchant/listings/${id}`, texno.owner.headers),
          ]
          const answers = await Promise.all(calls.map(attempt))
          expect(answers.map(({ status, data }) => [status, data.type])).toEqual(
            Array(3).fill([404, "not_found"])
          )
        }
        expect(await read(listing.id)).toEqual(listing)
      })
    })

    describe("cost and markup", () => {
      const SECRET_KEYS = ["cost", "markup_percent", "markup_amount"]
      const SECRET_COST = 7_654_321
      const SECRET_MARKUP = 13.57

      it("are shown to the roles that hold listing:cost, and to no other of the company", async () => {
        const listing = await make({ cost: SECRET_COST, markup_percent: SECRET_MARKUP })
        for (const [role, sees] of [
          ["manager", true],
          ["warehouse", true],
          ["accountant", true],
          ["cashier", false],
          ["marketer", false],
        ] as const) {
          const { headers } = await createMember(getContainer(), api, baraka.id, role, `${role}@example.com`)
          const list = await api.get("/merchant/listings", { headers })
          const one = await api.get(`/merchant/listings/${listing.id}`, { headers })
          for (const variant of [list.data.listings[0].variants[0], one.data.listing.variants[0]]) {
            expect([role, SECRET_KEYS.filter((key) => key in variant)]).toEqual([
              role,
              sees ? SECRET_KEYS : [],
            ])
          }
          if (!sees) {
            expect(JSON.stringify([list.data, one.data])).not.toMatch(/7654321|13\.57/)
          }
        }
      })

      it("never reach a shopper, whatever the storefront asks for", async () => {
        const listing = await make({ cost: SECRET_COST, markup_percent: SECRET_MARKUP, shop_code: "S-1" })
        const [{ id: lvar, variant_id, price }] = listing.variants
        const other = await createListing(getContainer(), texno.id, {
          cost: 8_642_975,
          markup_percent: 24.68,
        })
        const seen: string[] = []
        const leaks: string[] = []
        const watch = (what: string, { status, data }: Reply) => {
          const text = JSON.stringify(data)
          seen.push(`${status} ${what}`)
          const isLeak =
            /"(raw_)?(cost|markup|markup_percent|markup_amount|profit)":|7654321|13\.57|8642975|24\.68/.test(
              text
            ) || text.includes(`:${price - SECRET_COST}`)
          if (isLeak) {
            leaks.push(`${what}: ${text.slice(0, 300)}`)
          }
          return data
        }
        const FIELDS = [
          "",
          "*",
          "*,%2B*",
          "%2Bmetadata",
          "%2Blisting,%2Blistings,%2Blisting_variant",
          "*listing,*listing.variants",
          "id,listing.*,listing_variant.cost",
          "*variants,*variants.listing_variant,%2Bvariants.cost,*variants.inventory_items.inventory",
          "*variants.prices,*variants.price_set,*variants.calculated_price",
          "*items,*items.variant,*items.variant.listing_variant,%2Bitems.metadata,%2Bitems.cost",
          "*order_group,*orders.company_order,*company_order,*company_order.lines",
          "*company,*companies,*company.listings",
          "*products,*products.variants,*products.listing",
        ]
        const get = async (path: string, headers: Headers = shopper) =>
          watch(`GET ${path}`, await attempt(api.get(path, headers)))

        // A purchase first, so that there are ids for every kind of address.
        const cart = await fillCart(
          api,
          market,
          shopper,
          [{ variant_id }, { variant_id: other.variant_id }],
          "courier"
        )
        watch(
          "POST payment",
          await attempt(api.post("/store/payment-collections", { cart_id: cart }, shopper))
        )
        await choosePayment(api, shopper, cart)
        watch(
          "POST update",
          await attempt(api.post(`/store/carts/${cart}?fields=*,*items.variant.listing_variant`, {}, shopper))
        )
        await get(`/store/carts/${cart}/delivery-options`)
        await get(`/store/shipping-options?cart_id=${cart}&fields=*`)
        for (const fields of FIELDS) {
          await get(`/store/carts/${cart}?fields=${fields}`)
        }
        const done = watch(
          "POST complete",
          await attempt(api.post(`/store/carts/${cart}/complete?fields=*,*items.variant`, {}, shopper))
        )
        expect(done.type).toBe("order")

        const ids: Record<string, string> = {
          "/store/products": listing.product_id,
          "/store/product-variants": variant_id,
          "/store/orders": done.order.id,
          "/store/order-groups": done.order_group.id,
          "/store/companies": baraka.id,
          "/store/carts": cart,
          "/store/regions": market.region_id,
          "/store/product-categories": market.categories.get("Telefonlar")!,
        }
        const CORE = routesIn(join(dirname(require.resolve("@medusajs/medusa/package.json")), "dist/api"))
        const OURS = routesIn(join(process.cwd(), "src/api"))
        const paths = [...CORE, ...OURS].filter(
          ({ method, path }) => method === "GET" && path.startsWith("/store/")
        )
        expect(paths.length).toBeGreaterThan(30)
        for (const { path } of paths) {
          const resource = path.split("/:")[0]
          const url = path.replace(/:\w+/g, ids[resource] ?? lvar)
          for (const fields of FIELDS) {
            await get(
              `${url}?fields=${fields}${path.includes("products") ? `&region_id=${market.region_id}` : ""}`
            )
          }
        }
        for (const query of [
          "q=7654321",
          "q=S-1",
          `order=listing.cost`,
          "order=-cost",
          "cost=7654321",
          "listing[cost]=7654321",
        ]) {
          await get(`/store/products?${query}`)
          await get(`/store/companies?${query}`)
        }
        for (const entity of ["product", "listing", "listing_variant", "company_order_line"]) {
          for (const fields of [undefined, ["*"], ["cost"]]) {
            const body = { entity, filters: { q: "Choy" }, fields }
            watch(`POST search ${entity}`, await attempt(api.post("/store/search", body, market.store)))
          }
        }
        expect(leaks).toEqual([])
        // The walk is worth something only when it was answered.
        for (const path of ["products", "orders", "order-groups", "companies", "carts"]) {
          expect([
            path,
            seen.filter((line) => line.startsWith(`200 GET /store/${path}/`)).length > 0,
          ]).toEqual([path, true])
        }
      })

      it("never reach one through the price: a shopper's own is ignored", async () => {
        const listing = await make({ cost: 10_000, markup_percent: 20 })
        const [{ variant_id }] = listing.variants
        const items = [{ variant_id, quantity: 1, unit_price: 1 }]
        const made = await attempt(
          api.post("/store/carts", { region_id: market.region_id, items }, market.store)
        )
        expect(made.status === 400 || made.data.cart.items[0].unit_price === 12_000).toBe(true)
      })
    })

    describe("the number of SQL statements", () => {
      const measure = async (path: string) => {
        let rows = 0
        const statements = await warmStatementsOf(getContainer(), async () => {
          const { data } = await api.get(path, baraka.owner.headers)
          rows = (data.listings ?? data.orders).length
        })
        return { statements, rows }
      }

      /** More orders like the one there is; a purchase for each would take half a minute. */
      const copyOrders = async (copies: number) => {
        const OWN: Record<string, string[]> = {
          order_group: ["id", "cart_id", "token"],
          order: ["id"],
          company_order: ["id", "group_id", "order_id", "short_code"],
        }
        for (const [table, columns] of Object.entries(OWN)) {
          const { rows } = await db.raw<{ name: string }>(
            `select column_name as name from information_schema.columns
              where table_schema = 'public' and table_name = ? and is_generated = 'NEVER'`,
            [table]
          )
          const names = rows.map(({ name }) => `"${name}"`)
          const values = rows.map(({ name }) => (columns.includes(name) ? `t."${name}" || n` : `t."${name}"`))
          await db.raw(
            `insert into "${table}" (${names.join(", ")}) select ${values.join(", ")}
               from "${table}" t, generate_series(1, ${copies}) n`
          )
        }
      }

      it("of a list is the same for one row and for twenty", async () => {
        const { variant_id } = await createListing(getContainer(), baraka.id, { stock: 100 })
        for (let i = 0; i < 20; i++) {
          await createListing(getContainer(), baraka.id, { name: `Choy ${i}` })
        }
        await checkOut(api, market, shopper, [{ variant_id }])
        await copyOrders(20)
        for (const path of ["/merchant/listings", "/merchant/orders"]) {
          const one = await measure(`${path}?limit=1`)
          const twenty = await measure(`${path}?limit=20`)
          expect([path, one.rows, twenty.rows]).toEqual([path, 1, 20])
          expect([path, twenty.statements]).toEqual([path, one.statements])
          // The guard's own statement is among them, and the answer's: the listener hears what there is to hear.
          expect(one.statements.some((sql) => sql.includes("company_member"))).toBe(true)
          expect(one.statements.length).toBeLessThanOrEqual(4)
        }
      })
    })
  },
})

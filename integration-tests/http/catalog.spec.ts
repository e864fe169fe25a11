import { createRegionsWorkflow, createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import fc from "fast-check"
import { CATALOG_MODULE } from "../../src/modules/catalog"
import CatalogModuleService from "../../src/modules/catalog/service"
import { spliceDocument } from "../../src/modules/catalog/lib/document"
import {
  catalogState,
  keepCatalog,
  keptReady,
  pricesFor,
  rebuildCatalog,
  stockFor,
  sweepCatalog,
} from "../../src/workflows/catalog"
import { catalog, CATALOGS, CURRENCIES, Places, RandomCatalog, writeCatalog } from "../support/catalogs"
import { Api, createCompany, createListing, setUpMarket } from "../support/market"
import { statementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Price = Record<string, unknown> & { calculated_amount: number }
type Variant = {
  id: string
  calculated_price?: Price | null
  inventory_quantity?: number | null
  is_in_stock: boolean
}
type Document = Record<string, unknown> & { id: string; title: string; variants: Variant[] }

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as {
      raw: <Row>(statement: string, values?: unknown[]) => Promise<{ rows: Row[] }>
    }
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let company: Awaited<ReturnType<typeof createCompany>>
    let goods: Array<Awaited<ReturnType<typeof createListing>>>
    let channel: string

    /** The served documents of goods for a region and country, as a page puts them together. */
    const documentsOf = async (
      ids: string[],
      region_id = market.region_id,
      country: string | null = null
    ) => {
      type Row = { id: string; parts: string[]; titles: string[]; prices: string[] | null; stock: string[] }
      const { rows } = await db.raw<Row>(
        `select d.product_id as id, d.parts, d.titles, p.prices, s.stock from catalog_product d
           join catalog_version w on w.version = d.version and w.status = 'serving'
           join catalog_price_context x on x.region_id = ? and x.country_code is not distinct from ?
           left join catalog_price p on p.version = d.version and p.product_id = d.product_id and p.context_id = x.id
           left join catalog_stock s on s.version = d.version and s.product_id = d.product_id and s.channels_key = ?
          where d.product_id = any(?)`,
        [region_id, country, channel, ids]
      )
      return new Map(
        rows.map(({ id, parts, titles, prices, stock }) => [
          id,
          JSON.parse(spliceDocument(parts, titles[0], prices, stock)) as Document,
        ])
      )
    }
    const documentOf = async (product_id: string) => (await documentsOf([product_id])).get(product_id)
    const kept = async (product_id: string) => {
      await keepCatalog(getContainer())
      return documentOf(product_id)
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      company = await createCompany(container, api, "Baraka")
      goods = []
      for (const name of ["Choy", "Non", "Sut"]) {
        goods.push(await createListing(container, company.id, { name, stock: 5 }))
      }
      const { rows } = await db.raw<{ id: string }>(
        `select s.sales_channel_id as id from publishable_api_key_sales_channel s join api_key k on k.id = s.publishable_key_id
          where k.token = ?`,
        [market.publishable_key]
      )
      channel = rows[0].id
    })

    it("prices and stock are Medusa's own, on random catalogues", async () => {
      const container = getContainer()
      const places = await openPlaces()
      await fc.assert(
        fc.asyncProperty(catalog, async (random) => {
          await compare(places, random)
          expect(await sweepCatalog(container)).toMatchObject({ repaired: [] })
        }),
        { numRuns: CATALOGS, endOnFailure: true }
      )
    })

    /** Two more regions, of which one has two countries and taxes of its own for some types of goods. */
    async function openPlaces(): Promise<Places> {
      const container = getContainer()
      const { result } = await createRegionsWorkflow(container).run({
        input: {
          regions: [
            { name: "Yevropa", currency_code: "eur", countries: ["de", "fr"] },
            { name: "Amerika", currency_code: "usd", countries: ["us"] },
          ],
        },
      })
      const types = await container
        .resolve(Modules.PRODUCT)
        .createProductTypes([{ value: "Oziq" }, { value: "Kitob" }])
      await createTaxRegionsWorkflow(container).run({
        input: [
          {
            country_code: "de",
            provider_id: "tp_system",
            default_tax_rate: { rate: 19, code: "de", name: "MwSt" },
          },
          {
            country_code: "fr",
            provider_id: "tp_system",
            default_tax_rate: { rate: 5.5, code: "fr", name: "TVA" },
          },
        ],
      })
      const tax = container.resolve(Modules.TAX)
      const [uz] = await tax.listTaxRegions({ country_code: "uz" })
      await tax.createTaxRates([
        { tax_region_id: uz.id, name: "QQS", code: "qqs", rate: 12, is_default: true },
        {
          tax_region_id: uz.id,
          name: "Kitob",
          code: "kitob",
          rate: 3,
          rules: [{ reference: "product_type", reference_id: types[1].id }],
        },
      ])
      await container.resolve(Modules.STORE).updateStores(
        {},
        {
          supported_currencies: CURRENCIES.map((currency_code) => ({
            currency_code,
            is_default: currency_code === "uzs",
          })),
        }
      )
      const [here, there] = await container
        .resolve(Modules.STOCK_LOCATION)
        .createStockLocations([{ name: "Shu yer" }, { name: "Boshqa" }])
      await container.resolve(ContainerRegistrationKeys.LINK).create({
        [Modules.SALES_CHANNEL]: { sales_channel_id: channel },
        [Modules.STOCK_LOCATION]: { stock_location_id: here.id },
      })
      return {
        channel,
        here: here.id,
        there: there.id,
        regions: [market.region_id, ...result.map(({ id }) => id)],
        types: types.map(({ id }) => id),
      }
    }

    async function compare(places: Places, random: RandomCatalog): Promise<void> {
      const ids = await writeCatalog(getContainer(), places, random)
      await keepCatalog(getContainer())
      const [uz, eu, us] = places.regions
      const contexts: Array<[string, string | null]> = [
        [uz, null],
        [uz, "uz"],
        [eu, null],
        [eu, "de"],
        [eu, "fr"],
        [us, "us"],
      ]
      const { contexts: ready } = await keptReady(getContainer())
      for (const [region_id, country] of contexts) {
        const isKept = ready.some((one) => one.region_id === region_id && one.country_code === country)
        if (!isKept) {
          continue
        }
        const query = `limit=100&region_id=${region_id}${country ? `&country_code=${country}` : ""}${ids.map((id) => `&id[]=${id}`).join("")}`
        const { data } = await api.get(
          `/store/products?${query}&fields=*variants.calculated_price,%2Bvariants.inventory_quantity,*categories`,
          market.store
        )
        const theirs = new Map((data.products as Document[]).map((one) => [one.id, one]))
        const documents = await documentsOf(ids, region_id, country)
        for (const id of ids) {
          const ours = documents.get(id)
          expect(ours && priced(ours)).toEqual(
            theirs.has(id) ? priced(theirs.get(id) as Document) : undefined
          )
          if (ours) {
            expect(inOrder(theirs.get(id))).toMatchObject(inOrder(asMedusa(ours)) as object)
          }
        }
        // The second path says the same.
        const currency_code = ready.find((one) => one.region_id === region_id)?.currency_code as string
        const second = await pricesFor(getContainer(), ids, {
          region_id,
          currency_code,
          country_code: country,
        })
        const stock = await stockFor(getContainer(), ids, [channel])
        const { rows } = await db.raw<{
          product_id: string
          prices: string[]
          stock: string[]
          min: number | null
        }>(
          `select p.product_id, p.prices, s.stock, p.min_price::float8 as min from catalog_price p
             join catalog_price_context x on x.id = p.context_id and x.region_id = ? and x.country_code is not distinct from ?
             join catalog_version w on w.version = p.version and w.status = 'serving'
             join catalog_stock s on s.product_id = p.product_id and s.version = p.version and s.channels_key = ?
            where p.product_id = any(?)`,
          [region_id, country, channel, ids]
        )
        expect(rows.length).toBe(theirs.size)
        for (const row of rows) {
          expect(second.get(row.product_id)).toMatchObject({ prices: row.prices, min_price: row.min })
          expect(stock.get(row.product_id)?.stock).toEqual(row.stock)
        }
      }
    }

    const priced = ({ variants }: Document) =>
      Object.fromEntries(
        variants.map(({ id, calculated_price, ...more }) => [
          id,
          [calculated_price ?? null, "inventory_quantity" in more ? more.inventory_quantity : "not managed"],
        ])
      )

    /** Medusa gives lists in no order of its own. */
    const inOrder = (value: unknown): unknown => {
      if (Array.isArray(value)) {
        const list = value.map(inOrder) as Array<{ id: string }>
        return list.sort((one, other) => (one.id < other.id ? -1 : 1))
      }
      const isPlain = typeof value === "object" && value !== null
      return isPlain
        ? Object.fromEntries(Object.entries(value).map(([key, own]) => [key, inOrder(own)]))
        : value
    }

    /** Of our document, what Medusa's has too. */
    const asMedusa = (document: Document) => {
      const {
        names: _n,
        company: _c,
        rating: _r,
        like_count: _l,
        sold_count: _s,
        labels: _b,
        ...core
      } = document
      return {
        ...core,
        variants: core.variants.map(({ is_in_stock: _i, calculated_price, ...own }) =>
          calculated_price ? { ...own, calculated_price } : own
        ),
      }
    }

    it("every kind of change is in the document once the catalogue was kept, and a sweep finds nothing to add", async () => {
      const container = getContainer()
      const [{ product_id, variant_id, inventory_item_id, id: listing_id }] = goods
      await keepCatalog(container)
      const first = (await documentOf(product_id)) as Document
      const priceSet = `select price_set_id from product_variant_price_set where variant_id = '${variant_id}'`
      const price = `update price set amount = 99, raw_amount = '{"value":"99","precision":20}' where price_set_id in (${priceSet})`
      const [variant] = first.variants
      const option = (first.options as Array<{ id: string; values: Array<{ id: string }> }>)[0]
      const changes: Array<[change: string, expected: (document: Document) => unknown, value: unknown]> = [
        [
          `update product set title = 'Ko‘k choy', description = 'Toza' where id = '${product_id}'`,
          ({ title, description }) => [title, description],
          ["Choy", "Toza"],
        ],
        [
          `update listing set name_uz = 'Ko‘k choy', name_ru = 'Зелёный чай' where id = '${listing_id}'`,
          ({ names }) => names,
          { uz: "Ko‘k choy", ru: "Зелёный чай", en: "Ko‘k choy" },
        ],
        [
          `update product_variant set title = 'Katta', sku = 'CH-1' where id = '${variant_id}'`,
          ({ variants: [own] }) => own,
          expect.objectContaining({ title: "Katta", sku: "CH-1" }),
        ],
        [
          `insert into image (id, url, rank, product_id) values ('img_1', 'https://x/1.jpg', 0, '${product_id}')`,
          ({ images }) => images,
          [{ id: "img_1", url: "https://x/1.jpg", rank: 0 }],
        ],
        [
          `update image set rank = 3 where id = 'img_1'`,
          ({ images }) => images,
          [{ id: "img_1", url: "https://x/1.jpg", rank: 3 }],
        ],
        [`delete from image where id = 'img_1'`, ({ images }) => images, []],
        [
          `update product_option set title = 'Hajm' where id = '${option.id}'`,
          ({ variants: [own] }) => own,
          expect.objectContaining({
            options: [expect.objectContaining({ option: { id: option.id, title: "Hajm" } })],
          }),
        ],
        [
          `update product_option_value set value = '1 kg' where id = '${option.values[0].id}'`,
          ({ options }) => options,
          [{ id: option.id, title: "Hajm", values: [{ id: option.values[0].id, value: "1 kg" }] }],
        ],
        [
          `insert into product_category_product (product_id, product_category_id) select '${product_id}', id from product_category where name = 'Telefonlar'`,
          ({ categories }) => categories,
          [expect.objectContaining({ name: "Telefonlar" })],
        ],
        [
          `update product_category set name = 'Choylar' where name = 'Telefonlar'`,
          ({ categories }) => categories,
          [expect.objectContaining({ name: "Choylar" })],
        ],
        [
          `update product_category set is_active = false where name = 'Choylar'`,
          ({ categories }) => categories,
          [],
        ],
        [`insert into product_tag (id, value) values ('tag_1', 'yangi')`, ({ tags }) => tags, []],
        [
          `insert into product_tags (product_id, product_tag_id) values ('${product_id}', 'tag_1')`,
          ({ tags }) => tags,
          [{ id: "tag_1", value: "yangi" }],
        ],
        [
          `update product_tag set value = 'arzon' where id = 'tag_1'`,
          ({ tags }) => tags,
          [{ id: "tag_1", value: "arzon" }],
        ],
        [`insert into product_type (id, value) values ('type_1', 'Oziq')`, ({ type }) => type, null],
        [
          `update product set type_id = 'type_1' where id = '${product_id}'`,
          ({ type }) => type,
          { id: "type_1", value: "Oziq" },
        ],
        [
          `update product_type set value = 'Ovqat' where id = 'type_1'`,
          ({ type }) => type,
          { id: "type_1", value: "Ovqat" },
        ],
        [
          `insert into product_collection (id, title, handle) values ('col_1', 'Yoz', 'yoz')`,
          ({ collection }) => collection,
          null,
        ],
        [
          `update product set collection_id = 'col_1' where id = '${product_id}'`,
          ({ collection }) => collection,
          { id: "col_1", title: "Yoz", handle: "yoz" },
        ],
        [
          `update product_collection set title = 'Qish' where id = 'col_1'`,
          ({ collection }) => collection,
          { id: "col_1", title: "Qish", handle: "yoz" },
        ],
        [price, ({ variants: [own] }) => own.calculated_price?.calculated_amount, 99],
        [
          `insert into price_list (id, title, description, type, status) values ('plist_1', 'Aksiya', '-', 'sale', 'draft')`,
          ({ variants: [own] }) => own.calculated_price?.calculated_amount,
          99,
        ],
        [
          `insert into price (id, price_set_id, currency_code, amount, raw_amount, price_list_id) select 'price_1', price_set_id, 'uzs', 50, '{"value":"50","precision":20}', 'plist_1' from (${priceSet}) s`,
          ({ variants: [own] }) => own.calculated_price?.calculated_amount,
          99,
        ],
        [
          `update price_list set status = 'active' where id = 'plist_1'`,
          ({ variants: [own] }) => own.calculated_price?.calculated_amount,
          50,
        ],
        [
          `update price_list set starts_at = now() + interval '1 hour' where id = 'plist_1'`,
          ({ variants: [own] }) => own.calculated_price?.calculated_amount,
          99,
        ],
        [
          `update price_preference set is_tax_inclusive = not is_tax_inclusive where attribute = 'currency_code' and value = 'uzs'`,
          ({ variants: [own] }) => own.calculated_price?.is_calculated_price_tax_inclusive,
          !variant.calculated_price?.is_calculated_price_tax_inclusive,
        ],
        [
          `update inventory_level set stocked_quantity = 9, raw_stocked_quantity = '{"value":"9","precision":20}' where inventory_item_id = '${inventory_item_id}'`,
          ({ variants: [own] }) => own.inventory_quantity,
          9,
        ],
        [
          `update inventory_level set reserved_quantity = 9, raw_reserved_quantity = '{"value":"9","precision":20}' where inventory_item_id = '${inventory_item_id}'`,
          ({ variants: [own] }) => [own.inventory_quantity, own.is_in_stock],
          [0, false],
        ],
        [
          `update product_variant set allow_backorder = true where id = '${variant_id}'`,
          ({ variants: [own] }) => [own.inventory_quantity, own.is_in_stock],
          [0, true],
        ],
        [
          `update company set name = 'Baraka savdo' where id = '${company.id}'`,
          ({ company: own }) => own,
          expect.objectContaining({ name: "Baraka savdo" }),
        ],
        [
          `insert into company_rating_stat (company_id, c5) values ('${company.id}', 20)`,
          ({ company: own }) => own,
          expect.objectContaining({
            rating: { average: 5, count: 20 },
            badge: expect.objectContaining({ code: "trusted" }),
          }),
        ],
        [
          `insert into product_review_stat (product_id, c4, c5) values ('${product_id}', 1, 4)`,
          ({ rating, labels }) => [rating, (labels as Array<{ code: string }>).map(({ code }) => code)],
          [{ average: 4.8, count: 5 }, ["new", "top_rated"]],
        ],
        [
          `insert into product_like_count (product_id, like_count) values ('${product_id}', 7)`,
          ({ like_count }) => like_count,
          7,
        ],
        [
          `update product_like_count set like_count = 8 where product_id = '${product_id}'`,
          ({ like_count }) => like_count,
          8,
        ],
      ]
      for (const [change, value, expected] of changes) {
        await db.raw(change)
        const document = await kept(product_id)
        expect([change, document && value(document)]).toEqual([change, expected])
      }
      expect(await sweepCatalog(container)).toEqual({ checked: 3, repaired: [] })

      // What shoppers may not see any more is gone; what they may see again is there.
      for (const [hide, show] of [
        [
          `update product set status = 'draft' where id = '${product_id}'`,
          `update product set status = 'published' where id = '${product_id}'`,
        ],
        [
          `update listing set is_visible = false where id = '${listing_id}'`,
          `update listing set is_visible = true where id = '${listing_id}'`,
        ],
        [
          `update listing set status = 'archived' where id = '${listing_id}'`,
          `update listing set status = 'active' where id = '${listing_id}'`,
        ],
        [
          `update product set deleted_at = now() where id = '${product_id}'`,
          `update product set deleted_at = null where id = '${product_id}'`,
        ],
      ]) {
        await db.raw(hide)
        expect(await kept(product_id)).toBeUndefined()
        await db.raw(show)
        expect(await kept(product_id)).toMatchObject({ id: product_id })
      }
      await db.raw(`delete from product where id = ?`, [product_id])
      expect(await kept(product_id)).toBeUndefined()
      const { rows } = await db.raw(
        `select 1 from catalog_price where product_id = ? union all select 1 from catalog_stock where product_id = ?`,
        [product_id, product_id]
      )
      expect(rows).toEqual([])
    })

    it("what begins later is in the document when its time has come; who may be seen is told at once", async () => {
      const container = getContainer()
      const [{ product_id, variant_id }] = goods
      await keepCatalog(container)
      await db.raw(
        `insert into price_list (id, title, description, type, status, starts_at)
         values ('plist_1', 'Aksiya', '-', 'sale', 'active', now() + interval '1 hour')`
      )
      await db.raw(
        `insert into price (id, price_set_id, currency_code, amount, raw_amount, price_list_id)
         select 'price_1', price_set_id, 'uzs', 50, '{"value":"50","precision":20}', 'plist_1'
           from product_variant_price_set where variant_id = ?`,
        [variant_id]
      )
      const amount = async () => (await kept(product_id))?.variants[0].calculated_price?.calculated_amount
      expect(await amount()).toBe(12_000)
      const { rows: due } = await db.raw(
        `select 1 from catalog_product d, price_list l where d.product_id = ? and d.next_change_at - l.starts_at between interval '0' and interval '2 milliseconds'`,
        [product_id]
      )
      expect(due).toHaveLength(1)
      // An hour later.
      await db.raw(`update price_list set starts_at = now() - interval '1 second'`)
      await db.raw(`delete from catalog_change`)
      await db.raw(`update catalog_product set next_change_at = now() where product_id = ?`, [product_id])
      expect(await catalogState(container)).toMatchObject({ waiting: 1 })
      expect(await amount()).toBe(50)
      expect(await catalogState(container)).toMatchObject({ waiting: 0 })

      const before = await catalogState(container)
      await db.raw(`delete from catalog_search_change`)
      await db.raw(`update company set status = 'suspended' where id = ?`, [company.id])
      expect(await catalogState(container)).toMatchObject({ waiting: 1, generation: before.generation })
      expect(await keepCatalog(container, { within_ms: 5_000 })).toEqual({ is_current: true })
      expect((await catalogState(container)).generation).toBeGreaterThan(before.generation)
      const { rows } = await db.raw(`select kind, entity_id from catalog_search_change`)
      expect(rows).toEqual([{ kind: "company", entity_id: company.id }])
    })

    it("changes, drains and a rebuild at once lose nothing, and a batch has as many statements for one as for all", async () => {
      const container = getContainer()
      await keepCatalog(container)
      const ids = goods.map(({ product_id }) => product_id)
      const works = Array.from({ length: 20 }, async (_, turn) => {
        await db.raw(`update product set subtitle = ? where id = ?`, [`${turn}`, ids[turn % 3]])
        await (turn % 5 === 0 ? rebuildCatalog(container) : keepCatalog(container))
        const { rows } = await db.raw<{ subtitle: string }>(`select subtitle from product where id = ?`, [
          ids[turn % 3],
        ])
        return [(await documentOf(ids[turn % 3]))?.subtitle !== null, rows.length]
      })
      expect(await Promise.all(works)).toEqual(works.map(() => [true, 1]))
      for (const id of ids) {
        const { rows } = await db.raw<{ subtitle: string }>(`select subtitle from product where id = ?`, [id])
        expect((await kept(id))?.subtitle).toBe(rows[0].subtitle)
      }
      expect(await sweepCatalog(container)).toEqual({ checked: 3, repaired: [] })
      const { rows: versions } = await db.raw(`select status from catalog_version`)
      expect(versions).toEqual([{ status: "serving" }])

      const statements = async (count: number) => {
        await db.raw(`update product set subtitle = subtitle || '+' where id = any(?)`, [ids.slice(0, count)])
        return (await statementsOf(container, () => keepCatalog(container))).length
      }
      expect(await statements(1)).toBe(await statements(3))
      expect(await statementsOf(container, () => keepCatalog(container))).toHaveLength(1)
    })

    it("goods that cannot be made hold up nobody, even where their time had come", async () => {
      const container = getContainer()
      await keepCatalog(container)
      const [bad, good] = goods
      const { rows: sets } = await db.raw<{ id: string }>(
        `select price_set_id as id from product_variant_price_set where variant_id = ?`,
        [bad.variant_id]
      )
      const pricing = container.resolve(Modules.PRICING)
      const calculate = pricing.calculatePrices.bind(pricing)
      const broken = jest.spyOn(pricing, "calculatePrices").mockImplementation((filters, ...more) => {
        if (filters.id.includes(sets[0].id)) {
          throw new Error("broken")
        }
        return calculate(filters, ...more)
      })
      await db.raw(`update catalog_product set next_change_at = now() where product_id = ?`, [bad.product_id])
      await db.raw(`update product set subtitle = 'yangi' where id = any(?)`, [
        [bad.product_id, good.product_id],
      ])
      await keepCatalog(container)
      expect((await documentOf(good.product_id))?.subtitle).toBe("yangi")
      const { rows } = await db.raw(
        `select d.next_change_at > now() as is_later, c.not_before > now() as is_put_back from catalog_product d
           join catalog_change c on c.entity_id = d.product_id where d.product_id = ?`,
        [bad.product_id]
      )
      expect(rows).toEqual([{ is_later: true, is_put_back: true }])
      expect(await statementsOf(container, () => keepCatalog(container))).toHaveLength(1)
      broken.mockRestore()
      await db.raw(`update catalog_change set not_before = null`)
      expect((await kept(bad.product_id))?.subtitle).toBe("yangi")
    })

    it("a sweep finds and repairs what a change did not tell; a rebuild that was cut short is cleared", async () => {
      const container = getContainer()
      await keepCatalog(container)
      const [{ product_id }, other, third] = goods
      await db.raw(`update catalog_product set parts[2] = 'eski' where product_id = ?`, [product_id])
      await db.raw(`delete from catalog_stock where product_id = ?`, [other.product_id])
      await db.raw(
        `insert into catalog_product select (jsonb_populate_record(d, '{"product_id":"prod_yo‘q"}')).* from catalog_product d where product_id = ?`,
        [third.product_id]
      )
      const { checked, repaired } = await sweepCatalog(container)
      expect([checked, repaired.sort()]).toEqual([4, [product_id, other.product_id, "prod_yo‘q"].sort()])
      expect(await sweepCatalog(container)).toEqual({ checked: 3, repaired: [] })

      // A process that starts later finds the triggers, and goods of which nothing has changed.
      const catalogue = container.resolve<CatalogModuleService>(CATALOG_MODULE)
      expect(await catalogue.followSources()).toEqual([])
      expect(await catalogState(container)).toMatchObject({ waiting: 0 })

      await db.raw(`insert into catalog_version (status) values ('building')`)
      const progress: number[] = []
      expect(await rebuildCatalog(container, (done, total) => progress.push(done, total))).toMatchObject({
        goods: 3,
      })
      expect(progress).toEqual([3, 3])
      const { rows } = await db.raw(`select status from catalog_version`)
      expect(rows).toEqual([{ status: "serving" }])
    })
  },
})

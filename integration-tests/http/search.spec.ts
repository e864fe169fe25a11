import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { keepCatalog } from "../../src/workflows/catalog"
import {
  findCategories,
  findCompanies,
  findProducts,
  rebuildSearch,
  syncSearch,
} from "../../src/workflows/search"
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
import { readProducts } from "../../src/workflows/search/queries/products"
import { FIELD_WEIGHTS, FORM_WEIGHTS, qualityOf, scoreOf } from "../../src/providers/search/lib/weights"
import { MeilisearchEmulator } from "../emulators/meilisearch"
import BozorSearchProvider from "../../src/providers/search/service"
import { warmStatementsOf } from "../support/statements"
import { testMarket } from "../support/suite"

type Db = { raw: <Row>(sql: string, values?: unknown) => Promise<{ rows: Row[] }> }

const GOODS = {
  phone: {
    name: "Samsung Galaxy telefoni",
    name_ru: "Телефон Самсунг Галакси",
    name_en: "Samsung Galaxy phone",
  },
  teapot: { name: "Choynak chinni", name_ru: "Чайник фарфоровый" },
  tea: { name: "Ko‘k choy", name_ru: "Зелёный чай", name_en: "Green tea" },
  apple: { name: "Olma qizil", name_ru: "Яблоки красные" },
  shoes: { name: "Erkaklar poyabzali", name_ru: "Обувь мужская" },
  fridge: { name: "Muzlatkich Artel", name_ru: "Холодильник Артель" },
} as const
type Good = keyof typeof GOODS

testMarket({
  testSuite: ({ api: rawApi, getContainer }) => {
    const api = rawApi as unknown as Api
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Db
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let company: TestCompany
    let secret: TestCompany
    let channel: string
    const ids = {} as Record<Good, string>

    const nameOf = (id: string) => (Object.keys(ids) as Good[]).find((name) => ids[name] === id) ?? id
    const find = async (q: string) => {
      const { ids: found } = await findProducts(getContainer(), { q, channel_ids: [channel], limit: 20 })
      return found.map(nameOf)
    }
    const search = (query: object, headers = market.store.headers) =>
      attempt(api.post("/store/search", { entity: "product", ...query }, { headers }))
    const hitsOf = ({ data }: Reply) => data.results[0].hits.map(({ id }: { id: string }) => nameOf(id))
    const definitionOf = (name: string) =>
      (
        getContainer().resolve(Modules.SEARCH) as unknown as {
          getIndex: (name: string) => { name: string }
        }
      ).getIndex(name)
    /** Everything that the storefront's clock does, at once. */
    const keepUp = async () => {
      await keepCatalog(getContainer())
      await syncSearch(getContainer())
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      company = await createCompany(container, api, "Baraka")
      secret = await createCompany(container, api, "Maxfiy")
      for (const [key, { name, ...names }] of Object.entries(GOODS)) {
        const made = await createListing(container, company.id, { name, stock: 5 })
        ids[key as Good] = made.product_id
        await db().raw(`update listing set name_ru = ?, name_en = ? where id = ?`, [
          (names as { name_ru?: string }).name_ru ?? null,
          (names as { name_en?: string }).name_en ?? null,
          made.id,
        ])
      }
      await createListing(container, secret.id, { name: "Yashirin choy" })
      channel = (
        await db().raw<{ id: string }>(
          `select sales_channel_id as id from product_sales_channel where product_id = ?`,
          [ids.tea]
        )
      ).rows[0].id
      await keepCatalog(container)
      await rebuildSearch(container)
    })

    it("finds goods in three scripts, by beginnings, through typos, slips of the keyboard and synonyms", async () => {
      const asked: Record<string, Good[]> = {
        telefon: ["phone"],
        телефон: ["phone"],
        "кўк чой": ["tea"],
        "ko'k choy": ["tea"],
        "зеленый чай": ["tea"],
        muzlat: ["fridge"],
        samsnug: ["phone"],
        холодилник: ["fridge"],
        "j,edm": ["shoes"],
        fridge: ["fridge"],
        telefonlarning: ["phone"],
        "galaxy samsung": ["phone"],
        // Nothing has all of these words: what has some of them.
        "samsung qwxzqwxz": ["phone"],
        qwxzqwxz: [],
        "!!!": [],
      }
      const found: Record<string, string[]> = {}
      for (const q of Object.keys(asked)) {
        found[q] = await find(q)
      }
      expect(found).toEqual(asked)
      const { corrected, matched } = await findProducts(getContainer(), {
        q: "samsnug",
        channel_ids: [channel],
        limit: 5,
      })
      expect([corrected, matched]).toEqual(["samsung", "corrected"])
    })

    it("finds by barcode and shop code: whole first, and by its beginning", async () => {
      const barcodes = ["4780000000014", "4780000000021"]
      const made = []
      for (const barcode of barcodes) {
        made.push(await createListing(getContainer(), company.id, { name: "Guruch", barcode }))
      }
      await db().raw(`update listing_variant set shop_code = 'AB-12/3' where id = ?`, [
        made[0].listing_variant_id,
      ])
      await keepUp()
      await db().raw(`insert into catalog_search_change (kind, entity_id) values ('product', ?)`, [
        made[0].product_id,
      ])
      await syncSearch(getContainer())
      const both = made.map(({ product_id }) => product_id)
      expect(await find(barcodes[1])).toEqual([both[1]])
      expect((await find("478000")).sort()).toEqual([...both].sort())
      expect(await find("ab12/3")).toEqual([both[0]])
      expect(await find("AB 12 3")).toEqual([both[0]])
      // One statement finds them, one asks for synonyms at most now and then.
      const statements = await warmStatementsOf(getContainer(), () => find("telefon"))
      expect(statements).toHaveLength(1)
    })

    it("answers POST /store/search: filters, facets without their own filter, order, pages, marks", async () => {
      const { status, data } = await search({
        filters: { company_id: company.id, price: { $gte: 1 } },
        fields: ["id", "title"],
        pagination: { take: 4, order: { title: "ASC" } },
        search_options: {
          facets: [
            { field: "company_id" },
            { field: "price", type: "stats" },
            { field: "price", type: "range", ranges: [{ to: 12_000 }, { from: 12_000 }] },
          ].slice(0, 2),
          disjunctive_facets: true,
          count: "exact",
        },
      })
      expect(status).toBe(200)
      const [{ hits, metadata, facets }] = data.results
      expect(hits.map((hit: { document: { title: string } }) => hit.document.title)).toEqual([
        "Choynak chinni",
        "Erkaklar poyabzali",
        "Ko‘k choy",
        "Muzlatkich Artel",
      ])
      expect(metadata).toMatchObject({ count: 6, skip: 0, take: 4 })
      // The other company's goods are counted, though the filter leaves them out.
      expect(facets.company_id.values).toEqual([
        { value: company.id, count: 6 },
        { value: secret.id, count: 1 },
      ])
      expect(facets.price).toMatchObject({ type: "stats", min: 12_000, max: 12_000, count: 6 })
      const next = await search({
        filters: { company_id: company.id, price: { $gte: 1 } },
        pagination: { take: 4, order: { title: "ASC" }, cursor: metadata.next_cursor },
      })
      expect(hitsOf(next)).toEqual(["apple", "phone"])
      const marked = await search({ filters: { q: "telefon" }, search_options: { highlight: true } })
      expect(marked.data.results[0].hits[0].highlights.title).toEqual([
        "Samsung Galaxy <mark>telefoni</mark>",
      ])
      expect(marked.data.results[0].provider_metadata).toEqual({ engine: "postgres", matched: "all" })
      for (const [query, code] of [
        [{ filters: { price: "arzon" } }, "SEARCH_FILTER_INVALID"],
        [{ pagination: { cursor: "nonsense" } }, "SEARCH_CURSOR_INVALID"],
        [{ search_options: { vector: { value: [1] } } }, undefined],
        [{ filters: { q: "a\u0000b" } }, "INVALID_QUERY"],
      ] as const) {
        const refused = await search(query)
        expect([refused.status, refused.data.code]).toEqual([400, code])
      }
      expect((await search({ entity: "listing" })).status).toBe(404)
      const goods = await search({ entity: "product_category", filters: { q: "телефоны" } })
      expect(goods.data.results[0].hits[0].document.name).toBe("Telefonlar")
    })

    it("never shows what is private, hidden, unpublished or of a suspended company", async () => {
      const container = getContainer()
      await db().raw(`update company set is_private = true, code = 'MAXFIY1' where id = ?`, [secret.id])
      // The index has not been told yet, and no longer shows them.
      expect(await find("yashirin")).toEqual([])
      expect(hitsOf(await search({ filters: { q: "yashirin" } }))).toEqual([])
      const ali = await createShopper(container, api, "ali@example.com", market.publishable_key)
      await db().raw(
        `insert into company_access (id, company_id, customer_id, granted_at, source) values ('acc_1', ?, ?, now(), 'code')`,
        [secret.id, ali.customer_id]
      )
      await db().raw(`insert into catalog_search_change (kind, entity_id) values ('company', ?)`, [secret.id])
      await syncSearch(container)
      const companies = async (customer_id: string | null) =>
        (await findCompanies(container, { q: "maxfiy", limit: 5, customer_id })).ids
      expect([await companies(null), await companies(ali.customer_id)]).toEqual([[], [secret.id]])
      const asked = { entity: "company", filters: { q: "maxfiy" } }
      expect(hitsOf(await search(asked))).toEqual([])
      expect(hitsOf(await search(asked, ali.headers as never))).toEqual([secret.id])
      // What a filter of the caller's own says widens nothing.
      expect(
        hitsOf(await search({ ...asked, filters: { $or: [{ id: secret.id }, { handle: secret.handle }] } }))
      ).toEqual([])

      expect(await find("choynak")).toEqual(["teapot"])
      await db().raw(`update listing set is_visible = false where product_id = ?`, [ids.teapot])
      await keepUp()
      expect(await find("choynak")).toEqual([])
      await db().raw(`update company set status = 'suspended' where id = ?`, [company.id])
      expect(await find("telefon")).toEqual([])
      expect(hitsOf(await search({ filters: { q: "telefon" } }))).toEqual([])
      expect((await findCompanies(container, { q: "baraka", limit: 5, customer_id: null })).ids).toEqual([])
      expect((await findCategories(container, { q: "telefon", limit: 5 })).count).toBe(1)
    })

    it("scores in SQL as in TypeScript, and keeps its words right under twenty writers at once", async () => {
      const provider = new BozorSearchProvider(
        { [ContainerRegistrationKeys.PG_CONNECTION]: db() as never, logger: {} as never },
        { bozor: {} }
      )
      const index = { ...definitionOf("product"), physical_name: "product_score" }
      await provider.upsertIndex({ index: index as never })
      const words = ["qizil", "olma"]
      const labels = ["A", "B", "C", "D"] as const
      const pick = <Value>(values: readonly Value[]) => values[Math.floor(Math.random() * values.length)]
      const rows = Array.from({ length: 80 }, (_, place) => {
        const fields = words.map(() => pick([...labels, null] as const))
        const between = pick([" ", " yirik "])
        const textOf = (label: string) => words.filter((_, word) => fields[word] === label).join(between)
        const title = `${textOf("A")}${" boshqa".repeat(Math.floor(Math.random() * 4))}`.trim()
        const merits = { rating: pick([null, 3, 5]), sold: pick([0, 7, 5_000]), likes: pick([0, 40]) }
        return { id: `prod_${place}`, fields, title, textOf, ...merits, in_stock: pick([true, false, null]) }
      })
      const documents = rows.map(({ id, title, textOf, rating, sold, likes, in_stock }) => ({
        id,
        title,
        category_names: [textOf("B")],
        tags: [textOf("C")],
        description: textOf("D"),
        status: "published",
        rating,
        sold_count: sold,
        like_count: likes,
        in_stock,
      }))
      const write = (some: object[]) =>
        provider.upsertDocuments({
          index: index.physical_name,
          definition: index as never,
          documents: some as never,
        })
      await Promise.all(
        Array.from({ length: 20 }, (_, turn) =>
          write(documents.slice(0, 20).map((one) => ({ ...one, title: `${one.title} ${turn}-marta` })))
        )
      )
      await write(documents)
      const { rows: counted } = await db().raw<{ word: string; documents: number; there: number }>(
        `select v.word, v.documents, (select count(*)::int from bozor_si_product_score i
            where i.words @@ cast(quote_literal(v.word) as tsquery)) as there from bozor_si_product_score_word v`
      )
      expect(counted.filter(({ documents: known, there }) => known !== there)).toEqual([])

      const { hits } = await provider.search({
        index,
        q: words.join(" "),
        attributes_to_retrieve: ["id"],
        pagination: { take: 100 },
        search_options: { match_strategy: "any", include_score: true },
      } as never)
      const expected = rows.flatMap(({ id, fields, title, textOf, rating, sold, likes, in_stock }) => {
        // Of descriptions stems alone are kept, without their places.
        const formOf = (label: (typeof labels)[number] | null) =>
          label ? FIELD_WEIGHTS[label] * (label === "D" ? FORM_WEIGHTS.stem : FORM_WEIGHTS.exact) : 0
        const is_phrase = ["A", "B", "C"].some((label) => textOf(label) === words.join(" "))
        const score = scoreOf({
          words: fields.map(formOf),
          is_phrase,
          title_words: title ? title.split(" ").length : 0,
          quality: qualityOf({ rating, sold, likes, in_stock }),
        })
        return fields.some(Boolean) ? [[id, score] as const] : []
      })
      expect(hits).toHaveLength(expected.length)
      const found = new Map(hits.map(({ id, score }) => [id, score]))
      for (const [id, score] of expected) {
        expect([id, found.get(id)]).toEqual([id, expect.closeTo(score, 4)])
      }
      await provider.deleteIndex({ index: index.physical_name })
    })

    it("tells the index of every change once, however many ask for it while others search", async () => {
      await db().raw(`update listing set name_uz = 'Marjon taqinchoq' where product_id = ?`, [ids.shoes])
      await db().raw(`update product set title = 'Marjon taqinchoq' where id = ?`, [ids.shoes])
      await db().raw(
        `insert into catalog_search_change (kind, entity_id) select 'product', id from product cross join generate_series(1, 20)`
      )
      const done = await Promise.all(
        Array.from({ length: 20 }, (_, turn) => (turn % 2 ? find("telefon") : syncSearch(getContainer())))
      )
      expect(done.filter((_, turn) => turn % 2)).toEqual(Array.from({ length: 10 }, () => ["phone"]))
      await syncSearch(getContainer())
      expect((await db().raw(`select 1 from catalog_search_change`)).rows).toEqual([])
      expect([await find("marjon"), await find("telefon")]).toEqual([["shoes"], ["phone"]])
    })

    describe("with Meilisearch", () => {
      const messages: string[] = []
      const engine = new MeilisearchEmulator()
      let provider: BozorSearchProvider
      let index: { physical_name: string; name: string } & object

      const ask = async (q: string, filters: object = { is_listed: true }) => {
        const { hits, provider_metadata } = await provider.search({
          index,
          q,
          filters,
          attributes_to_retrieve: ["id"],
          pagination: { take: 10 },
          search_options: { match_strategy: "last" },
        } as never)
        return [provider_metadata?.engine, ...hits.map(({ id }) => nameOf(id))]
      }
      const write = async (...goods: Good[]) => {
        const documents = await readProducts(
          db() as never,
          goods.map((name) => ids[name])
        )
        await provider.upsertDocuments({
          index: index.physical_name,
          definition: index as never,
          documents,
        })
      }
      const kept = () => engine.indexes.get(index.physical_name)?.documents.size

      beforeEach(async () => {
        messages.length = 0
        engine.indexes.clear()
        engine.isDown = false
        engine.api_key = undefined
        const host = await engine.listen()
        const logger = {
          warn: (text: string) => messages.push(text),
          info: (text: string) => messages.push(text),
        }
        provider = new BozorSearchProvider(
          { [ContainerRegistrationKeys.PG_CONNECTION]: db() as never, logger: logger as never },
          { bozor: { search: { meilisearch: { host } } } },
          { cool_down_ms: 0, search_ms: 300 }
        )
        index = { ...definitionOf("product"), physical_name: "product_meili" }
        await provider.upsertIndex({ index: index as never })
      })
      afterEach(() => engine.close())

      it("is told of every document and says the order; filters and privacy stay PostgreSQL's", async () => {
        await write("phone", "tea", "fridge", "shoes")
        expect(kept()).toBe(4)
        expect(await ask("телефон")).toEqual(["meilisearch", "phone"])
        expect(await ask("telefno")).toEqual(["meilisearch", "phone"])
        // It takes two letters that changed places for two typos.
        expect(await ask("samsnug")).toEqual(["postgres", "phone"])
        expect(await ask("j,edm")).toEqual(["meilisearch", "shoes"])
        expect(await ask("telefon", { company_id: secret.id })).toEqual(["postgres"])
        expect(await ask("telefon", { price: { $gte: 1 }, handle: { $prefix: "s" } })).toEqual([
          "postgres",
          "phone",
        ])
        await provider.deleteDocuments({ index: index.physical_name, filters: { id: ids.tea } })
        expect([kept(), await ask("choy")]).toEqual([3, ["postgres"]])
        await db().raw(`update company set status = 'suspended' where id = ?`, [company.id])
        expect(await ask("telefon")).toEqual(["meilisearch"])
      })

      it("is done without while it is away, is told what it missed, and comes back by itself", async () => {
        await write("phone")
        engine.isDown = true
        expect(await ask("telefon")).toEqual(["postgres", "phone"])
        await write("tea")
        expect(await ask("choy")).toEqual(["postgres", "tea"])
        await provider.deleteDocuments({ index: index.physical_name, filters: { id: ids.phone } })
        expect(messages).toHaveLength(1)
        expect(messages[0]).toMatch(/Meilisearch does not answer/)
        engine.isDown = false
        // The minute's job: a deletion of nothing.
        await provider.deleteDocuments({ index: index.physical_name, filters: { id: [] } })
        expect(messages.slice(1)).toEqual(["search: Meilisearch answers again"])
        expect([...engine.indexes.get(index.physical_name)!.documents.keys()]).toEqual([ids.tea])
        expect(await ask("choy")).toEqual(["meilisearch", "tea"])
        const { rows } = await db().raw(`select 1 from bozor_search_missed`)
        expect(rows).toEqual([])
        // Slow is as good as away.
        engine.slow_ms = 1_000
        expect(await ask("choy")).toEqual(["postgres", "tea"])
        engine.slow_ms = 0
        expect(messages).toHaveLength(3)
      })

      it("is an emulator that answers as the reference says", async () => {
        engine.api_key = "key"
        const ask = async (method: string, path: string, body?: unknown, key = "key") => {
          const answer = await fetch(`${engine.address}/${path}`, {
            method,
            headers: { "content-type": "application/json", ...(key && { authorization: `Bearer ${key}` }) },
            body: body === undefined ? undefined : JSON.stringify(body),
          })
          return [answer.status, (await answer.json()) as Record<string, unknown>] as const
        }
        const refused = async (code: string, work: ReturnType<typeof ask>) => {
          const [status, { code: said, message, type, link }] = await work
          expect([said, typeof message, typeof type, typeof link]).toEqual([
            code,
            "string",
            "string",
            "string",
          ])
          return status
        }
        expect(await ask("GET", "health", undefined, "")).toEqual([200, { status: "available" }])
        expect(await refused("missing_authorization_header", ask("GET", "tasks/0", undefined, ""))).toBe(401)
        expect(await refused("invalid_api_key", ask("GET", "tasks/0", undefined, "other"))).toBe(403)
        expect(await refused("index_not_found", ask("POST", "indexes/none/search", { q: "a" }))).toBe(404)
        expect(await refused("task_not_found", ask("GET", "tasks/999"))).toBe(404)
        const [status, task] = await ask("POST", "indexes", { uid: "goods", primaryKey: "id" })
        expect([status, task]).toEqual([
          202,
          {
            taskUid: expect.any(Number),
            indexUid: "goods",
            status: "enqueued",
            type: "indexCreation",
            enqueuedAt: expect.any(String),
          },
        ])
        const again = (await ask("POST", "indexes", { uid: "goods" }))[1]
        expect((await ask("GET", `tasks/${again.taskUid}`))[1]).toMatchObject({
          status: "failed",
          error: { code: "index_already_exists" },
        })
        await ask("PATCH", "indexes/goods/settings", { filterableAttributes: ["brand"] })
        await ask("POST", "indexes/goods/documents", [{ id: "1", title: "olma qizil", brand: "artel" }])
        await ask("PUT", "indexes/goods/settings/synonyms", { meva: ["olma"] })
        for (const [question, hits] of [
          [{ q: "olma" }, 1],
          // A prefix, a typo, a synonym in its one direction.
          [{ q: "qiz" }, 1],
          [{ q: "qizll" }, 1],
          [{ q: "meva" }, 1],
          [{ q: "olma", filter: 'brand = "artel"' }, 1],
          [{ q: "olma", filter: 'brand != "artel"' }, 0],
        ] as const) {
          const [, answer] = await ask("POST", "indexes/goods/search", question)
          expect([question, answer.estimatedTotalHits]).toEqual([question, hits])
        }
        const unfilterable = ask("POST", "indexes/goods/search", { q: "", filter: "title = a" })
        expect(await refused("invalid_search_filter", unfilterable)).toBe(400)
        const unsortable = ask("POST", "indexes/goods/search", { q: "", sort: ["title:asc"] })
        expect(await refused("invalid_search_sort", unsortable)).toBe(400)
        engine.api_key = undefined
      })

      it("gets an index that it has lost again, whole", async () => {
        await write("phone", "tea")
        engine.indexes.clear()
        expect(await ask("choy")).toEqual(["postgres", "tea"])
        await provider.deleteDocuments({ index: index.physical_name, filters: { id: [] } })
        expect(kept()).toBe(2)
        expect(await ask("choy")).toEqual(["meilisearch", "tea"])
        await provider.deleteIndex({ index: index.physical_name })
        expect(engine.indexes.size).toBe(0)
      })
    })
  },
})

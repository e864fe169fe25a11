import { MedusaContainer } from "@medusajs/framework/types"
import { deleteCustomersWorkflow } from "@medusajs/medusa/core-flows"
import { expandSynonyms, queryWords, SYNONYM_SEED } from "../../src/lib/words"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { AUDIT_MODULE } from "../../src/modules/audit"
import AuditModuleService from "../../src/modules/audit/service"
import { dayOf } from "../../src/modules/ledger/lib/period"
import { MOST_HISTORY, MOST_SYNONYMS } from "../../src/modules/search-log/lib/limits"
import { keyedHash } from "../../src/modules/search-log/lib/people"
import SearchLogModuleService from "../../src/modules/search-log/service"
import { builtInId } from "../../src/modules/search-log/lib/synonyms"
import {
  forgetSynonyms,
  keepSearches,
  noteSearch,
  pruneSearches,
  searchLogOf,
  synonymsOf,
} from "../../src/workflows/search-log"
import { rebuildSearch, syncSearch } from "../../src/workflows/search"
import { keepCatalog, rebuildCatalog } from "../../src/workflows/catalog"
import { forgetPopular, forgetSuggestions } from "../../src/workflows/search-log/suggest"
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

type Headers = Record<string, string>

jest.setTimeout(120_000)

const DAY_MS = 86_400_000

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as {
      raw: <Row>(statement: string, values?: unknown[]) => Promise<{ rows: Row[] }>
    }
    let container: MedusaContainer
    let secret: TestCompany
    let goods: Array<Awaited<ReturnType<typeof createListing>>>
    let hidden: Awaited<ReturnType<typeof createListing>>
    let operator: Headers
    let nobody: Headers
    let ali: { customer_id: string; headers: Headers }
    let vali: { customer_id: string; headers: Headers }

    const call = async (method: string, url: string, headers: Headers, data?: unknown) =>
      attempt(api.request({ method, url, headers, data }))
    const admin = (method: string, path: string, data?: unknown) =>
      call(method, `/admin/search/${path}`, operator, data)
    const store = (method: string, path: string, headers: Headers = nobody) =>
      call(method, `/store/search/${path}`, headers)
    const rows = async <Row>(statement: string, values?: unknown[]) =>
      (await db.raw<Row>(statement, values)).rows
    const countOf = async (table: string) =>
      (await rows<{ n: number }>(`select count(*)::int as n from ${table}`))[0].n
    const codeOf = ({ status, data }: Reply) => [status, data.code ?? data.type]
    const times = <T>(count: number, work: (index: number) => Promise<T> | T) =>
      Promise.all(Array.from({ length: count }, (_, index) => work(index)))
    /** An address in a network of the owner's own. */
    const addressOf = (owner: string) => {
      const number = [...owner].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7)
      return `10.${number >> 8}.${number & 255}.1`
    }
    const note = (
      q: string,
      owner?: string,
      results = 3,
      more: { address?: string; is_public?: boolean } = {}
    ) =>
      noteSearch(container, {
        q,
        results,
        locale: "uz",
        engine: "postgres",
        source: "catalog",
        owner: owner === undefined ? null : { id: owner, address: more.address ?? addressOf(owner) },
        is_public: more.is_public ?? true,
      })
    /** Another process on the same database: what it has waiting, we do not see. */
    const anotherProcess = () => {
      const log = searchLogOf(container)
      const { __container__ } = log as unknown as { __container__: Record<string, unknown> }
      const other = new SearchLogModuleService(__container__, { bozor: log.options })
      other.readMembers = async () => new Set()
      return other
    }
    const search = (q: string, id: string) =>
      ({ q, results: 3, locale: "uz", source: "catalog", owner: { id, address: "203.0.113.7" } }) as const
    const flush = () => searchLogOf(container).flush()
    const historyOf = async (headers: Headers): Promise<string[]> =>
      (await store("GET", "history", headers)).data.history.map(({ text }: { text: string }) => text)
    const soon = async (check: () => Promise<boolean>) => {
      for (let turn = 0; turn < 80 && !(await check()); turn++) {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      return check()
    }

    beforeAll(async () => {
      container = getContainer()
      const market = await setUpMarket(container, api)
      operator = market.operator.headers
      nobody = market.store.headers
      ali = await createShopper(container, api, "ali@example.com", market.publishable_key)
      vali = await createShopper(container, api, "vali@example.com", market.publishable_key)
      const company = await createCompany(container, api, "Samarqand savdo")
      secret = await createCompany(container, api, "Samoviy sir")
      goods = []
      for (const name of ["Samsung Galaxy A54", "Samovar elektr", "Choynak chinni"]) {
        goods.push(
          await createListing(container, company.id, { name, cost: 10_000, markup_percent: 20, stock: 5 })
        )
      }
      hidden = await createListing(container, secret.id, {
        name: "Samara maxfiy",
        cost: 1_000,
        markup_percent: 20,
        stock: 5,
      })
      await db.raw(`update company set is_private = true, code = 'SAMOVIY1' where id = ?`, [secret.id])
      await rebuildCatalog(container)
      await rebuildSearch(container)
    })

    beforeEach(async () => {
      container = getContainer()
      await flush()
      await db.raw(
        "truncate search_query, search_day, search_history, search_popular, search_synonym, search_forgotten"
      )
      forgetSynonyms(container)
    })

    it("keeps the operator's synonyms, refuses what is none, and lets built-in ones be switched off", async () => {
      const made = await admin("POST", "synonyms", { words: ["Gulmix", " zurpam  ", "тарамбул"] })
      expect(made).toMatchObject({
        status: 201,
        data: { synonym: { words: ["gulmix", "zurpam", "тарамбул"], is_active: true, is_built_in: false } },
      })
      const { id } = made.data.synonym
      const found = async (q: string) =>
        expandSynonyms(queryWords(q), await synonymsOf(container)).flatMap(({ phrases }) => phrases.length)
      expect(await found("zurpam")).toEqual([2])

      for (const [code, words] of [
        ["SEARCH_SYNONYM_TOO_FEW", ["choy"]],
        ["SEARCH_SYNONYM_EMPTY", ["choy", "?"]],
        ["SEARCH_SYNONYM_TOO_LONG", ["choy", "x".repeat(61)]],
        ["SEARCH_SYNONYM_TOO_MANY", Array.from({ length: 21 }, (_, index) => `soz${index}`)],
        ["SEARCH_SYNONYM_REPEATED", ["choy", "чой", "tea"]],
        ["SEARCH_SYNONYM_EXISTS", ["тарамбул", "зурпам", "GULMIX"]],
      ] as const) {
        expect(codeOf(await admin("POST", "synonyms", { words }))).toEqual([400, code])
      }
      for (const body of [
        {},
        { words: "choy" },
        { words: ["a", "b"], more: 1 },
        { words: ["a\u0000", "b"] },
      ]) {
        expect((await admin("POST", "synonyms", body)).status).toBe(400)
      }
      expect(await countOf("search_synonym")).toBe(1)

      expect((await admin("POST", `synonyms/${id}`, { is_active: false })).data.synonym).toMatchObject({
        id,
        words: ["gulmix", "zurpam", "тарамбул"],
        is_active: false,
      })
      expect(await found("zurpam")).toEqual([])
      const changed = await admin("POST", `synonyms/${id}`, {
        words: ["gulmix", "zurpam"],
        is_active: true,
        is_one_way: true,
      })
      expect(changed.data.synonym).toMatchObject({
        words: ["gulmix", "zurpam"],
        is_active: true,
        is_one_way: true,
      })
      expect([await found("zurpam"), await found("gulmix")]).toEqual([[], [1]])
      const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
      await audit.drain()
      const { audit_entries } = (await call("GET", `/admin/audit-log?entity_id=${id}`, operator)).data
      expect(audit_entries).toMatchObject([
        { entity_type: "search_synonym", outcome: "done" },
        { entity_type: "search_synonym", outcome: "done" },
        { entity_type: "search_synonym", outcome: "done" },
      ])

      const builtIn = builtInId(SYNONYM_SEED[0])
      const [word] = SYNONYM_SEED[0]
      const before = await found(word)
      expect(before).toHaveLength(1)
      expect(codeOf(await admin("DELETE", `synonyms/${builtIn}`))).toEqual([400, "SEARCH_SYNONYM_BUILT_IN"])
      expect(codeOf(await admin("POST", `synonyms/${builtIn}`, { words: ["a1", "b1"] }))).toEqual([
        400,
        "SEARCH_SYNONYM_BUILT_IN",
      ])
      expect((await admin("POST", `synonyms/${builtIn}`, { is_active: false })).data.synonym).toMatchObject({
        id: builtIn,
        words: [...SYNONYM_SEED[0]],
        is_active: false,
        is_built_in: true,
      })
      expect(await found(word)).toEqual([])
      expect((await admin("POST", `synonyms/${builtIn}`, { is_active: true })).status).toBe(200)
      expect(await found(word)).toEqual(before)

      const list = await admin("GET", "synonyms?limit=2")
      expect(list.data).toMatchObject({ count: SYNONYM_SEED.length + 1, offset: 0, limit: 2 })
      expect(list.data.synonyms.map((each: { is_built_in: boolean }) => each.is_built_in)).toEqual([
        false,
        true,
      ])
      expect((await admin("GET", "synonyms?q=GULM")).data.count).toBe(1)
      expect((await admin("GET", "synonyms?is_active=false")).data.count).toBe(0)

      expect((await admin("DELETE", `synonyms/${id}`)).data).toEqual({
        id,
        object: "search_synonym",
        deleted: true,
      })
      expect((await admin("DELETE", `synonyms/${id}`)).status).toBe(404)
      expect((await admin("POST", `synonyms/${id}`, { is_active: true })).status).toBe(404)
    })

    it("makes a group of synonyms once, and no more of them than there may be, however many ask at once", async () => {
      const same = await times(20, (turn) =>
        admin("POST", "synonyms", { words: turn % 2 ? ["qulupnay", "клубника"] : ["Клубника", "Қулупнай"] })
      )
      expect(same.filter(({ status }) => status === 201)).toHaveLength(1)
      expect(same.filter((reply) => reply.data.code === "SEARCH_SYNONYM_EXISTS")).toHaveLength(19)

      await db.raw(
        `insert into search_synonym (id, words, key) select 'ssyn_' || n, array['a' || n, 'b' || n], 'a' || n
           from generate_series(1, ?) n`,
        [MOST_SYNONYMS - 6]
      )
      const more = await times(20, (turn) =>
        admin("POST", "synonyms", { words: [`chap${turn}x`, `ong${turn}x`] })
      )
      expect(more.filter(({ status }) => status === 201)).toHaveLength(5)
      expect(more.filter((reply) => reply.data.code === "SEARCH_SYNONYMS_FULL")).toHaveLength(15)
      expect(await countOf("search_synonym")).toBe(MOST_SYNONYMS)
    })

    it("reports what was searched for and what was not found, and tells of the engine", async () => {
      const today = dayOf(new Date())
      for (let turn = 0; turn < 3; turn++) {
        note("Choy")
      }
      note("чой", undefined, 0)
      note("oq sut", undefined, 0)
      note("ali@example.com", undefined, 0)
      const { report } = (await admin("GET", `report?from=${today}&to=${today}`)).data
      expect(report).toMatchObject({
        searches: 6,
        zero_results: 3,
        zero_rate: 0.5,
        days: [{ day: today, searches: 6, zero_results: 3 }],
      })
      expect(report.top).toMatchObject([
        { searches: 4, zero_results: 1 },
        { text: "oq sut", searches: 1, zero_results: 1 },
      ])
      expect(report.zero.map(({ zero_results }: { zero_results: number }) => zero_results)).toEqual([1, 1])
      expect(Date.now() - Date.parse(report.zero[0].last_at)).toBeLessThan(60_000)
      expect(
        await rows("select 1 from search_query where text like '%@%' or folded like '%example%'")
      ).toEqual([])

      const long = (await admin("GET", "report?from=2026-01-01&to=2026-01-31")).data.report
      expect(long).toMatchObject({ searches: 0, zero_rate: 0, top: [], zero: [] })
      expect(long.days).toHaveLength(31)
      for (const query of [
        "",
        "from=2026-02-01&to=2026-01-01",
        "from=2026-02-30&to=2026-03-01",
        "from=2000-01-01&to=2026-01-01",
        "from=2026-01-01&to=2026-01-02&x=1",
      ]) {
        expect(codeOf(await admin("GET", `report?${query}`))).toEqual([400, "INVALID_QUERY"])
      }
      const engine = container.resolve(Modules.SEARCH)
      const rebuilt = async () => {
        await admin("POST", "reindex")
        await soon(async () => (await admin("GET", "status")).data.status.rebuild.state !== "running")
        return (await admin("GET", "status")).data.status.rebuild
      }
      const failing = jest.spyOn(engine, "reindex").mockRejectedValue(new Error("no room on the disk"))
      const failed = { state: "failed", done: 0, total: 3, message: "no room on the disk" }
      expect(await rebuilt()).toEqual({ ...failed, finished_at: expect.any(String) })
      failing.mockRestore()
      expect(await rebuilt()).toEqual({ state: "done", done: 3, total: 3, finished_at: expect.any(String) })
      expect((await admin("GET", "status")).data.status).toMatchObject({
        engine: "postgres",
        documents: { products: expect.any(Number), companies: expect.any(Number), categories: 2 },
        waiting: expect.any(Number),
      })
    })

    it("lets the dashboard search all areas, not those alone that have an index", async () => {
      await db.raw(`update company set status = 'suspended' where name = 'Samarqand savdo'`)
      const all = async (query: string, headers = operator) => call("GET", `/admin/search?${query}`, headers)
      type Group = { entity: string; data: Array<{ id: string }> }
      const { results } = (await all("q=ali%40example.com")).data as { results: Group[] }
      const idsOf = (entity: string) =>
        results.find((group) => group.entity === entity)?.data.map(({ id }) => id)
      expect(results.map(({ entity }) => entity)).toEqual(
        expect.arrayContaining(["order", "product", "customer", "region", "company", "product_category"])
      )
      expect(idsOf("customer")).toContain(ali.customer_id)
      // One area alone is asked for as ever; the goods of a suspended company are the operator's too.
      const named = (await all("q=choynak&entity=product")).data.results as Group[]
      expect(named.map(({ entity, data }) => [entity, data.map(({ id }) => id)])).toEqual([
        ["product", [goods[2].product_id]],
      ])
      expect((await all("q=ali", ali.headers)).status).toBe(401)
      expect(codeOf(await all("q=a%00"))[0]).toBe(400)
    })

    it("keeps the last searches of a customer, who may forget them", async () => {
      await times(25, (turn) => note(`choy ${turn}`, ali.customer_id))
      await times(20, (turn) => {
        note(`non ${turn}`, ali.customer_id)
        return flush()
      })
      note("vali qidirgan", vali.customer_id)
      expect((await historyOf(ali.headers)).sort()).toEqual(
        Array.from({ length: MOST_HISTORY }, (_, turn) => `non ${turn}`).sort()
      )
      note("NON 3", ali.customer_id)
      note("eng yangi", ali.customer_id)
      const { history } = (await store("GET", "history", ali.headers)).data
      expect(history).toHaveLength(MOST_HISTORY)
      expect(history[0].text).toBe("eng yangi")
      const [{ id }] = history
      expect((await store("DELETE", `history/${id}`, vali.headers)).status).toBe(404)
      expect((await store("DELETE", `history/${id}`)).status).toBe(404)
      expect((await store("DELETE", `history/${id}`, ali.headers)).data).toMatchObject({ id, deleted: true })
      expect((await store("DELETE", `history/${id}`, ali.headers)).status).toBe(404)
      expect(await historyOf(ali.headers)).toHaveLength(MOST_HISTORY - 1)
      expect((await store("DELETE", "history", ali.headers)).data).toEqual({ deleted: MOST_HISTORY - 1 })
      expect([await historyOf(ali.headers), await historyOf(vali.headers)]).toEqual([[], ["vali qidirgan"]])
      expect((await rows("select 1 from search_query where owner_hash is not null")).length).toBe(1)

      await deleteCustomersWorkflow(container).run({ input: { ids: [vali.customer_id] } })
      expect(await soon(async () => (await countOf("search_history")) === 0)).toBe(true)
    })

    it("does not bring back what was deleted while it waited in another process", async () => {
      const other = anotherProcess()
      const { visitor_token } = (await store("GET", "history")).data
      const [, visitor_id] = /"v":"(vis_\w+)"/.exec(
        Buffer.from(visitor_token.split(".")[0], "base64url").toString()
      )!
      const both = { ...ali.headers, "x-visitor-token": visitor_token }
      note("choy", ali.customer_id)
      const [{ id }] = (await store("GET", "history", both)).data.history
      other.note(search("Чой", ali.customer_id))
      other.note(search("non", ali.customer_id))
      other.note(search("non", vali.customer_id))
      expect((await store("DELETE", `history/${id}`, both)).status).toBe(200)
      await other.flush()
      expect(await historyOf(both)).toEqual(["non"])
      expect(await rows("select text from search_query where owner_hash is not null order by id")).toEqual([
        { text: "non" },
        { text: "non" },
      ])

      other.note(search("eski sir", ali.customer_id))
      other.note(search("mehmon siri", visitor_id))
      expect((await store("DELETE", "history", both)).data).toEqual({ deleted: 1 })
      await other.flush()
      other.note(search("yangi", ali.customer_id))
      await other.flush()
      expect([await historyOf(both), await historyOf(vali.headers)]).toEqual([["yangi"], ["non"]])
      expect(
        await rows(
          "select text, owner_hash, network_hash is null as is_nowhere from search_query where text like '% sir%'"
        )
      ).toEqual([
        { text: "eski sir", owner_hash: null, is_nowhere: true },
        { text: "mehmon siri", owner_hash: null, is_nowhere: true },
      ])
      expect(JSON.stringify(await rows("select * from search_query"))).not.toMatch(/cus_|vis_|203\.0/)
      const { jwtSecret } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http
      expect(await rows("select distinct owner_hash from search_query where text = 'yangi'")).toEqual([
        { owner_hash: keyedHash(String(jwtSecret), "owner", ali.customer_id) },
      ])

      // Twenty processes write and one deletes: whoever comes when, nothing of it stays, and no count is lost.
      const processes = Array.from({ length: 20 }, anotherProcess)
      processes.forEach((each, index) => {
        each.note(search(`birga ${index % 3}`, ali.customer_id))
        each.note(search("birga 0", `vis_${index}`))
      })
      const today = dayOf(new Date())
      await Promise.all([
        ...processes.slice(0, 10).map((each) => each.flush()),
        store("DELETE", "history", ali.headers),
        ...processes.slice(10).map((each) => each.flush()),
      ])
      expect(await historyOf(ali.headers)).toEqual([])
      expect(await rows("select sum(times)::int as n from search_query where folded like 'birga %'")).toEqual(
        [{ n: 40 }]
      )
      expect(
        await rows("select sum(searches)::int as n from search_day where folded like 'birga %' and day = ?", [
          today,
        ])
      ).toEqual([{ n: 40 }])
      const { log_days } = searchLogOf(container).options.search
      await pruneSearches(container, Date.now() + (log_days + 3) * DAY_MS)
      expect(await countOf("search_forgotten")).toBe(0)
    })

    it("forgets those whose deletion nobody heard of, and answers while nothing can be written", async () => {
      await db.raw(
        `insert into search_history (id, owner_id, folded, text, searched_at)
         select 'shis_o' || n, 'cus_gone' || n, 'x', 'x', now() from generate_series(1, 1001) n`
      )
      note("choy", vali.customer_id)
      note("non", ali.customer_id)
      await flush()
      await db.raw("update customer set deleted_at = now() where id = ?", [vali.customer_id])
      // Only the log has it: an entry of a history may have gone before.
      await db.raw("delete from search_history where owner_id = ?", [vali.customer_id])
      await pruneSearches(container, Date.now())
      expect(await rows("select owner_id from search_history")).toEqual([{ owner_id: ali.customer_id }])
      expect(await rows("select text from search_query where owner_hash is not null")).toEqual([
        { text: "non" },
      ])

      note("sut", ali.customer_id)
      await db.raw("alter table search_day rename to search_day_away")
      await db.raw("create view search_day as select * from search_day_away")
      await db.raw("create rule no_writing as on insert to search_day do instead select 1/0")
      const logged = jest.spyOn(container.resolve(ContainerRegistrationKeys.LOGGER), "error")
      try {
        const today = dayOf(new Date())
        expect((await admin("GET", `report?from=${today}&to=${today}`)).data.report.searches).toBe(2)
        expect(await historyOf(ali.headers)).toEqual(["non"])
        // The statement has what people typed; the server's log has its own retention.
        expect(logged.mock.calls.map(([text]) => text)).toEqual(
          Array(2).fill("search: what was searched for waits to be written: the database refused it (0A000)")
        )
      } finally {
        logged.mockRestore()
        await db.raw("drop view search_day")
        await db.raw("alter table search_day_away rename to search_day")
      }
      expect(await historyOf(ali.headers)).toEqual(["sut", "non"])
    })

    it("gives a visitor's searches to the customer they turn out to be", async () => {
      const { data } = await store("GET", "history")
      expect(data).toEqual({ history: [], visitor_token: expect.any(String) })
      const visitor = { ...nobody, "x-visitor-token": data.visitor_token }
      const [, visitor_id] = /"v":"(vis_\w+)"/.exec(
        Buffer.from(data.visitor_token.split(".")[0], "base64url").toString()
      ) ?? [undefined, "vis_x"]
      note("choy", visitor_id)
      note("non", visitor_id)
      expect(await store("GET", "history", visitor)).toMatchObject({
        data: { history: [{ text: "non" }, { text: "choy" }] },
      })
      note("non", ali.customer_id)
      expect((await historyOf({ ...ali.headers, "x-visitor-token": data.visitor_token })).sort()).toEqual([
        "choy",
        "non",
      ])
      expect([await historyOf(visitor), await historyOf(ali.headers)]).toEqual([[], ["non", "choy"]])
      expect(await historyOf({ ...nobody, "x-visitor-token": "x.y" })).toEqual([])
      expect((await store("DELETE", "history")).data).toEqual({ deleted: 0 })
    })

    it("keeps nothing of people longer than is set, and of texts only what many have asked for", async () => {
      const now = Date.now()
      for (let person = 0; person < 5; person++) {
        note("choy", `vis_${person}`)
        note("шахсий гап", `vis_${person % 4}`)
      }
      note("arzon telefon", ali.customer_id, 0)
      await flush()
      await keepSearches(container, now + DAY_MS)
      expect(await rows("select text, people from search_popular")).toEqual([{ text: "choy", people: 5 }])

      const { log_days } = searchLogOf(container).options.search
      expect(await pruneSearches(container, now + (log_days - 1) * DAY_MS)).toBe(0)
      expect(await countOf("search_query")).toBe(10)
      await times(2, () => pruneSearches(container, now + (log_days + 1) * DAY_MS))
      expect([
        await countOf("search_query"),
        await countOf("search_history"),
        await countOf("search_popular"),
      ]).toEqual([0, 0, 0])
      expect(
        await rows("select text, searches, zero_results, is_common from search_day order by text")
      ).toEqual([
        { text: "", searches: 5, zero_results: 1, is_common: false },
        { text: "choy", searches: 5, zero_results: 0, is_common: true },
      ])
      const today = dayOf(new Date(now))
      expect((await admin("GET", `report?from=${today}&to=${today}`)).data.report).toMatchObject({
        searches: 10,
        zero_results: 1,
        top: [{ text: "choy", searches: 5 }],
        zero: [],
      })
      const kept = JSON.stringify(await rows("select * from search_day"))
      expect(kept).not.toMatch(/cus_|vis_|telefon|гап/)
    })

    describe("suggestions", () => {
      const suggest = async (q: string, headers: Headers = nobody, more = "") => {
        const reply = await store("GET", `suggest?q=${encodeURIComponent(q)}${more}`, headers)
        expect([q, reply.status, reply.data]).toEqual([q, 200, expect.anything()])
        return reply.data
      }
      const textsOf = (found: Array<{ text: string }>) => found.map(({ text }) => text)
      const idsOf = (found: Array<{ id: string }>) => found.map(({ id }) => id).sort()
      const fresh = async () => {
        await keepCatalog(container)
        await syncSearch(container)
        forgetSuggestions(container)
        forgetPopular(container)
      }

      beforeEach(fresh)

      it("complete what is typed, with goods, categories and companies that the caller may see", async () => {
        const found = await suggest("sam")
        // Words of the company's name are found too, behind those of the goods' own.
        expect(idsOf(found.products.slice(0, 2))).toEqual([goods[0].product_id, goods[1].product_id].sort())
        expect(found.products[0]).toEqual({
          id: expect.any(String),
          title: expect.stringMatching(/^Sam/),
          handle: expect.any(String),
          thumbnail: null,
          price: { min: 12_000, max: 12_000, currency_code: "uzs", is_sale: false },
        })
        expect(found.companies).toMatchObject([{ name: "Samarqand savdo" }])
        expect(textsOf(found.completions)).toEqual(
          expect.arrayContaining(["samsung", "samovar", "samsung galaxy"])
        )
        expect(JSON.stringify(found)).not.toMatch(/Samara|Samoviy|maxfiy/)
        expect((await suggest("telef")).categories).toMatchObject([{ name: "Telefonlar" }])
        expect(textsOf((await suggest("сам")).completions)).toEqual(
          expect.arrayContaining(["самсунг", "самовар"])
        )

        await db.raw(
          `insert into company_access (id, company_id, customer_id, granted_at, source) values ('acc_x', ?, ?, now(), 'code')`,
          [secret.id, ali.customer_id]
        )
        await fresh()
        expect(idsOf((await suggest("sam", ali.headers)).products)).toContain(hidden.product_id)
        expect(idsOf((await suggest("sam", vali.headers)).products)).not.toContain(hidden.product_id)
        expect((await suggest("sam", ali.headers)).companies).toHaveLength(2)
        await db.raw("update company set status = 'suspended' where id = ?", [secret.id])
        await fresh()
        expect(idsOf((await suggest("sam", ali.headers)).products)).not.toContain(hidden.product_id)

        for (const query of ["limit=0", "limit=11", "x=1", "q=%00"]) {
          expect([query, (await store("GET", `suggest?${query}`)).status]).toEqual([query, 400])
        }
        await suggest("s".repeat(1_000))
      })

      it("of nothing are what is popular and one's own, and never what few have asked for", async () => {
        const people = (count: number, q: string, results = 3) => {
          for (let person = 0; person < count; person++) {
            note(q, `vis_${q.length}_${person}`, results)
          }
        }
        people(6, "samovar katta")
        people(5, "choynak")
        people(4, "mening sirim")
        people(9, "yoʻq narsa", 0)
        people(9, "ali@example.com")
        people(9, "+998 90 123 45 67")
        people(9, "4006381333931")
        people(9, "ahmoq")
        // Many tokens of one network, what only members find, and what a member types.
        for (let person = 0; person < 9; person++) {
          note("bir tarmoq", `vis_net_${person}`, 3, { address: `203.0.113.${person}` })
          note("yopiq kalit", `vis_key_${person}`, 3, { is_public: false })
          note("azolar gapi", `cus_member_${person}`)
        }
        await db.raw(
          `insert into company_access (id, company_id, customer_id, granted_at, source, revoked_at)
           select 'acc_m' || n, ?, 'cus_member_' || n, now(), 'code', now() from generate_series(0, 8) n`,
          [secret.id]
        )
        note("Samsung A54", ali.customer_id)
        await flush()
        await searchLogOf(container).renewPopular(Date.now())
        forgetPopular(container)
        const empty = await suggest("", ali.headers)
        expect(empty).toMatchObject({ completions: [], products: [], categories: [], companies: [] })
        expect([textsOf(empty.popular), textsOf(empty.recent)]).toEqual([
          ["samovar katta", "choynak"],
          ["samsung a54"],
        ])
        expect((await suggest("")).recent).toEqual([])
        expect(textsOf((await suggest("sam", ali.headers)).recent)).toEqual(["samsung a54"])
        expect(textsOf((await suggest("samo")).completions)[0]).toBe("samovar katta")
        expect((await suggest("", ali.headers, "&limit=1")).popular).toHaveLength(1)
        await store("DELETE", "history", ali.headers)
        expect((await suggest("", ali.headers)).recent).toEqual([])
      })

      it("know what was searched for in the catalogue and in the search, once for all pages", async () => {
        const catalog = (query: string, headers: Headers) =>
          call("GET", `/store/catalog/products?${query}`, headers)
        for (const query of ["q=samsung", "q=samsung&offset=20", "q=samsung&limit=1", "limit=1"]) {
          expect((await catalog(query, ali.headers)).status).toBe(200)
        }
        for (let turn = 0; turn < 3; turn++) {
          await catalog("q=samovar&facets=true", nobody)
        }
        const search = (entity: string, q: string) => ({ entity, filters: { q }, pagination: { take: 5 } })
        const body = { queries: [search("company", "choynak"), search("product", "Choynak")] }
        expect((await call("POST", "/store/search", ali.headers, body)).status).toBe(200)
        expect(await historyOf(ali.headers)).toEqual(["choynak", "samsung"])
        await flush()
        expect(
          await rows("select text, results, times, source, engine, locale from search_query order by text")
        ).toEqual([
          { text: "choynak", results: 1, times: 1, source: "search", engine: "postgres", locale: "uz" },
          { text: "samovar", results: 1, times: 3, source: "catalog", engine: "postgres", locale: "uz" },
          { text: "samsung", results: 1, times: 1, source: "catalog", engine: "postgres", locale: "uz" },
        ])
        expect(await rows("select sum(searches)::int as n from search_day")).toEqual([{ n: 5 }])
      })

      it("cost nothing the second time, and few statements the first", async () => {
        expect(await warmStatementsOf(container, () => suggest("sam"))).toEqual([])
        expect(await warmStatementsOf(container, () => suggest("", ali.headers))).toEqual([])
        const cold = async (q: string, headers: Headers) => {
          const lists = []
          for (let turn = 0; turn < 3; turn++) {
            forgetSuggestions(container)
            lists.push((await statementsOf(container, () => suggest(q, headers))).length)
          }
          return Math.min(...lists)
        }
        // Goods, names and what is shown of them. What the engine asks to put a typo right comes to that.
        expect(await cold("sam", nobody)).toBe(3)
        expect(await cold("sam", ali.headers)).toBe(3)
        expect(idsOf((await suggest("samsugn")).products)).toContain(goods[0].product_id)
        expect(await warmStatementsOf(container, () => suggest("samsugn"))).toEqual([])
      })
    })
  },
})

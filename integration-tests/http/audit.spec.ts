import { request } from "node:http"
import { createApiKeysWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType, Modules } from "@medusajs/framework/utils"
import { openMarket } from "../../src/demo/open-market"
import { AUDIT_MODULE } from "../../src/modules/audit"
import AuditModuleService from "../../src/modules/audit/service"
import { grantOperatorWorkflow } from "../../src/workflows/operator"
import { ENTITIES } from "../../src/workflows/audit/lib/entities"
import { auditDraft as draft } from "../support/audit"
import {
  Api,
  createCompany,
  createListing,
  createMember,
  PASSWORD,
  Reply,
  signIn,
  TestCompany,
} from "../support/market"
import { testMarket } from "../support/suite"

type Headers = Record<string, string>
type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
// Entries are asserted on field by field.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Entry = any

const DAY_MS = 86_400_000

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api & { defaults: { baseURL: string } }
    const db = dbConnection as unknown as Db
    let container: MedusaContainer
    let operator: Headers
    let company: TestCompany
    let other: TestCompany
    let owner: Headers
    let listing: Awaited<ReturnType<typeof createListing>>

    const audit = () => getContainer().resolve<AuditModuleService>(AUDIT_MODULE)
    const sql = async <Row>(statement: string, values: unknown[] = []) =>
      (await db.raw<Row>(statement, values)).rows

    const call = (method: string, url: string, headers: Headers = {}, data?: unknown): Promise<Reply> =>
      api.request({ method, url, headers, data, validateStatus: () => true, maxRedirects: 0 })

    const log = async (query = ""): Promise<Entry[]> => {
      await audit().drain()
      return (await call("GET", `/admin/audit-log?limit=100&${query}`, operator)).data.audit_entries
    }
    const lastEntry = async (query = ""): Promise<Entry> => {
      const [{ id }] = await log(query)
      return (await call("GET", `/admin/audit-log/${id}`, operator)).data.audit_entry
    }
    const verification = async () => {
      await audit().drain()
      return (await call("GET", "/admin/audit-log/verify", operator)).data.verification
    }
    /** Does what nobody may: changes the log behind the back of its triggers. */
    const tamper = async (statement: string, values: unknown[] = []) => {
      await sql("alter table audit_entry disable trigger user")
      try {
        await sql(statement, values)
      } finally {
        await sql("alter table audit_entry enable trigger user")
      }
    }

    beforeEach(async () => {
      container = getContainer()
      await grantOperatorWorkflow(container).run({
        input: { email: "operator@example.com", password: PASSWORD },
      })
      operator = (await signIn(api, "user", "operator@example.com")).headers
    })

    /** Two companies and goods, for those tests that need them. */
    const openShops = async () => {
      await openMarket(container, ["Sut mahsulotlari"])
      company = await createCompany(container, api, "Sut")
      other = await createCompany(container, api, "Non")
      owner = company.owner.headers.headers
      listing = await createListing(container, company.id, { name: "Sut", cost: 5000 })
    }

    afterEach(() => audit().drain())

    it("a company's write: who, what, before and after", async () => {
      await openShops()
      const { status } = await call("POST", `/merchant/listings/${listing.id}`, owner, {
        is_visible: false,
        variants: [{ id: listing.listing_variant_id, cost: 6000 }],
      })
      const entry = await lastEntry(`entity_id=${listing.id}`)
      expect([status, entry.outcome, entry.status_code]).toEqual([200, "done", 200])
      expect(entry).toMatchObject({
        actor_type: "user",
        actor_label: company.owner.email,
        company_id: company.id,
        company_name: "Sut",
        action: "POST /merchant/listings/:id",
        entity_type: "listing",
        entity_id: listing.id,
        error_code: null,
        count: 1,
        body: { is_visible: false },
      })
      const part = `listing_variant.${listing.listing_variant_id}`
      expect(entry.before.is_visible).toBe(true)
      expect(entry.after.is_visible).toBe(false)
      expect(entry.before.listing_variant[listing.listing_variant_id].cost).toBe(5000)
      expect(entry.after.listing_variant[listing.listing_variant_id].cost).toBe(6000)
      expect(entry.changed).toEqual(expect.arrayContaining(["is_visible", `${part}.cost`, `${part}.price`]))
      expect(entry.address).toMatch(/127\.0\.0\.1|::1/)
      expect(entry.duration_ms).toBeGreaterThanOrEqual(0)
      expect(JSON.stringify(entry)).not.toContain("raw_")
    })

    it("a write is told from however its address is written", async () => {
      await openShops()
      const { hostname, port } = new URL(api.defaults.baseURL)
      const send = (path: string, headers: Headers = {}) =>
        new Promise<number>((resolve, reject) => {
          const about = { "content-type": "application/json", ...headers }
          const sent = request({ hostname, port, path, method: "POST", headers: about }, (answer) => {
            answer.resume().on("end", () => resolve(answer.statusCode!))
          })
          sent.on("error", reject).end(JSON.stringify({ is_visible: true }))
        })
      const path = `/merchant/listings/${listing.id}`
      for (const written of [
        `http://elsewhere.example${path}`,
        `${path}#x`,
        path.replace("merchant", "MERCHANT"),
      ]) {
        const seen = (await log(`entity_id=${listing.id}`)).length
        expect([written, await send(written, owner)]).toEqual([written, 200])
        const entries = await log(`entity_id=${listing.id}`)
        expect([entries.length, entries[0].action]).toEqual([seen + 1, "POST /merchant/listings/:id"])
      }
      expect(await send("http://elsewhere.example/admin/products/x")).toBe(401)
      await audit().drain()
      expect(await sql("select action from audit_denial")).toEqual([{ action: "POST /admin/products/:id" }])
    })

    it("core's routes, ours, and what is made by an API key", async () => {
      await openShops()
      await call("POST", `/admin/products/${listing.product_id}`, operator, { subtitle: "yangi" })
      const changed = await lastEntry("entity_type=product")
      expect(changed).toMatchObject({
        action: "POST /admin/products/:id",
        actor_label: "operator@example.com",
        company_id: company.id,
        entity_id: listing.product_id,
        changed: ["subtitle"],
      })
      expect([changed.before.subtitle, changed.after.subtitle]).toEqual([null, "yangi"])

      const { result } = await createApiKeysWorkflow(container).run({
        input: { api_keys: [{ title: "Ombor dasturi", type: ApiKeyType.SECRET, created_by: "" }] },
      })
      const basic = `Basic ${Buffer.from(`${result[0].token}:`).toString("base64")}`
      const made = await call("POST", "/admin/customer-groups", { authorization: basic }, { name: "Ulgurji" })
      const entry = await lastEntry("entity_type=customer_group")
      expect(entry).toMatchObject({
        actor_type: "api-key",
        actor_id: result[0].id,
        actor_label: "Ombor dasturi",
        action: "POST /admin/customer-groups",
        entity_id: made.data.customer_group.id,
        before: null,
        after: { name: "Ulgurji" },
        body: { name: "Ulgurji" },
      })
      expect(JSON.stringify(entry)).not.toContain(result[0].token)

      await call("DELETE", `/admin/customer-groups/${entry.entity_id}`, operator)
      const removed = await lastEntry("action=DELETE%20%2Fadmin%2Fcustomer-groups%2F%3Aid")
      expect([removed.before.deleted_at, typeof removed.after.deleted_at]).toEqual([null, "string"])
      expect(removed.changed).toEqual(["deleted_at"])
    })

    it("what is read leaves nothing", async () => {
      await audit().drain()
      const [{ count }] = await sql<{ count: string }>("select count(*) as count from audit_entry")
      await call("GET", "/admin/products", operator)
      await call("GET", "/merchant/me", operator)
      await call("OPTIONS", "/merchant/listings", {})
      await audit().drain()
      expect(await sql("select count(*) as count from audit_entry")).toEqual([{ count }])
    })

    it("denied and failed calls are logged as such, and change nothing", async () => {
      await openShops()
      const cashier = await createMember(container, api, company.id, "cashier", "kassir@example.com")
      const { headers } = cashier
      const foreign = other.owner.headers.headers
      const expected: Array<[() => Promise<Reply>, number, object]> = [
        [
          () => call("POST", `/merchant/listings/${listing.id}`, headers, { is_visible: false }),
          403,
          { outcome: "denied", error_code: "PERMISSION_REQUIRED", company_id: company.id },
        ],
        [
          () => call("POST", `/merchant/listings/${listing.id}`, foreign, { is_visible: false }),
          404,
          { outcome: "failed", error_code: "NOT_FOUND", company_id: other.id },
        ],
        [
          () => call("POST", `/merchant/listings/${listing.id}`, owner, { no_such_field: 1 }),
          400,
          { outcome: "failed", company_id: company.id, body: { no_such_field: 1 } },
        ],
        [
          () => call("POST", `/admin/products/${listing.product_id}`, owner, { title: "x" }),
          403,
          {
            outcome: "denied",
            error_code: "OPERATOR_REQUIRED",
            entity_id: listing.product_id,
            company_id: null,
          },
        ],
        [
          () => call("POST", "/merchant/listings", { ...owner, "x-company-id": other.id }, { name: "x" }),
          404,
          { outcome: "failed", error_code: "NOT_FOUND", company_id: null },
        ],
        [
          () => call("POST", "/admin/no-such-route", operator, {}),
          404,
          { outcome: "failed", action: "POST /admin/*" },
        ],
      ]
      for (const [attempt, status] of expected) {
        expect((await attempt()).status).toBe(status)
      }
      await audit().drain()
      const entries = (await sql<Entry>(
        "select * from audit_entry where outcome <> 'done' order by seq"
      )) as Entry[]
      for (const [, status, facts] of expected) {
        expect(entries).toContainEqual(
          expect.objectContaining({ status_code: status, before: null, ...facts })
        )
      }
      expect(entries.every(({ after }) => after === null)).toBe(true)
      expect((await verification()).is_sound).toBe(true)
    })

    it("refusals of nobody are counted, not listed one by one", async () => {
      const before = (await log()).length
      for (let index = 0; index < 30; index++) {
        expect((await call("POST", `/admin/products/prod_${index}`, {}, { title: "x" })).status).toBe(401)
        expect((await call("POST", "/merchant/listings", {}, { name: "x" })).status).toBe(401)
      }
      const broken = { "content-type": "application/json", ...operator }
      expect((await call("POST", "/admin/products", broken, "{broken")).status).toBe(400)
      expect((await log()).length - before).toBeLessThanOrEqual(1)
      await audit().sweep(Date.now() + 60_000)
      const denied = await log("outcome=denied")
      const total = (action: string) =>
        denied.filter((entry) => entry.action === action).reduce((sum, { count }) => sum + count, 0)
      expect(total("POST /admin/products/:id")).toBe(30)
      expect(total("POST /merchant/listings")).toBe(30)
      expect(denied.length).toBeLessThanOrEqual(4)
      expect(denied[0]).toMatchObject({ actor_type: "nobody", actor_id: null, status_code: 401 })
      expect(await sql("select * from audit_denial")).toEqual([])
      expect((await verification()).is_sound).toBe(true)
    })

    it("an invitation that nobody accepts in vain leaves a count, no intent", async () => {
      await call("POST", "/admin/invites/accept?token=wrong", {}, { first_name: "x" })
      await audit().drain()
      expect(await sql("select * from audit_intent")).toEqual([])
    })

    it("secrets are masked, files are named", async () => {
      await openShops()
      const { data } = await call("POST", "/merchant/members", owner, {
        email: "yangi@example.com",
        role: "cashier",
      })
      await call("POST", "/admin/products/import", operator, {
        password: "parol-77",
        token: "tok-77",
        note: "sk_77777777777",
      })
      await audit().drain()
      const rows = JSON.stringify(await sql("select before, after, body from audit_entry"))
      expect(rows).toContain("token_sha256")
      expect(rows).not.toMatch(/parol-77|tok-77|sk_7777/)
      const [{ token_sha256 }] = await sql<{ token_sha256: string }>(
        "select token_sha256 from company_member where email = 'yangi@example.com'"
      )
      expect(rows).not.toContain(token_sha256)
      expect(rows).not.toContain(data.invitation?.token ?? "no token")

      const form = new FormData()
      form.append("files", new Blob(["maxfiy mazmun"], { type: "text/plain" }), "narxlar.txt")
      await fetch(`${api.defaults.baseURL}/admin/uploads`, { method: "POST", headers: operator, body: form })
      const upload = await lastEntry("action=POST%20%2Fadmin%2Fuploads")
      expect(upload.body.files).toEqual([{ name: "narxlar.txt", size: 13, mimetype: "text/plain" }])
      expect(JSON.stringify(upload.body)).not.toContain("maxfiy")
    })

    it("twenty writes at once give one unbroken chain", async () => {
      await openShops()
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          index % 2
            ? call("POST", `/merchant/listings/${listing.id}`, owner, { is_visible: index % 4 === 1 })
            : call("POST", "/admin/customer-groups", operator, { name: `Guruh ${index}` })
        )
      )
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(20)
      // From several processes at once, too: each append takes the chain's lock.
      await Promise.all(Array.from({ length: 20 }, () => audit().append([draft(new Date())])))
      const { is_sound, checked, head, first_seq } = await verification()
      expect({ is_sound, first_seq }).toEqual({ is_sound: true, first_seq: 1 })
      expect(checked).toBeGreaterThanOrEqual(40)
      expect(head.seq).toBe(checked)
      expect(await sql("select * from audit_intent")).toEqual([])
    })

    it("tampering is found: a changed fact, a missing entry, an entry in between", async () => {
      await audit().append(Array.from({ length: 5 }, () => draft(new Date())))
      const { head } = await verification()
      await tamper('update audit_entry set after = \'{"title": "Qahva"}\' where seq = ?', [head.seq - 1])
      expect((await verification()).problems).toEqual([{ seq: head.seq - 1, kind: "changed" }])
      await tamper('update audit_entry set after = \'{"title": "Choy"}\' where seq = ?', [head.seq - 1])
      expect((await verification()).is_sound).toBe(true)
      await tamper("delete from audit_entry where seq = ?", [head.seq - 2])
      expect((await verification()).problems).toEqual([
        { seq: head.seq - 1, kind: "gap" },
        { seq: head.seq - 1, kind: "broken" },
      ])
    })

    it("nothing is changed, removed or emptied", async () => {
      await audit().append([draft(new Date())])
      for (const statement of [
        "update audit_entry set outcome = 'failed'",
        "delete from audit_entry",
        "truncate audit_entry",
        "insert into audit_anchor (id, seq, hash, removed) select 'x', seq, hash, 1 from audit_entry limit 1",
        "insert into audit_anchor (id, seq, hash, removed) values ('x', 1, 'made up', 1)",
      ]) {
        await expect(sql(statement)).rejects.toThrow(/append only|last thirty days|no such entry/)
      }
      expect((await verification()).is_sound).toBe(true)
    })

    it("a write whose answer never came is found by the job", async () => {
      const id = await audit().intend({ ...draft(new Date(Date.now() - 3_600_000)), outcome: "interrupted" })
      const fresh = await audit().intend({ ...draft(new Date()), outcome: "interrupted" })
      expect(await audit().sweep(Date.now())).toMatchObject({ interrupted: 1 })
      expect(await sql("select id from audit_intent")).toEqual([{ id: fresh }])
      const [entry] = await log("outcome=interrupted")
      expect(entry).toMatchObject({ actor_label: "old@example.com", outcome: "interrupted" })
      expect(id).not.toBe(fresh)
      // A retry of what had been written before the connection broke writes nothing twice.
      await audit().append([{ ...draft(new Date()), intent_id: id }], true)
      expect(await log("outcome=done&actor=user_old")).toEqual([])
    })

    it("what can't be written down does not happen", async () => {
      await openShops()
      await sql("alter table audit_intent rename to audit_intent_gone")
      try {
        const { status, data } = await call("POST", `/merchant/listings/${listing.id}`, owner, {
          is_visible: false,
        })
        expect([status, data.code]).toEqual([503, "AUDIT_UNAVAILABLE"])
        expect((await call("GET", "/merchant/me", owner)).status).toBe(200)
      } finally {
        await sql("alter table audit_intent_gone rename to audit_intent")
      }
      expect(await sql("select is_visible from listing where id = ?", [listing.id])).toEqual([
        { is_visible: true },
      ])
    })

    it("the retention removes the oldest only, and the rest stays provable", async () => {
      await audit().drain()
      const days = (count: number) => new Date(Date.now() - count * DAY_MS)
      await tamper("delete from audit_entry")
      await audit().append([
        draft(days(2000)),
        draft(days(1500)),
        draft(days(10)),
        draft(days(1400)),
        draft(new Date()),
      ])
      const { head } = await verification()
      expect(await audit().prune(Date.now())).toBe(2)
      const after = await verification()
      expect(after).toMatchObject({ is_sound: true, checked: 3, head, anchor: { seq: 2 } })
      expect(await audit().prune(Date.now())).toBe(0)
      await audit().append([draft(new Date())])
      expect(await verification()).toMatchObject({ is_sound: true, checked: 4 })
      // An anchor opens the prefix alone; what follows it stays.
      await expect(sql("delete from audit_entry")).rejects.toThrow(/append only/)
    })

    it("filters, pages and export; for operators alone", async () => {
      const at = new Date("2026-03-01T20:00:00Z") // 1 a.m. of the second in Tashkent
      await audit().append([draft(at, { actor_label: "=cmd@example.com", body: { note: 'bir; "ikki"' } })])
      const ids = async (query: string) => (await log(query)).map(({ actor_label }) => actor_label)
      expect(await ids("from=2026-03-02&to=2026-03-02")).toEqual(["=cmd@example.com"])
      expect(await ids("from=2026-03-01&to=2026-03-01")).toEqual([])
      for (const query of [
        "q=cmd%40",
        "actor=user_old",
        "entity_id=prod_old&entity_type=product&outcome=done",
      ]) {
        expect(await ids(query)).toEqual(["=cmd@example.com"])
      }
      expect(await ids("q=100%25")).toEqual([])
      expect(await ids("company_id=comp_none")).toEqual([])
      const { data, headers } = await call("GET", "/admin/audit-log/export?actor=user_old", operator)
      expect(headers["content-type"]).toContain("text/csv")
      expect(String(data).replace("\ufeff", "").split("\n")[0]).toMatch(/^seq,at,actor_type/)
      expect(data).toContain("'=cmd@example.com")
      for (const query of ["from=2026-02-31", "outcome=fine", "limit=101", "no_such=1"]) {
        const { status, data: refusal } = await call("GET", `/admin/audit-log?${query}`, operator)
        expect([status, refusal.code]).toEqual([400, "INVALID_QUERY"])
      }
      expect((await call("GET", "/admin/audit-log/audit_none", operator)).status).toBe(404)
    })

    it("a long log is read and exported by index, in pages", async () => {
      await audit().append(Array.from({ length: 2500 }, () => draft(new Date())))
      const { data } = await call("GET", "/admin/audit-log/export?actor=user_old", operator)
      expect(String(data).trim().split("\n")).toHaveLength(2501)
      await sql("analyze audit_entry")
      const plan = JSON.stringify(
        await sql(
          "explain select * from audit_entry e where e.entity_id = 'prod_none' and e.entity_type = 'product' order by e.seq desc limit 20"
        )
      )
      expect(plan).toMatch(/Index/)
      expect(plan).not.toMatch(/Seq Scan/)
    })

    it("the system's health is plain numbers, for operators", async () => {
      await audit().intend({ ...draft(new Date()), outcome: "interrupted" })
      const { data } = await call("GET", "/admin/system", operator)
      const { system } = data
      expect(system.versions).toMatchObject({ bozor: expect.stringMatching(/^\d/), medusa: "2.21.2" })
      expect(system.pending).toMatchObject({
        audit_intents: 1,
        refunds_due: 0,
        open_alerts: 0,
        pending_companies: 0,
      })
      expect(Object.values(system.pending).every(Number.isInteger)).toBe(true)
      expect(system.database.latency_ms).toBeGreaterThan(0)
      expect(system.database.size_bytes).toBeGreaterThan(1_000_000)
      expect(typeof system.redis.is_used).toBe("boolean")
      expect(system.jobs).toEqual(
        expect.arrayContaining([
          { name: "sweep-audit", schedule: "* * * * *" },
          { name: "prune-audit", schedule: "30 22 * * *" },
        ])
      )
    })

    it("every table that the log looks at is there", async () => {
      const tables = await sql<{ name: string }>("select tablename as name from pg_tables")
      const names = new Set(tables.map(({ name }) => name))
      const wanted = ENTITIES.flatMap(({ table, parts }) => [table, ...Object.keys(parts ?? {})])
      expect(wanted.filter((name) => !names.has(name))).toEqual([])
      expect(await container.resolve(Modules.USER).listUsers({}, { take: 1 })).toHaveLength(1)
    })
  },
})

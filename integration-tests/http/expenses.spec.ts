import { existsSync } from "node:fs"
import { join } from "node:path"
import sharp from "sharp"
import { Modules } from "@medusajs/framework/utils"
import { testMarket } from "../support/suite"
import { EXPENSE_MODULE } from "../../src/modules/expense"
import ExpenseModuleService from "../../src/modules/expense/service"
import { createExpenses, sweepAttachments } from "../../src/workflows/expense"
import { filesForm, pdf, today } from "../support/expenses"
import { Api, attempt, createCompany, createMember, Reply, setUpMarket, TestCompany } from "../support/market"
import { warmStatementsOf } from "../support/statements"

type Db = { raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }> }
type Headers = { headers: Record<string, string> }
type File = { id: string; file_name: string; mime_type: string; url: string; size: number }

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api & { defaults: { baseURL: string } }
    const db = dbConnection as unknown as Db
    let baraka: TestCompany
    let texno: TestCompany
    let owner: Headers
    let manager: Headers
    let accountant: Headers
    /** May write expenses down and nothing else. */
    let clerk: Headers

    const post = (path: string, body: unknown = {}, who: Headers = owner) =>
      attempt(api.post(`/merchant${path}`, body, who))
    const get = (path: string, who: Headers = owner) => attempt(api.get(`/merchant${path}`, who))
    const drop = (path: string, who: Headers = owner) => attempt(api.delete(`/merchant${path}`, who))
    const codeOf = ({ status, data }: Reply) => [status, data.code]
    const facts = (more: object = {}) => ({
      day: "2026-10-05",
      amount: 100_000,
      category_id: "rent",
      ...more,
    })
    const write = async (more: object = {}, who: Headers = owner) => {
      const { status, data } = await post("/expenses", facts(more), who)
      expect([status, data]).toEqual([201, data])
      return data.expense
    }
    const list = async (query = "", who: Headers = owner) =>
      (await get(`/expenses?limit=100${query}`, who)).data
    const notesOf = async (query: string, who?: Headers) =>
      (await list(query, who)).expenses.map(({ note }: { note: string }) => note)
    const settle = (policy: object) => post("/expense-policy", policy)
    const attach = (id: string, files: Array<{ name: string; content: Buffer }>, who: Headers = owner) =>
      post(`/expenses/${id}/attachments`, filesForm(files), who)
    /** Everything that a refused call could have changed. */
    const fingerprint = async () =>
      (
        await db.raw(
          ["expense", "expense_attachment", "expense_category", "expense_policy"]
            .map((table) => `select '${table}', count(*), sum(xmin::text::bigint) as version from ${table}`)
            .join(" union all ")
        )
      ).rows
    const keysOf = async (expenseId: string) =>
      (
        await db.raw<{ file_key: string }>("select file_key from expense_attachment where expense_id = ?", [
          expenseId,
        ])
      ).rows.map(({ file_key }) => file_key)
    const lies = (key: string) => existsSync(join(process.cwd(), "private", key))

    beforeAll(async () => {
      const container = getContainer()
      await setUpMarket(container, api)
      baraka = await createCompany(container, api, "Baraka Market")
      texno = await createCompany(container, api, "TexnoOlam")
      owner = baraka.owner.headers
      manager = await createMember(container, api, baraka.id, "manager", "manager@example.com")
      accountant = await createMember(container, api, baraka.id, "accountant", "hisobchi@example.com")
      const person = await createMember(container, api, baraka.id, "cashier", "kotib@example.com")
      const role = await post("/roles", { name: "Kotib", permissions: ["expense:write"] })
      await post(`/members/${person.member_id}`, { role_id: role.data.role.id })
      clerk = person
    })

    it("are written down, read with filters, pages and a total, changed and deleted", async () => {
      const made = await write({
        amount: 1_250_000.5,
        note: " Oktabr ijarasi ",
        payee: "",
        payment_method: "card",
      })
      expect(made).toEqual({
        id: expect.stringMatching(/^exp_/),
        day: "2026-10-05",
        amount: 1_250_000.5,
        sanctioned_amount: 1_250_000.5,
        category_id: "rent",
        category_name: { uz: "Ijara", ru: "Аренда", en: "Rent" },
        is_purchase: false,
        note: "Oktabr ijarasi",
        payee: null,
        payment_method: "card",
        status: "approved",
        author_name: baraka.owner.email,
        is_mine: true,
        can_decide: false,
        can_change: true,
        decided_at: expect.any(String),
        reject_reason: null,
        source: "manual",
        attachments: [],
        created_at: expect.any(String),
      })
      await write({ day: "2026-09-30", amount: 10.1, category_id: "purchases", note: "un 100%" }, clerk)
      await write({ day: "2026-10-31", amount: 20.2, note: "un_yog", payee: "Ali aka" }, manager)
      await write({ day: today(), amount: 5, category_id: "tax", note: "soliq" }, accountant)
      const foreign = (await post("/expenses", facts(), texno.owner.headers)).data.expense.id

      expect(await list()).toMatchObject({ count: 4, offset: 0, limit: 100, total: 1_250_035.8 })
      expect(await notesOf("")).toEqual(["soliq", "un_yog", "Oktabr ijarasi", "un 100%"])
      expect(await notesOf("&order=day")).toEqual(["un 100%", "Oktabr ijarasi", "un_yog", "soliq"])
      expect(await notesOf("&order=amount")).toEqual(["soliq", "un 100%", "un_yog", "Oktabr ijarasi"])
      expect(await notesOf("&order=-amount")).toEqual(["Oktabr ijarasi", "un_yog", "un 100%", "soliq"])
      expect(await notesOf("&from=2026-09-30&to=2026-10-05&order=day")).toEqual(["un 100%", "Oktabr ijarasi"])
      expect(await notesOf("&category_id=purchases")).toEqual(["un 100%"])
      expect(await notesOf("&payment_method=card")).toEqual(["Oktabr ijarasi"])
      expect(await notesOf("&status=submitted")).toEqual([])
      expect(await notesOf(`&q=${encodeURIComponent("ali")}`)).toEqual(["un_yog"])
      expect(await notesOf("&q=un_")).toEqual(["un_yog"])
      expect(await notesOf(`&q=${encodeURIComponent("100%")}`)).toEqual(["un 100%"])
      const page = (await get("/expenses?limit=1&offset=1&order=day")).data
      expect([page.expenses[0].note, page.count, page.total]).toEqual(["Oktabr ijarasi", 4, 1_250_035.8])
      expect((await list("&category_id=purchases")).expenses[0]).toMatchObject({
        is_purchase: true,
        is_mine: false,
      })
      // Without expense:read only one's own.
      expect([await notesOf("", clerk), (await list("", clerk)).total]).toEqual([["un 100%"], 10.1])
      expect(codeOf(await get(`/expenses/${made.id}`, clerk))).toEqual([404, "NOT_FOUND"])
      // Nor by what a budget says of them.
      const month = today().slice(0, 7)
      await post("/expense-budgets", { month, category_id: "tax", amount: 10 })
      const taxed = async (who: Headers) =>
        post("/expenses", facts({ day: today(), category_id: "tax" }), who)
      const [ours, theirs] = [await taxed(accountant), await taxed(clerk)]
      expect([ours.data.budget.month, theirs.status, theirs.data.budget]).toEqual([month, 201, undefined])
      await drop(`/expenses/${ours.data.expense.id}`, accountant)
      await drop(`/expenses/${theirs.data.expense.id}`, clerk)
      await post("/expense-budgets", { month, category_id: "tax", amount: 0 })
      expect((await list("", texno.owner.headers)).count).toBe(1)
      for (const path of [`/expenses/${foreign}`, "/expenses/exp_none"]) {
        expect(codeOf(await get(path))).toEqual([404, "NOT_FOUND"])
        expect(codeOf(await post(path, { note: "x" }))).toEqual([404, "NOT_FOUND"])
        expect(codeOf(await drop(path))).toEqual([404, "NOT_FOUND"])
        expect(codeOf(await post(`${path}/approve`))).toEqual([404, "NOT_FOUND"])
        expect(codeOf(await post(`${path}/reject`, { reason: "x" }))).toEqual([404, "NOT_FOUND"])
        expect(codeOf(await attach(path.split("/")[2], [{ name: "a.pdf", content: pdf("x") }]))).toEqual([
          404,
          "NOT_FOUND",
        ])
      }
      const statements = await warmStatementsOf(getContainer(), () => list("&order=amount"))
      const few = await warmStatementsOf(getContainer(), () => get("/expenses?limit=1"))
      expect(statements.length).toBe(few.length)

      const changed = await post(`/expenses/${made.id}`, { amount: 900, category_id: "salary", note: null })
      expect(changed.data.expense).toMatchObject({
        amount: 900,
        sanctioned_amount: 900,
        category_id: "salary",
        note: null,
        payment_method: "card",
        status: "approved",
      })
      // A manager manages no expenses of others.
      expect(codeOf(await post(`/expenses/${made.id}`, { amount: 1 }, manager))).toEqual([
        400,
        "EXPENSE_NOT_YOURS",
      ])
      expect(codeOf(await drop(`/expenses/${made.id}`, manager))).toEqual([400, "EXPENSE_NOT_YOURS"])
      expect((await drop(`/expenses/${made.id}`)).data).toEqual({
        id: made.id,
        object: "expense",
        deleted: true,
      })
      expect(codeOf(await get(`/expenses/${made.id}`))).toEqual([404, "NOT_FOUND"])
      expect((await list()).count).toBe(3)
    })

    it("are refused when anything is wrong, and nothing has changed", async () => {
      const { id } = await write()
      const tomorrow = new Date(Date.now() + 29 * 3_600_000).toISOString().slice(0, 10)
      const before = await fingerprint()
      const wrong: object[] = [
        { day: "2026-02-30" },
        { day: "2026-2-3" },
        { day: "2025-02-29" },
        { day: "05.10.2026" },
        { amount: 0 },
        { amount: -5 },
        { amount: 0.001 },
        { amount: 1e12 + 1 },
        { amount: "100" },
        { amount: null },
        { payment_method: "gold" },
        { category_id: "" },
        { note: "x".repeat(1001) },
        { status: "approved" },
        { company_id: texno.id },
      ]
      for (const more of wrong) {
        expect([more, (await post("/expenses", facts(more))).status]).toEqual([more, 400])
        expect([more, (await post(`/expenses/${id}`, more)).status]).toEqual([more, 400])
      }
      for (const path of ["/expenses", `/expenses/${id}`]) {
        expect(codeOf(await post(path, facts({ day: tomorrow })))).toEqual([400, "EXPENSE_DAY_IN_FUTURE"])
        expect(codeOf(await post(path, facts({ category_id: "ecat_none" })))).toEqual([
          400,
          "EXPENSE_CATEGORY_UNKNOWN",
        ])
      }
      for (const query of ["from=2026-02-30", "status=paid", "order=note", "limit=101", "q="]) {
        expect([query, codeOf(await get(`/expenses?${query}`))]).toEqual([query, [400, "INVALID_QUERY"]])
      }
      expect(codeOf(await post(`/expenses/${id}/approve`))).toEqual([400, "EXPENSE_ALREADY_DECIDED"])
      expect((await post(`/expenses/${id}/reject`, { reason: " " })).status).toBe(400)
      expect(codeOf(await settle({ limits: { cashier: 5 } }))).toEqual([400, "EXPENSE_ROLE_UNKNOWN"])
      expect(codeOf(await post("/expense-categories", { name: "Ijara" }))).toEqual([
        400,
        "EXPENSE_CATEGORY_NAME_TAKEN",
      ])
      expect(codeOf(await post("/expense-categories/rent", { name: "Uy" }))).toEqual([
        400,
        "EXPENSE_CATEGORY_STANDARD",
      ])
      expect(await fingerprint()).toEqual(before)
    })

    it("come once, however often and at once a client sends them", async () => {
      const client_id = "c0ffee00-0000-4000-8000-000000000001"
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => post("/expenses", facts({ client_id })))
      )
      expect(new Set(replies.map(({ status, data }) => `${status} ${data.expense?.id}`)).size).toBe(1)
      expect((await list()).count).toBe(1)
      expect(codeOf(await post("/expenses", facts({ client_id, amount: 7 })))).toEqual([
        400,
        "EXPENSE_CLIENT_ID_REUSED",
      ])
      expect(codeOf(await post("/expenses", facts({ client_id }), manager))).toEqual([
        400,
        "EXPENSE_CLIENT_ID_REUSED",
      ])
      expect((await post("/expenses", facts({ client_id }), texno.owner.headers)).status).toBe(201)
      await drop(`/expenses/${replies[0].data.expense.id}`)
      expect(codeOf(await post("/expenses", facts({ client_id })))).toEqual([400, "EXPENSE_CLIENT_ID_REUSED"])
      expect((await list()).count).toBe(0)
    })

    it("have categories of the company's own beside the standard ones", async () => {
      const made = await post("/expense-categories", { name: "Xomashyo", is_purchase: true })
      const { id } = made.data.expense_category
      expect(made.data.expense_category).toMatchObject({
        is_purchase: true,
        is_standard: false,
        is_archived: false,
      })
      const twice = await Promise.all(
        Array.from({ length: 5 }, () => post("/expense-categories", { name: "Choy-non" }))
      )
      expect(twice.filter(({ status }) => status === 201)).toHaveLength(1)
      const all = await get("/expense-categories", clerk)
      expect([
        all.data.count,
        all.data.expense_categories.slice(7).map((one: { id: string }) => one.id),
      ]).toEqual([10, ["other", expect.stringMatching(/^ecat_/), id]])
      expect(await write({ category_id: id })).toMatchObject({
        is_purchase: true,
        category_name: { uz: "Xomashyo", ru: "Xomashyo", en: "Xomashyo" },
      })
      const foreign = texno.owner.headers
      expect(codeOf(await post("/expenses", facts({ category_id: id }), foreign))).toEqual([
        400,
        "EXPENSE_CATEGORY_UNKNOWN",
      ])
      expect(codeOf(await post(`/expense-categories/${id}`, { name: "X" }, foreign))).toEqual([
        404,
        "NOT_FOUND",
      ])
      expect(codeOf(await post(`/expense-categories/${id}`, { name: "choy-NON" }))).toEqual([
        400,
        "EXPENSE_CATEGORY_NAME_TAKEN",
      ])
      const renamed = await post(`/expense-categories/${id}`, { name: "Un va yog‘", is_archived: true })
      expect(renamed.data.expense_category).toMatchObject({ name: { uz: "Un va yog‘" }, is_archived: true })
      expect(codeOf(await post("/expenses", facts({ category_id: id })))).toEqual([
        400,
        "EXPENSE_CATEGORY_ARCHIVED",
      ])
      // What is written already goes on being called so.
      const [expense] = (await list()).expenses
      expect([expense.category_name.ru, expense.category_id]).toEqual(["Un va yog‘", id])
      expect((await post(`/expenses/${expense.id}`, { amount: 5, category_id: id })).status).toBe(200)
      await post(`/expense-categories/${id}`, { is_archived: false, is_purchase: false })
      expect((await write({ category_id: id })).is_purchase).toBe(false)
    })

    it("wait for somebody else above their author's limit", async () => {
      const settled = await settle({
        requires_approval: true,
        limits: { manager: 500_000, accountant: null },
      })
      expect(settled.data.expense_policy).toMatchObject({
        requires_approval: true,
        limits: { manager: 500_000 },
        roles: [
          { role: "owner", name: "owner", limit: null },
          { role: "manager", limit: 500_000 },
          { role: "accountant", limit: 0 },
          { name: "Kotib", limit: 0 },
        ],
      })
      expect((await write({ amount: 9e9 })).status).toBe("approved")
      expect((await write({ amount: 500_000 }, manager)).status).toBe("approved")
      const own = await write({ amount: 500_001 }, manager)
      expect(own).toMatchObject({
        status: "submitted",
        sanctioned_amount: null,
        decided_at: null,
        can_decide: false,
      })
      const { id } = await write({ amount: 600_000 }, accountant)
      const before = await fingerprint()
      for (const amount of [undefined, 1]) {
        expect(codeOf(await post(`/expenses/${own.id}/approve`, { amount }, manager))).toEqual([
          400,
          "EXPENSE_OWN_ABOVE_LIMIT",
        ])
      }
      expect(codeOf(await post(`/expenses/${id}/approve`, {}, accountant))).toEqual([
        403,
        "PERMISSION_REQUIRED",
      ])
      expect(codeOf(await post(`/expenses/${id}/approve`, {}, manager))).toEqual([400, "EXPENSE_ABOVE_LIMIT"])
      expect(codeOf(await post(`/expenses/${id}/approve`, { amount: 600_001 }))).toEqual([
        400,
        "EXPENSE_SANCTIONED_TOO_MUCH",
      ])
      expect((await post(`/expenses/${id}/approve`, { amount: 0 })).status).toBe(400)
      expect(await fingerprint()).toEqual(before)

      const part = await post(`/expenses/${id}/approve`, { amount: 450_000.25 }, manager)
      expect(part.data.expense).toMatchObject({
        amount: 600_000,
        sanctioned_amount: 450_000.25,
        status: "approved",
        decided_at: expect.any(String),
      })
      expect(codeOf(await post(`/expenses/${id}`, { amount: 1 }, accountant))).toEqual([200, undefined])
      expect((await get(`/expenses/${id}`)).data.expense.status).toBe("submitted")
      const reject = await post(`/expenses/${id}/reject`, { reason: "cheki yo‘q" })
      expect(reject.data.expense).toMatchObject({ status: "rejected", reject_reason: "cheki yo‘q" })
      expect((await list("&status=rejected")).total).toBe(1)
      expect((await list()).total).toBe(9e9 + 500_000 + 500_001)

      // An author without expense:manage: open until somebody else has approved, and again after a rejection.
      const claim = await write({ amount: 40_000 }, clerk)
      expect((await post(`/expenses/${claim.id}`, { amount: 50_000 }, clerk)).data.expense.status).toBe(
        "submitted"
      )
      await post(`/expenses/${claim.id}/reject`, { reason: "ko‘p" })
      const again = await post(`/expenses/${claim.id}`, { amount: 45_000 }, clerk)
      expect(again.data.expense).toMatchObject({ status: "submitted", reject_reason: null })
      await post(`/expenses/${claim.id}/approve`)
      expect(codeOf(await post(`/expenses/${claim.id}`, { note: "x" }, clerk))).toEqual([
        400,
        "EXPENSE_APPROVED_BY_OTHER",
      ])
      expect(codeOf(await drop(`/expenses/${claim.id}`, clerk))).toEqual([400, "EXPENSE_APPROVED_BY_OTHER"])
      // Without approval what waits can be decided by whoever approves; nothing new waits.
      await settle({ requires_approval: false })
      expect((await write({ amount: 1 }, clerk)).status).toBe("approved")
      expect((await post(`/expenses/${own.id}/approve`, {}, manager)).data.expense.status).toBe("approved")
    })

    it("are decided once, by one of twenty at once, and told once", async () => {
      await settle({ requires_approval: true, limits: { manager: 1_000_000 } })
      const { id } = await write({}, accountant)
      const told = jest.spyOn(getContainer().resolve(Modules.EVENT_BUS), "emit")
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, turn) => {
          const who = turn % 2 ? owner : manager
          return turn % 4 < 2
            ? post(`/expenses/${id}/approve`, { amount: 1000 + turn }, who)
            : post(`/expenses/${id}/reject`, { reason: `yo‘q ${turn}` }, who)
        })
      )
      const decided = replies.filter(({ status }) => status === 200)
      expect(decided).toHaveLength(1)
      const refused = replies.filter((reply) => reply !== decided[0]).map((reply) => codeOf(reply).join())
      expect(new Set(refused)).toEqual(new Set(["400,EXPENSE_ALREADY_DECIDED"]))
      const { expense } = decided[0].data
      expect((await get(`/expenses/${id}`)).data.expense).toMatchObject({
        status: expense.status,
        sanctioned_amount: expense.sanctioned_amount,
        reject_reason: expense.reject_reason,
      })
      const names = told.mock.calls.flatMap(([events]) => [events].flat().map(({ name }) => name))
      expect(names.filter((name) => name.startsWith("expense."))).toEqual([`expense.${expense.status}`])
      told.mockRestore()
    })

    describe("attachments", () => {
      const png = (color: string) =>
        sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
          .png()
          .toBuffer()
      const read = (url: string, who: Headers = owner) =>
        fetch(`${api.defaults.baseURL}${url}`, { headers: who.headers })

      it("are known by their bytes, kept privately, and read by who sees the expense", async () => {
        const { id } = await write({}, clerk)
        const photo = await png("red")
        const sent = [
          { name: "Чек №1 o‘ram.PNG", content: photo },
          { name: "shartnoma.jpg", content: pdf("shartnoma") },
        ]
        const { status, data } = await attach(id, sent, clerk)
        expect([status, data]).toEqual([201, data])
        const files = data.expense.attachments as File[]
        expect(files.map(({ file_name, mime_type }) => [file_name, mime_type])).toEqual([
          ["Чек №1 o‘ram.webp", "image/webp"],
          ["shartnoma.pdf", "application/pdf"],
        ])
        expect(files[0].url).toBe(`/merchant/expenses/${id}/attachments/${files[0].id}`)

        const picture = await read(files[0].url, clerk)
        expect(picture.status).toBe(200)
        const bytes = Buffer.from(await picture.arrayBuffer())
        expect([(await sharp(bytes).metadata()).format, bytes.length]).toEqual(["webp", files[0].size])
        const expected = {
          "content-type": "image/webp",
          "content-disposition": expect.stringMatching(
            /^attachment; filename="[\w.-]+"; filename\*=UTF-8''%D0%A7/
          ),
          "x-content-type-options": "nosniff",
          "cache-control": "private, no-store",
          "content-security-policy": "default-src 'none'; sandbox",
        }
        for (const [name, value] of Object.entries(expected)) {
          expect([name, picture.headers.get(name)]).toEqual([name, value])
        }
        const paper = await read(files[1].url)
        expect(Buffer.from(await paper.arrayBuffer())).toEqual(pdf("shartnoma"))

        for (const key of await keysOf(id)) {
          expect(lies(key)).toBe(true)
          const name = key.split("/").at(-1)!
          const paths = [key, name, `../private/${key}`, `%2e%2e%2fprivate%2f${key}`]
          const statuses = await Promise.all(
            paths.map(async (path) => (await fetch(`${api.defaults.baseURL}/static/${path}`)).status)
          )
          expect([key, statuses]).toEqual([key, [404, 401, 404, 404]])
        }
        const others = await write()
        expect((await read(files[0].url, texno.owner.headers)).status).toBe(404)
        expect((await read(files[0].url, { headers: {} })).status).toBe(401)
        expect((await read(files[0].url.replace(id, others.id))).status).toBe(404)
        const hidden = (await attach(others.id, [{ name: "x.pdf", content: pdf("x") }])).data.expense
          .attachments[0]
        expect((await read(hidden.url, clerk)).status).toBe(404)

        // One file proves one expense; the same picture under another name is the same.
        const again = await attach(others.id, [{ name: "boshqa.png", content: photo }])
        expect(codeOf(again)).toEqual([400, "EXPENSE_ATTACHMENT_DUPLICATE"])
        expect(again.data.message).toContain(id)
        const foreign = (await post("/expenses", facts(), texno.owner.headers)).data.expense.id
        const elsewhere = await attach(foreign, [{ name: "a.png", content: photo }], texno.owner.headers)
        expect(elsewhere.status).toBe(201)

        // What is taken off is gone, and may prove another expense.
        const [key] = await keysOf(id)
        expect(codeOf(await drop(files[0].url.slice(9), texno.owner.headers))).toEqual([404, "NOT_FOUND"])
        const rest = await drop(files[0].url.slice(9), clerk)
        expect(rest.data.expense.attachments.map((file: File) => file.id)).toEqual([files[1].id])
        expect([lies(key), (await read(files[0].url)).status]).toEqual([false, 404])
        expect((await attach(others.id, [{ name: "b.png", content: photo }])).status).toBe(201)
        // With the expense its files go.
        const left = [...(await keysOf(id)), ...(await keysOf(others.id)), ...(await keysOf(foreign))]
        expect(left).toHaveLength(4)
        await drop(`/expenses/${id}`, clerk)
        await drop(`/expenses/${others.id}`)
        await drop(`/expenses/${foreign}`, texno.owner.headers)
        expect(left.filter(lies)).toEqual([])
      })

      it("that are wrong are refused whole, and leave no file behind", async () => {
        const { id } = await write()
        const files = getContainer().resolve(Modules.FILE)
        const stored = jest.spyOn(files, "createFiles")
        const good = { name: "a.pdf", content: pdf("yaxshi") }
        const before = await fingerprint()
        const wrong: Array<[string, Array<{ name: string; content: Buffer }>]> = [
          ["EXPENSE_ATTACHMENT_UNREADABLE", [good, { name: "a.pdf", content: Buffer.from("<html>%PDF-") }]],
          ["EXPENSE_ATTACHMENT_UNREADABLE", [{ name: "a.svg", content: Buffer.from("<svg/>") }]],
          [
            "EXPENSE_ATTACHMENT_UNREADABLE",
            [{ name: "a.png", content: (await png("blue")).subarray(0, 60) }],
          ],
          [
            "EXPENSE_ATTACHMENT_TOO_BIG",
            [{ name: "a.pdf", content: Buffer.alloc(10 * 1024 * 1024 + 1, "%PDF-") }],
          ],
          ["EXPENSE_ATTACHMENT_MISSING", []],
          [
            "EXPENSE_ATTACHMENTS_TOO_MANY",
            Array.from({ length: 7 }, (_, at) => ({ ...good, content: pdf(`${at}`) })),
          ],
          ["EXPENSE_ATTACHMENT_DUPLICATE", [good, good]],
        ]
        for (const [code, sent] of wrong) {
          expect([code, codeOf(await attach(id, sent))]).toEqual([code, [400, code]])
        }
        expect(codeOf(await attach(id, [good], manager))).toEqual([400, "EXPENSE_NOT_YOURS"])
        expect(stored).not.toHaveBeenCalled()
        expect(await fingerprint()).toEqual(before)
        stored.mockRestore()

        // Of twenty at once one is kept; the files of the others are deleted again.
        const others = await Promise.all(Array.from({ length: 4 }, () => write()))
        const made: string[] = []
        const create = files.createFiles.bind(files) as (data: object[]) => Promise<Array<{ id: string }>>
        const watched = jest.spyOn(files, "createFiles").mockImplementation((async (data: object[]) => {
          const kept = await create(data)
          made.push(...kept.map((file) => file.id))
          return kept
        }) as never)
        const replies = await Promise.all(
          Array.from({ length: 20 }, (_, turn) => attach(others[turn % 4].id, [good]))
        )
        watched.mockRestore()
        expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
        expect(replies.filter(({ data }) => data.code === "EXPENSE_ATTACHMENT_DUPLICATE")).toHaveLength(19)
        expect(made.filter(lies)).toHaveLength(1)

        // A store that cannot delete now: the attachment is gone all the same, the job takes the file away.
        const [{ data }] = replies.filter(({ status }) => status === 201)
        const broken = jest.spyOn(files, "deleteFiles").mockRejectedValue(new Error("storage is down"))
        expect((await drop(data.expense.attachments[0].url.slice(9))).status).toBe(200)
        broken.mockRestore()
        expect(made.filter(lies)).toHaveLength(1)
        expect(await sweepAttachments(getContainer())).toBe(1)
        expect(await sweepAttachments(getContainer())).toBe(0)
        expect(made.filter(lies)).toEqual([])
      })
    })

    it("are written in bulk by imports, once per key", async () => {
      const row = (turn: number) => ({
        company_id: baraka.id,
        day: "2024-02-29",
        amount: "0.30",
        category_id: "other",
        note: `№ ${turn}`,
        payee: null,
        payment_method: "cash" as const,
        status: "approved" as const,
        created_by: null,
        author_name: null,
        decided_by: null,
        decided_at: "2024-03-01T05:00:00Z",
        source: "legacy" as const,
        client_id: `legacy:${turn}`,
      })
      const rows = Array.from({ length: 1000 }, (_, turn) => row(turn))
      expect(await createExpenses(getContainer(), rows)).toHaveLength(1000)
      expect(await createExpenses(getContainer(), rows)).toEqual([])
      await expect(createExpenses(getContainer(), [...rows, row(1000)])).rejects.toThrow(RangeError)
      const { expenses, count, total } = await list("&from=2024-02-29&to=2024-02-29")
      expect([count, total]).toEqual([1000, 300])
      expect(expenses[0]).toMatchObject({
        author_name: null,
        is_mine: false,
        source: "legacy",
        sanctioned_amount: 0.3,
        decided_at: "2024-03-01T05:00:00.000Z",
      })
      // Medusa's own reading of the rows agrees.
      const service = getContainer().resolve<ExpenseModuleService>(EXPENSE_MODULE)
      const kept = await service.retrieveExpense(expenses[0].id)
      expect([kept.amount, kept.sanctioned_amount].map(Number)).toEqual([0.3, 0.3])
      // What was imported and deleted can be imported again.
      await drop(`/expenses/${expenses[0].id}`)
      expect(await createExpenses(getContainer(), rows)).toHaveLength(1)
    })
  },
})

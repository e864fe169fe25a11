import { Modules } from "@medusajs/framework/utils"
import { readXlsx } from "../../src/modules/exchange/lib/file/read-xlsx"
import { budgetUse, daysOfMonth, monthOf } from "../../src/modules/expense/lib/budget"
import { dayNumber, dayText } from "../../src/modules/expense/lib/prorate"
import { workbook } from "../../src/workflows/exchange/lib/sheet-file"
import { noteBudget } from "../../src/workflows/expense/budgets"
import { expensesByDay } from "../../src/workflows/expense/queries/by-day"
import { today } from "../support/expenses"
import { Api, attempt, createCompany, createMember, Reply, setUpMarket, TestCompany } from "../support/market"
import { testMarket } from "../support/suite"

type Headers = { headers: Record<string, string> }

const RENT = { category_id: "rent", amount: 3_100_000, period: "month", starts_on: "2025-01-01" }

/** A file of a form; each call needs its own. */
const formOf = (content: string | Buffer, name = "xarajatlar.csv") => {
  const form = new FormData()
  form.append("file", new Blob([content as never]), name)
  return form
}

testMarket({
  testSuite: ({ api: rawApi, getContainer }) => {
    const api = rawApi as unknown as Api
    let baraka: TestCompany
    let texno: TestCompany
    let owner: Headers
    let accountant: Headers

    const codeOf = ({ status, data }: Reply) => [status, data.code ?? data.type]
    const post = (path: string, body: unknown = {}, who: Headers = owner) =>
      attempt(api.post(`/merchant${path}`, body, who))
    const get = (path: string, who: Headers = owner) => attempt(api.get(`/merchant${path}`, who))
    const drop = (path: string, who: Headers = owner) => attempt(api.delete(`/merchant${path}`, who))
    const recur = async (facts: object = {}, who: Headers = owner) => {
      const { data } = await post("/recurring-expenses", { ...RENT, ...facts }, who)
      return data.recurring_expense
    }
    const byDay = (from: string, to: string) =>
      expensesByDay(getContainer(), { company_ids: [baraka.id], from, to })
    const cost = async (from: string, to: string) =>
      Number((await byDay(from, to)).rows.reduce((sum, { amount_tiyin }) => sum + amount_tiyin, 0n)) / 100
    const daysAway = (days: number) => dayText(dayNumber(today()) + days)

    beforeAll(async () => {
      const container = getContainer()
      await setUpMarket(container, api)
      baraka = await createCompany(container, api, "Baraka Market")
      texno = await createCompany(container, api, "TexnoOlam")
      owner = baraka.owner.headers
      accountant = await createMember(container, api, baraka.id, "accountant", "hisobchi@example.com")
    })

    it("spreads recurring expenses over the days of their periods, as they are changed, skipped, edited and ended", async () => {
      const rent = await recur({ payee: "Bino egasi" })
      expect(rent).toMatchObject({
        ...RENT,
        ends_on: null,
        category_name: { uz: "Ijara", ru: "Аренда", en: "Rent" },
        is_purchase: false,
        status: "approved",
        payment_method: "transfer",
        is_mine: true,
        can_decide: false,
        changes: [],
      })
      expect(rent.next).toHaveLength(3)
      expect(rent.next[0]).toEqual({ period_start: `${monthOf(today())}-01`, amount: RENT.amount })
      expect(await cost("2025-02-01", "2025-02-28")).toBe(3_100_000)
      expect(await cost("2025-03-31", "2025-04-01")).toBe(203_333.33)

      // A week over the end of a month, and a year; another company sees nothing of it.
      await recur({
        category_id: "utilities",
        period: "week",
        amount: 700,
        starts_on: "2025-03-31",
        ends_on: "2025-04-06",
      })
      expect(await cost("2025-04-01", "2025-04-30")).toBe(3_100_000 + 600)
      await recur({
        category_id: "tax",
        period: "year",
        amount: 365,
        starts_on: "2025-12-31",
        ends_on: "2025-12-31",
      })
      expect(await cost("2025-12-01", "2025-12-31")).toBe(3_100_000 + 1)
      const theirs = texno.owner.headers
      expect((await get("/recurring-expenses", theirs)).data.count).toBe(0)
      const path = `/recurring-expenses/${rent.id}`
      for (const refused of [
        await post(path, { amount: 1 }, theirs),
        await post(`${path}/changes`, { period_start: today(), amount: null }, theirs),
        await drop(`${path}/changes/${today()}`, theirs),
        await drop(path, theirs),
      ]) {
        expect(codeOf(refused)).toEqual([404, "NOT_FOUND"])
      }

      // One period is changed by any of its days, the last word counts; another one is skipped.
      await post(`${path}/changes`, { period_start: "2025-05-20", amount: 1 })
      await post(`${path}/changes`, { period_start: "2025-05-31", amount: 6_200_000, note: "ikki oylik" })
      const { data } = await post(`${path}/changes`, { period_start: "2025-06-01", amount: null })
      expect(data.recurring_expense.changes).toEqual([
        { period_start: "2025-05-01", amount: 6_200_000, note: "ikki oylik" },
        { period_start: "2025-06-01", amount: null, note: null },
      ])
      expect(await cost("2025-05-31", "2025-06-30")).toBe(200_000)
      expect(codeOf(await post(`${path}/changes`, { period_start: "2024-12-31", amount: 5 }))).toEqual([
        400,
        "EXPENSE_RECURRING_DAY_OUTSIDE",
      ])
      expect(codeOf(await post(path, { period: "week" }))).toEqual([400, "EXPENSE_RECURRING_HAS_CHANGES"])
      expect((await drop(`${path}/changes/2025-06-15`)).data.recurring_expense.changes).toHaveLength(1)
      expect(codeOf(await drop(`${path}/changes/2025-06-15`))).toEqual([404, "NOT_FOUND"])
      expect(await cost("2025-06-01", "2025-06-30")).toBe(3_100_000)

      // From a day on: what was counted before stays, later changes go along.
      await post(`${path}/changes`, { period_start: "2025-08-01", amount: null })
      const parted = (await post(path, { amount: 4_000_000, from: "2025-07-15" })).data.recurring_expense
      expect(parted).toMatchObject({ starts_on: "2025-07-01", ends_on: null, amount: 4_000_000 })
      expect(parted.id).not.toBe(rent.id)
      expect(parted.changes).toEqual([{ period_start: "2025-08-01", amount: null, note: null }])
      expect(await cost("2025-06-01", "2025-09-30")).toBe(3_100_000 + 4_000_000 + 0 + 4_000_000)
      // Without it, as if it had been so from the beginning.
      await post(path, { amount: 1_000_000 })
      expect(await cost("2025-06-01", "2025-06-30")).toBe(1_000_000)
      expect(codeOf(await post(path, { ends_on: "2024-01-01" }))).toEqual([
        400,
        "EXPENSE_RECURRING_DAYS_WRONG",
      ])

      // Deleted: what has been counted ends yesterday, what has not goes.
      const before = await cost("2025-09-01", daysAway(-1))
      expect((await drop(`/recurring-expenses/${parted.id}`)).data).toEqual({
        id: parted.id,
        object: "recurring_expense",
        deleted: false,
        ends_on: daysAway(-1),
      })
      expect(await cost("2025-09-01", daysAway(40))).toBe(before)
      const coming = await recur({ starts_on: daysAway(10) })
      expect((await drop(`/recurring-expenses/${coming.id}`)).data).toMatchObject({
        deleted: true,
        ends_on: null,
      })
      expect(codeOf(await post(`/recurring-expenses/${coming.id}`, { amount: 1 }))).toEqual([
        404,
        "NOT_FOUND",
      ])
      const ended = (await get("/recurring-expenses?living=false")).data
      expect([ended.count, (await get("/recurring-expenses?living=true")).data.count]).toEqual([4, 0])

      for (const wrong of [
        { amount: 0 },
        { amount: 0.001 },
        { starts_on: "2025-02-30" },
        { period: "day" },
        { ends_on: "2024-01-01" },
        { category_id: "ecat_none" },
        { company_id: texno.id },
      ]) {
        expect((await post("/recurring-expenses", { ...RENT, ...wrong })).status).toBe(400)
      }
      expect((await get("/recurring-expenses")).data.count).toBe(4)
    })

    it("has recurring expenses above their author's limit decided by somebody else", async () => {
      await post("/expense-policy", { requires_approval: true, limits: { accountant: 1_000_000 } })
      const small = await recur({ amount: 1_000_000 }, accountant)
      const large = await recur({ category_id: "marketing", amount: 5_000_000 }, accountant)
      expect([small.status, large.status]).toEqual(["approved", "submitted"])
      const month = daysOfMonth(monthOf(today()))
      expect(await cost(month.from, month.to)).toBe(1_000_000)
      expect((await byDay(month.from, month.to)).pending).toEqual({ count: 1, amount_tiyin: 500_000_000n })
      expect(codeOf(await post(`/recurring-expenses/${large.id}/approve`, {}, accountant))).toEqual([
        403,
        "PERMISSION_REQUIRED",
      ])
      const [first] = (await get("/recurring-expenses")).data.recurring_expenses
      expect(first).toMatchObject({ id: large.id, can_decide: true, is_mine: false })

      // Twenty decide at once: one does.
      const decided = await Promise.all(
        Array.from({ length: 20 }, () =>
          post(`/recurring-expenses/${large.id}/approve`, { amount: 4_000_000 })
        )
      )
      expect(decided.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(codeOf(decided.find(({ status }) => status !== 200)!)).toEqual([400, "EXPENSE_ALREADY_DECIDED"])
      expect(await cost(month.from, month.to)).toBe(5_000_000)

      // A single period is no way around a limit; an edit above it is decided anew.
      const changes = `/recurring-expenses/${small.id}/changes`
      expect(codeOf(await post(changes, { period_start: today(), amount: 1_000_001 }, accountant))).toEqual([
        400,
        "EXPENSE_ABOVE_LIMIT",
      ])
      expect((await post(changes, { period_start: today(), amount: 10 }, accountant)).status).toBe(200)
      expect(await cost(month.from, month.to)).toBe(4_000_010)
      // Nor are periods that were changed while it waited, when it is made small enough afterwards.
      const sly = await recur({ category_id: "other", amount: 9_000_000 }, accountant)
      await post(
        `/recurring-expenses/${sly.id}/changes`,
        { period_start: today(), amount: 9_000_000 },
        accountant
      )
      expect((await post(`/recurring-expenses/${sly.id}`, { amount: 10 }, accountant)).data).toMatchObject({
        recurring_expense: { status: "submitted", amount: 10 },
      })
      expect((await drop(`/recurring-expenses/${sly.id}`, accountant)).status).toBe(200)
      const raised = await post(`/recurring-expenses/${small.id}`, { amount: 2_000_000 }, accountant)
      expect(raised.data.recurring_expense.status).toBe("submitted")
      const reason = "Shartnoma yo‘q"
      const rejected = (await post(`/recurring-expenses/${small.id}/reject`, { reason })).data
        .recurring_expense
      expect(rejected).toMatchObject({ status: "rejected", reject_reason: reason, can_decide: false })
      expect(await cost(month.from, month.to)).toBe(4_000_000)
      expect(
        (await post(`/recurring-expenses/${large.id}`, { note: "reklama" }, accountant)).data
      ).toMatchObject({
        recurring_expense: { status: "approved", note: "reklama" },
      })
    })

    it("tells once that a budget is used up to 80 and 100 per cent, and copies budgets", async () => {
      const container = getContainer()
      const emit = jest.spyOn(container.resolve(Modules.EVENT_BUS), "emit")
      const told = () =>
        emit.mock.calls
          .flatMap(
            ([events]) =>
              events as never as { name: string; data: unknown } | Array<{ name: string; data: unknown }>
          )
          .flat()
          .filter(({ name }) => name === "expense.budget-reached")
          .map(({ data }) => (data as { level: string }).level)
      const month = monthOf(today())
      const spend = (amount: number, category_id: string) =>
        post("/expenses", { day: today(), amount, category_id })
      const set = (category_id: string, amount: number) =>
        post("/expense-budgets", { month, category_id, amount })

      expect((await set("purchases", 1_000_000)).data.expense_budget).toMatchObject({
        category_id: "purchases",
        month,
        amount: 1_000_000,
        spent: 0,
        percent: 0,
        level: "ok",
      })
      await set("rent", 2_000_000)
      await recur({ amount: 1_000_000 })
      await spend(799_999.99, "purchases")
      const budgets = async () =>
        (await get(`/expense-budgets?month=${month}`)).data.expense_budgets.map(
          ({ category_id, spent, percent, level }: Record<string, unknown>) => [
            category_id,
            spent,
            percent,
            level,
          ]
        )
      expect(await budgets()).toEqual([
        ["purchases", 799_999.99, 79, "ok"],
        ["rent", 1_000_000, 50, "ok"],
      ])
      expect(told()).toEqual([])

      await spend(0.01, "purchases")
      const wish = { company_id: baraka.id, category_id: "purchases", day: today() }
      const seen = await Promise.all(Array.from({ length: 20 }, () => noteBudget(container, wish)))
      expect(new Set(seen.map((budget) => budget?.level))).toEqual(new Set(["80"]))
      expect(told()).toEqual(["80"])
      await spend(300_000, "purchases")
      await Promise.all(Array.from({ length: 20 }, () => noteBudget(container, wish)))
      expect(told()).toEqual(["80", "100"])
      // Another amount is told of anew; the same one is not.
      await set("purchases", 1_200_000)
      await set("purchases", 1_200_000)
      expect(told()).toEqual(["80", "100", "80"])
      expect(await noteBudget(container, { ...wish, category_id: "tax" })).toBeUndefined()

      const parallel = await Promise.all(
        Array.from({ length: 20 }, (_, index) => set("salary", 1_000 + index))
      )
      expect(parallel.every(({ status }) => status === 200)).toBe(true)
      expect(await budgets()).toHaveLength(3)
      expect((await set("salary", 0)).data).toEqual({ expense_budget: null })
      await post("/expense-budgets", { month: "2031-01", category_id: "rent", amount: 7 })
      const copied = await post("/expense-budgets/copy", { from: month, to: "2031-01" })
      expect(copied.data.copied).toBe(1)
      expect(
        copied.data.expense_budgets.map(({ category_id, amount }: Record<string, unknown>) => [
          category_id,
          amount,
        ])
      ).toEqual([
        ["purchases", 1_200_000],
        ["rent", 7],
      ])
      expect((await get(`/expense-budgets?month=${month}`, texno.owner.headers)).data.count).toBe(0)
      for (const wrong of [
        { month: "2026-13" },
        { amount: -1 },
        { category_id: "ecat_none" },
        { category_id: undefined },
      ]) {
        const body = { month: "2031-02", category_id: "rent", amount: 5, ...wrong }
        expect((await post("/expense-budgets", body)).status).toBe(400)
      }
      expect((await get("/expense-budgets?month=2031-02")).data.count).toBe(0)
      expect(budgetUse(1n, 1n).level).toBe("100")
    })

    it("imports a file once, however often and at once it comes, and exports what an import reads", async () => {
      const own = (await post("/expense-categories", { name: "Choy-non" })).data.expense_category
      const csv = [
        "Sana;Summa, so‘m;Toifa;Kimga;To‘lov usuli;Izoh",
        "10.03.2025;1 250 000,50;Ijara;Bino egasi;o‘tkazma;mart",
        "2025-03-11;45000;choy-non;;;=HYPERLINK(1)",
        "11.03.2025;45000;Choy-non;;;=HYPERLINK(1)",
        "31.02.2025;-5;Taksi;;btc;",
        ";;;;;",
      ].join("\n")
      const send = (query = "", content: string | Buffer = csv, who = owner) =>
        post(`/expenses/import${query}`, formOf(content), who)
      const preview = (await send("?lang=ru")).data
      expect(preview.counts).toEqual({ ok: 3, error: 1, duplicate: 0 })
      expect(preview.rows[0]).toMatchObject({
        row: 2,
        status: "ok",
        day: "2025-03-10",
        amount: 1_250_000.5,
        category: "Ijara",
        category_id: "rent",
        payment_method: "transfer",
        errors: [],
      })
      expect(preview.rows[1]).toMatchObject({ category_id: own.id, payment_method: "cash" })
      expect(
        preview.rows[3].errors.map(({ field, message }: Record<string, string>) => [field, message])
      ).toEqual([
        ["day", "Дата: Напишите дату как 21.11.2026 или 2026-11-21"],
        ["amount", "Сумма: Сумма должна быть от 0.01 до 1000000000000"],
        ["category", "Категория: Нет такой категории: Taksi"],
        ["payment_method", "Способ оплаты: Способ оплаты: наличные, карта, перечисление или другое"],
      ])
      expect((await get("/expenses")).data.count).toBe(0)

      const applied = await Promise.all(Array.from({ length: 20 }, () => send("?apply=true")))
      expect(applied.reduce((sum, { data }) => sum + data.created, 0)).toBe(3)
      expect((await send("?apply=true")).data).toEqual({ created: 0, skipped: 3, errors: 1 })
      expect((await send()).data.counts).toEqual({ ok: 0, error: 1, duplicate: 3 })
      const { expenses, count, total } = (await get("/expenses?order=day")).data
      expect([count, total]).toEqual([3, 1_340_000.5])
      expect(expenses[0]).toMatchObject({
        day: "2025-03-10",
        source: "import",
        status: "approved",
        is_mine: true,
      })

      // A sheet, with its own days and numbers; what is above a limit waits.
      await post("/expense-policy", { requires_approval: true, limits: { accountant: 100 } })
      const sheet = await workbook(
        [
          ["Дата", "Категория", "Сумма"],
          [45_728, "Аренда", 100],
          [45_729, "Прочие расходы", 100.01],
        ],
        "Лист"
      )
      expect((await send("?apply=true", sheet, accountant)).data).toEqual({
        created: 2,
        skipped: 0,
        errors: 0,
      })
      const waiting = (await get("/expenses?status=submitted")).data.expenses
      expect(waiting.map(({ day, amount }: Record<string, unknown>) => [day, amount])).toEqual([
        ["2025-03-13", 100.01],
      ])

      const exported = await get("/exports/expenses?format=csv&lang=uz&to=2025-03-11")
      const lines = String(exported.data).trim().split("\r\n")
      expect(lines[0]).toBe(
        "\uFEFFSana;Summa;Toifa;Kimga;To‘lov usuli;Izoh;Tasdiqlangan summa;Holati;Kim yozgan".replace(
          "\uFEFF",
          lines[0].startsWith("\uFEFF") ? "\uFEFF" : ""
        )
      )
      expect(lines).toHaveLength(4)
      expect(lines[1]).toMatch(
        /^10\.03\.2025;1250000,5;Ijara;Bino egasi;O‘tkazma;mart;1250000,5;Tasdiqlangan;/
      )
      expect(lines[2]).toContain(";'=HYPERLINK(1);")
      const book = await attempt(
        api.get("/merchant/exports/expenses?lang=en&category_id=rent", {
          ...owner,
          responseType: "arraybuffer",
        } as never)
      )
      const read = await readXlsx(Buffer.from(book.data))
      expect(read).toHaveLength(3)
      expect(read[0].slice(0, 3)).toEqual(["Date", "Amount", "Category"])
      expect(read[1].slice(0, 3)).toEqual(["10.03.2025", 1_250_000.5, "Rent"])
      expect(
        String((await get("/exports/expenses?format=csv", texno.owner.headers)).data)
          .trim()
          .split("\n")
      ).toHaveLength(1)

      for (const lang of ["uz", "ru", "en"]) {
        const template = await get(`/expenses/import/template?format=csv&lang=${lang}`)
        expect((await send("", String(template.data))).data.counts).toEqual({ ok: 2, error: 0, duplicate: 0 })
      }

      expect(codeOf(await send("", "Sana;Izoh\n10.03.2025;x"))).toEqual([
        400,
        "EXPENSE_IMPORT_COLUMNS_MISSING",
      ])
      expect(codeOf(await send("", "Sana;Summa;Toifa"))).toEqual([400, "IMPORT_FILE_EMPTY"])
      expect(codeOf(await send("", Buffer.from([0xff, 0xd8, 0xff, 0, 1])))).toEqual([400, "IMPORT_FILE_TYPE"])
      expect(codeOf(await post("/expenses/import", new FormData()))).toEqual([400, "IMPORT_FILE_MISSING"])
      const many = `Sana;Summa;Toifa\n${"10.03.2025;5;Ijara\n".repeat(5_001)}`
      expect(codeOf(await send("", many))).toEqual([400, "IMPORT_TOO_MANY_ROWS"])
      expect((await send("?apply=yes")).status).toBe(400)
      const most = `Sana;Summa;Toifa\n${"10.03.2025;5;Ijara\n".repeat(5_000)}`
      expect((await send("?apply=true", most)).data).toEqual({ created: 5_000, skipped: 0, errors: 0 })
      expect((await send("?apply=true", most)).data).toEqual({ created: 0, skipped: 5_000, errors: 0 })
    })
  },
})

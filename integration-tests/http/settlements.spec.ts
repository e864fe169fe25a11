import { read as readWorkbook, utils } from "@e965/xlsx"
import { COMPANY_MODULE } from "../../src/modules/company"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import { commissionOf, PaidOrder, refundPostings } from "../../src/modules/ledger/lib/posting"
import LedgerModuleService from "../../src/modules/ledger/service"
import { closeSettlements, markSettlementPaid } from "../../src/workflows/settlement"
import { postSale } from "../support/books"
import { Api, attempt, createCompany, createMember, setUpMarket, TestCompany } from "../support/market"
import { testMarket } from "../support/suite"

const DAY_MS = 86_400_000
type Db = { raw: (sql: string, values?: unknown[]) => Promise<{ rows: Array<Record<string, unknown>> }> }

const OK = {
  tax_id_type: "stir",
  tax_id: "301234567",
  bank_account: "20208000900123456001",
  bank_mfo: "00444",
}

/** Periods lie in the past, before the sales of other tests would reach them. */
const JUNE = { from: "2026-06-01", to: "2026-06-15" }
const LATE_JUNE = { from: "2026-06-16", to: "2026-06-30" }
const JULY = { from: "2026-07-01", to: "2026-07-31" }
const at = (day: string) => new Date(`${day}T12:00:00+05:00`)

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as Db
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let bread: TestCompany
    let phones: TestCompany

    const ledger = () => getContainer().resolve<LedgerModuleService>(LEDGER_MODULE)
    const sql = async (statement: string, values: unknown[] = []) => (await db.raw(statement, values)).rows
    const sale = (day: string, total_tiyin: number, facts: Partial<PaidOrder> = {}, company = bread) =>
      postSale(getContainer(), company.id, { paid_at: at(day), total_tiyin, ...facts })

    /** Gives a part of an order's goods back, on a day. */
    const refund = async (order: PaidOrder, day: string, amount_tiyin: number) =>
      ledger().post(
        refundPostings(
          order,
          {
            id: `cref_${order.id}`,
            amount_tiyin,
            succeeded_at: at(day),
            reason: "qaytarildi",
            lines: [{ company_order_line_id: order.lines[0].id, amount_tiyin }],
          },
          { ...commissionOf(order, 12), returned_tiyin: 0, returned_vat_tiyin: 0, refunds: [] }
        )
      )

    const close = async (body: object) => (await api.post("/admin/settlements", body, market.operator)).data
    const closeOne = async (period: { from: string; to: string }, company = bread) =>
      (await close({ ...period, company_id: company.id })).settlements[0]
    const markPaid = (id: string, proof = "№ 17") =>
      api.post(`/admin/settlements/${id}/mark-paid`, { proof }, market.operator)

    beforeAll(async () => {
      market = await setUpMarket(getContainer(), api)
      bread = await createCompany(getContainer(), api, "Baraka Market")
      phones = await createCompany(getContainer(), api, "TexnoOlam")
      const companies = getContainer().resolve(COMPANY_MODULE) as {
        updateCompanies: (row: object) => Promise<unknown>
      }
      await companies.updateCompanies({ id: bread.id, legal_name: "=BARAKA MChJ", ...OK })
    })

    describe("closing a period", () => {
      it("states opening, sales, commission, refunds and closing", async () => {
        const first = await sale("2026-06-02", 1_000_000_00)
        await sale("2026-06-03", 500_000_00, { provider_id: "pp_cash_cash" })
        await refund(first, "2026-06-05", 200_000_00)
        const settlement = await closeOne(JUNE)
        expect(settlement).toMatchObject({
          company_id: bread.id,
          period_from: "2026-06-01",
          period_to: "2026-06-15",
          status: "closed",
          opening_tiyin: 0,
          sales_tiyin: 1_500_000_00,
          commission_tiyin: 75_000_00 - 10_000_00,
          refunds_tiyin: 200_000_00,
          ad_spend_tiyin: 0,
          received_tiyin: 500_000_00,
          paid_out_tiyin: 0,
          closing_tiyin: 735_000_00,
          payout_tiyin: 735_000_00,
        })
        const { data } = await api.get(`/admin/settlements/${settlement.id}`, market.operator)
        expect(
          data.settlement.lines.map(({ kind, amount_tiyin }: Record<string, unknown>) => [kind, amount_tiyin])
        ).toEqual([
          ["sale", 1_000_000_00],
          ["commission", -50_000_00],
          ["sale", 0],
          ["commission", -25_000_00],
          ["refund", -190_000_00],
        ])
      })

      it("holds sales of the last days back, and refunds with them", async () => {
        await sale("2026-06-12", 300_000_00) // the 13th begins the hold of three days
        const held = await sale("2026-06-13", 400_000_00)
        await refund(held, "2026-06-14", 100_000_00)
        expect(await closeOne(JUNE)).toMatchObject({
          sales_tiyin: 300_000_00,
          refunds_tiyin: 0,
          closing_tiyin: 285_000_00,
        })
        expect(await closeOne(LATE_JUNE)).toMatchObject({
          opening_tiyin: 285_000_00,
          sales_tiyin: 400_000_00,
          refunds_tiyin: 100_000_00,
        })
      })

      it("counts a refund at once when its sale has been counted", async () => {
        const order = await sale("2026-06-02", 1_000_000_00)
        await refund(order, "2026-06-15", 600_000_00)
        expect(await closeOne(JUNE)).toMatchObject({ refunds_tiyin: 600_000_00, closing_tiyin: 380_000_00 })
      })

      it("carries a balance below the minimum, and a negative one, into the next statement", async () => {
        await sale("2026-06-02", 100_000_00)
        expect(await closeOne(JUNE)).toMatchObject({
          status: "carried",
          closing_tiyin: 95_000_00,
          payout_tiyin: 0,
        })
        const cash = await sale("2026-06-20", 4_000_000_00, { provider_id: "pp_cash_cash" })
        const second = await closeOne(LATE_JUNE)
        expect(second).toMatchObject({
          status: "carried",
          opening_tiyin: 95_000_00,
          closing_tiyin: -105_000_00,
        })
        await sale("2026-07-05", 1_000_000_00)
        expect(await closeOne(JULY)).toMatchObject({
          status: "closed",
          opening_tiyin: -105_000_00,
          closing_tiyin: 845_000_00,
          payout_tiyin: 845_000_00,
        })
        const reply = await attempt(markPaid(second.id))
        expect([reply.status, reply.data.code]).toEqual([400, "SETTLEMENT_NOT_PAYABLE"])
        expect(cash.company_id).toBe(bread.id)
      })

      it("carries a refund after the settlement as a debt into the next one", async () => {
        const order = await sale("2026-06-02", 1_000_000_00)
        const first = await closeOne(JUNE)
        await markSettlementPaid(getContainer(), { id: first.id, proof: "№ 1", now: at("2026-06-16") })
        await refund(order, "2026-06-20", 1_000_000_00)
        expect(await ledger().owedTo(bread.id)).toBe(-950_000_00)
        expect(await closeOne(LATE_JUNE)).toMatchObject({
          status: "carried",
          opening_tiyin: 950_000_00,
          refunds_tiyin: 1_000_000_00,
          commission_tiyin: -50_000_00,
          paid_out_tiyin: 950_000_00,
          closing_tiyin: -950_000_00,
        })
        await sale("2026-07-05", 2_000_000_00)
        expect(await closeOne(JULY)).toMatchObject({ opening_tiyin: -950_000_00, payout_tiyin: 950_000_00 })
      })

      it("does not pay again what an earlier statement is about to pay", async () => {
        await sale("2026-06-02", 1_000_000_00)
        const first = await closeOne(JUNE)
        await sale("2026-06-20", 1_000_000_00)
        const second = await closeOne(LATE_JUNE)
        expect(second).toMatchObject({
          opening_tiyin: 950_000_00,
          closing_tiyin: 1_900_000_00,
          payout_tiyin: 950_000_00,
        })
        await markPaid(second.id)
        await markPaid(first.id)
        expect(await ledger().owedTo(bread.id)).toBe(0)
      })

      it("happens once, however many ask at the same moment", async () => {
        await sale("2026-06-02", 1_000_000_00)
        await sale("2026-06-02", 700_000_00, {}, phones)
        const replies = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            attempt(
              api.post(
                "/admin/settlements",
                index % 2 ? JUNE : { ...JUNE, company_id: bread.id },
                market.operator
              )
            )
          )
        )
        expect(
          replies.every(({ status, data }) => status === 201 || data.code === "SETTLEMENT_ALREADY_CLOSED")
        ).toBe(true)
        const rows = await sql("select company_id from settlement order by company_id")
        expect(rows.map(({ company_id }) => company_id)).toEqual([bread.id, phones.id].sort())
        expect((await sql("select count(*)::int as n from settlement_line"))[0].n).toBe(4)
        const again = await close(JUNE)
        expect(again.settlements).toEqual([])
        expect(again.skipped.map(({ reason }: { reason: string }) => reason)).toEqual([
          "already_closed",
          "already_closed",
        ])
      })

      it("leaves entries that come late to the next statement, and counts none twice", async () => {
        await sale("2026-06-02", 1_000_000_00)
        await closeOne(JUNE)
        await sale("2026-06-03", 500_000_00)
        expect(await closeOne(LATE_JUNE)).toMatchObject({ sales_tiyin: 500_000_00 })
        const twice = await sql(
          "select ledger_transaction_id from settlement_line group by 1 having count(*) > 1"
        )
        expect(twice).toEqual([])
        const [line] = await sql("select * from settlement_line limit 1")
        await expect(
          sql(
            "insert into settlement_line (id, settlement_id, company_id, ledger_transaction_id, amount_tiyin) values ('x', ?, ?, ?, 1)",
            [line.settlement_id, line.company_id, line.ledger_transaction_id]
          )
        ).rejects.toThrow(/unique/)
      })

      it("loses and doubles nothing when sales are posted at the same moment", async () => {
        const sales = (day: string) => Array.from({ length: 10 }, () => sale(day, 100_000_00))
        await Promise.all([
          ...sales("2026-06-02"),
          closeSettlements(getContainer(), JUNE),
          ...sales("2026-06-03"),
        ])
        await Promise.all([...sales("2026-06-20"), closeSettlements(getContainer(), LATE_JUNE)])
        await closeSettlements(getContainer(), JULY)
        const [{ closing }] = await sql(
          "select closing_tiyin::bigint::text as closing from settlement order by period_to desc limit 1"
        )
        expect(Number(closing)).toBe(30 * 95_000_00)
        expect((await sql("select count(*)::int as n from settlement_line"))[0].n).toBe(60)
        expect(await ledger().owedTo(bread.id)).toBe(30 * 95_000_00)
      })

      it("refuses what is not over, overlaps, or has nothing in it", async () => {
        await sale("2026-06-02", 1_000_000_00)
        const refusal = async (body: object) => {
          const { status, data } = await attempt(api.post("/admin/settlements", body, market.operator))
          return [status, data.code]
        }
        const today = new Date(Date.now() + 5 * 3_600_000).toISOString().slice(0, 10)
        const before = await sql("select * from settlement")
        expect(await refusal({ from: "2026-06-01", to: today })).toEqual([400, "SETTLEMENT_PERIOD_OPEN"])
        expect(await refusal({ ...JUNE, company_id: phones.id })).toEqual([400, "SETTLEMENT_EMPTY"])
        expect(await refusal({ ...JUNE, company_id: "comp_none" })).toEqual([404, "NOT_FOUND"])
        for (const body of [
          {},
          { from: "2026-06-01" },
          { from: "2026-06-15", to: "2026-06-01" },
          { from: "2026-06-31", to: "2026-07-31" },
          { from: "01.06.2026", to: "15.06.2026" },
          { ...JUNE, company_id: "" },
          { ...JUNE, minimum_tiyin: 0 },
        ]) {
          expect((await refusal(body))[0]).toBe(400)
        }
        expect(await sql("select * from settlement")).toEqual(before)
        await closeOne(JUNE)
        expect(await refusal({ from: "2026-06-10", to: "2026-06-20", company_id: bread.id })).toEqual([
          400,
          "SETTLEMENT_PERIOD_OVERLAPS",
        ])
        expect(await refusal({ ...JUNE, company_id: bread.id })).toEqual([400, "SETTLEMENT_ALREADY_CLOSED"])
      })
    })

    describe("paying a statement", () => {
      it("books the payout once, however many ask at the same moment", async () => {
        await sale("2026-06-02", 1_000_000_00)
        const { id } = await closeOne(JUNE)
        const replies = await Promise.all(
          Array.from({ length: 20 }, (_, index) => attempt(markPaid(id, `№ ${index}`)))
        )
        const paid = replies.filter(({ status }) => status === 200)
        expect(paid).toHaveLength(1)
        expect(paid[0].data.settlement).toMatchObject({ id, status: "paid", paid_at: expect.any(String) })
        expect(new Set(replies.filter(({ status }) => status !== 200).map(({ data }) => data.code))).toEqual(
          new Set(["SETTLEMENT_ALREADY_PAID"])
        )
        expect(
          await sql(
            `select a.code, e.amount_tiyin::text as amount from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
               join ledger_account a on a.id = e.account_id where t.kind = 'payout' order by e.sequence`
          )
        ).toEqual([
          { code: `company:${bread.id}:settlement`, amount: "95000000" },
          { code: "market:bank", amount: "-95000000" },
        ])
        expect(await ledger().owedTo(bread.id)).toBe(0)
      })

      it("wants a proof and a statement that exists", async () => {
        await sale("2026-06-02", 1_000_000_00)
        const { id } = await closeOne(JUNE)
        for (const body of [
          {},
          { proof: "" },
          { proof: "  " },
          { proof: 5 },
          { proof: "x", amount: 1 },
          { proof: "x".repeat(501) },
        ]) {
          const { status } = await attempt(
            api.post(`/admin/settlements/${id}/mark-paid`, body, market.operator)
          )
          expect(status).toBe(400)
        }
        expect((await attempt(markPaid("setl_none"))).status).toBe(404)
        expect((await sql("select status from settlement"))[0].status).toBe("closed")
        expect(await ledger().owedTo(bread.id)).toBe(950_000_00)
      })

      it("leaves the figures of a statement frozen in the database", async () => {
        await sale("2026-06-02", 1_000_000_00)
        const { id } = await closeOne(JUNE)
        for (const change of [
          "payout_tiyin = 1",
          "status = 'carried', payout_tiyin = 0",
          "company_id = 'x'",
          "period_to = '2026-06-16'",
        ]) {
          await expect(sql(`update settlement set ${change}`)).rejects.toThrow(/closed: only its payment/)
        }
        await markPaid(id)
        await expect(sql("update settlement set proof = 'other'")).rejects.toThrow(/only its payment/)
        await expect(sql("delete from settlement")).rejects.toThrow(/append only/)
        await expect(sql("delete from settlement_line")).rejects.toThrow(/append only/)
      })
    })

    describe("the bank file", () => {
      const file = async (query = "") =>
        (await api.get(`/admin/settlements/bank-file${query}`, market.operator)).data

      it("has what waits for its payment, and names companies without requisites", async () => {
        await sale("2026-06-02", 1_000_000_00)
        await sale("2026-06-02", 700_000_00, {}, phones)
        const { settlements } = await close(JUNE)
        const own = settlements.find((row: { company_id: string }) => row.company_id === bread.id)
        const { bank_file } = await file("?period=2026-06-01..2026-06-15")
        expect(bank_file).toMatchObject({ count: 1, total_tiyin: 950_000_00 })
        const [header, line, end] = bank_file.csv.replace("\uFEFF", "").split("\r\n")
        expect(header).toBe("mfo;account;stir;legal_name;amount;purpose;document")
        expect(line).toBe(
          "00444;20208000900123456001;301234567;'=BARAKA MChJ;950000.00;" +
            `Vositachilik shartnomasi bo‘yicha 2026-06-01 – 2026-06-15 davri uchun to‘lov, hisobot ${own.id};${own.id}`
        )
        expect(end).toBe("")
        expect(bank_file.problems).toEqual([
          expect.objectContaining({
            company_id: phones.id,
            name: "TexnoOlam",
            missing: ["bank_mfo", "bank_account", "tax_id", "legal_name"],
          }),
        ])
        expect((await file("?lang=ru")).bank_file.csv).toContain("Оплата по договору")
        expect((await file("?period=2026-05-01..2026-05-15")).bank_file.count).toBe(0)
        await markPaid(own.id)
        expect((await file()).bank_file.count).toBe(0)
      })

      it("comes bare when asked, and refuses a wrong period", async () => {
        const bare = await api.get("/admin/settlements/bank-file?format=csv", market.operator)
        expect(bare.headers["content-type"]).toContain("text/csv")
        expect(bare.headers["x-bozor-problems"]).toBe("0")
        for (const query of [
          "period=june",
          "period=2026-06-15..2026-06-01",
          "period=2026-06-01",
          "lang=en",
          "format=xml",
        ]) {
          const { status, data } = await attempt(
            api.get(`/admin/settlements/bank-file?${query}`, market.operator)
          )
          expect([status, data.code]).toEqual([400, "INVALID_QUERY"])
        }
      })
    })

    describe("reading statements", () => {
      it("gives a company its own, and nobody else's", async () => {
        await sale("2026-06-02", 1_000_000_00)
        await sale("2026-06-02", 700_000_00, {}, phones)
        await close(JUNE)
        const { data } = await api.get("/merchant/settlements", bread.owner.headers)
        expect([data.count, data.offset, data.limit]).toEqual([1, 0, 20])
        expect(data.settlements[0]).toMatchObject({ company_id: bread.id, closing_tiyin: 950_000_00 })
        const { id } = data.settlements[0]
        const own = await api.get(`/merchant/settlements/${id}`, bread.owner.headers)
        expect(own.data.settlement.lines).toHaveLength(2)
        for (const path of ["", "/pdf", "/xlsx"]) {
          const foreign = await attempt(api.get(`/merchant/settlements/${id}${path}`, phones.owner.headers))
          expect([foreign.status, foreign.data.code]).toEqual([404, "NOT_FOUND"])
        }
        const cashier = await createMember(getContainer(), api, bread.id, "cashier", "kassir@example.com")
        const refused = await attempt(api.get("/merchant/settlements", { headers: cashier.headers }))
        expect([refused.status, refused.data.code]).toEqual([403, "PERMISSION_REQUIRED"])
        const all = await api.get("/admin/settlements?status=closed&limit=1", market.operator)
        expect([all.data.count, all.data.settlements.length]).toEqual([2, 1])
        expect((await api.get("/admin/settlements?status=paid", market.operator)).data.count).toBe(0)
      })

      it.each(["uz", "ru", "en"])("prints a PDF and a workbook in %s", async (lang) => {
        const order = await sale("2026-06-02", 1_000_000_00)
        await refund(order, "2026-06-04", 100_000_00)
        const { id } = await closeOne(JUNE)
        const config = { ...bread.owner.headers, responseType: "arraybuffer" }
        const pdf = await api.get(`/merchant/settlements/${id}/pdf?lang=${lang}`, config)
        expect(pdf.headers["content-type"]).toBe("application/pdf")
        expect(pdf.headers["content-disposition"]).toBe(`attachment; filename="settlement-${id}.pdf"`)
        expect(Buffer.from(pdf.data).subarray(0, 5).toString()).toBe("%PDF-")
        const xlsx = await api.get(`/admin/settlements/${id}/xlsx?lang=${lang}`, {
          ...market.operator,
          responseType: "arraybuffer",
        })
        const book = readWorkbook(Buffer.from(xlsx.data))
        const [summary, lines] = book.SheetNames.map((name) =>
          utils.sheet_to_json<unknown[]>(book.Sheets[name], { header: 1 })
        )
        expect(summary.map((row) => row[1])).toEqual(
          expect.arrayContaining([id, "=BARAKA MChJ", 1_000_000, -45_000, -100_000, 855_000])
        )
        expect(lines.slice(1).map((row) => row.at(-1))).toEqual([1_000_000, -50_000, -95_000])
        expect(JSON.stringify(book.Sheets)).not.toContain('"f":')
      })

      it("refuses a language it does not know", async () => {
        const reply = await attempt(api.get("/merchant/settlements/x/pdf?lang=de", bread.owner.headers))
        expect([reply.status, reply.data.code]).toEqual([400, "INVALID_QUERY"])
      })
    })

    it("takes the moment it is from its caller, for tests of the future", async () => {
      await postSale(getContainer(), bread.id, { paid_at: new Date() })
      const future = new Date(Date.now() + 30 * DAY_MS)
      const to = new Date(Date.now() + 10 * DAY_MS).toISOString().slice(0, 10)
      const { ids } = await closeSettlements(getContainer(), { from: "2026-01-01", to, now: future })
      expect(ids).toHaveLength(1)
    })
  },
})

import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import issueMissing from "../../src/jobs/issue-missing-receipts"
import submitFiscal from "../../src/jobs/submit-fiscal"
import { tashkentYear } from "../../src/lib/time"
import { RECEIPT_MODULE } from "../../src/modules/receipt"
import { receiptLines } from "../../src/modules/receipt/lib/lines"
import ReceiptModuleService from "../../src/modules/receipt/service"
import {
  issueReceiptWorkflow,
  issueRefundReceiptWorkflow,
  registerFiscalDriver,
} from "../../src/workflows/receipt"
import { attempt, createMember, createShopper, Reply } from "../support/market"
import { paymeSuite, Purchase } from "../support/payme"
import { receiptDraft } from "../support/receipts"

const YEAR = tashkentYear(new Date())
const FISCAL = {
  receipt_id: 77,
  status_code: 0,
  message: "accepted",
  terminal_id: "EP000000000025",
  fiscal_sign: "800031554082",
  qr_code_url: "https://ofd.soliq.uz/check?t=EP000000000025&r=77",
  date: "20261121101500",
}

paymeSuite("receipts", (world) => {
  const container = () => world.getContainer()
  const service = () => container().resolve<ReceiptModuleService>(RECEIPT_MODULE)
  const store = (path: string, headers: { headers: Record<string, string> } = world.shopper) =>
    attempt(world.api.get(`/store${path}`, headers))
  const merchant = (path: string) => attempt(world.api.get(`/merchant${path}`, world.bread.owner.headers))
  const admin = (path: string) => attempt(world.api.get(`/admin${path}`, world.market.operator))
  const guest = () => world.market.store

  /** Waits until a purchase has so many receipts: they are issued by event, after the provider's answer. */
  const receiptsOf = async ({ group_id }: Purchase, count: number) => {
    for (let tries = 0; tries < 100; tries++) {
      const { data } = await store(`/receipts?order_group_id=${group_id}`)
      if (data.receipts.length >= count) {
        expect(data.receipts).toHaveLength(count)
        return data.receipts
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`${group_id} did not get ${count} receipts`)
  }

  const companyOrder = async ({ group_id }: Purchase, company = world.bread.id) => {
    const [row] = await world.sql("select * from company_order where group_id = ? and company_id = ?", [
      group_id,
      company,
    ])
    return row as { id: string; order_id: string; company_id: string; group_id: string }
  }

  /** A purchase that is paid in our books and of which nobody has been told. */
  const paidSilently = async (purchase: Purchase, secondsAgo: number) => {
    const { id } = await companyOrder(purchase)
    await world.sql(
      `update company_order set paid_at = now() - interval '${secondsAgo} seconds', paid_provider_id = 'pp_cash_cash' where id = ?`,
      [id]
    )
    return id
  }

  /** Paid orders like one that is there: twenty checkouts would take a minute and prove nothing here. */
  const copies = async (companyOrderId: string, count: number): Promise<string[]> => {
    const copy = (table: string, changes: string, where: string) =>
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object(${changes}))).*
         from ${table} t, generate_series(1, ${count}) n where ${where}`
    const ofOrder = "t.id = (select order_id from company_order where id = ?)"
    await world.sql(copy('"order"', "'id', t.id || '_' || n", ofOrder), [companyOrderId])
    const fields = "'id', t.id || '_' || n, 'order_id', t.order_id || '_' || n, 'short_code', n::text"
    await world.sql(copy("company_order", fields, "t.id = ?"), [companyOrderId])
    const links = "'id', t.id || '_' || n, 'company_order_id', t.company_order_id || '_' || n"
    const line = `${links}, 'line_item_id', t.line_item_id || '_' || n`
    await world.sql(copy("company_order_line", line, "t.company_order_id = ?"), [companyOrderId])
    return Array.from({ length: count }, (_, index) => `${companyOrderId}_${index + 1}`)
  }

  const addRefund = async (
    companyOrderId: string,
    refund: {
      id: string
      amount: number
      shipping?: number
      lines: object[]
      seconds?: number
      status?: string
    }
  ) => {
    const raw = (amount: number) => JSON.stringify({ value: String(amount), precision: 20 })
    await world.sql(
      `insert into company_refund (id, company_order_id, company_id, order_id, amount, raw_amount, shipping_amount,
              raw_shipping_amount, lines, reason, status, method, succeeded_at, settled_at)
       select ?, id, company_id, order_id, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, 'Rangi boshqa', ?, 'hand',
              now() - interval '${refund.seconds ?? 60} seconds', now() from company_order where id = ?`,
      [
        refund.id,
        refund.amount,
        raw(refund.amount),
        refund.shipping ?? 0,
        raw(refund.shipping ?? 0),
        JSON.stringify(refund.lines),
        refund.status ?? "succeeded",
        companyOrderId,
      ]
    )
  }

  const counters = () => world.sql("select company_id, year, last from receipt_counter order by company_id")

  describe("of a payment", () => {
    it("are one per company, worth its order to the tiyin, with frozen lines and VAT inside", async () => {
      await world.payme.paid(world.pair)
      const receipts = await receiptsOf(world.pair, 2)
      for (const { id, total } of world.pair.orders) {
        const listed = receipts.find(({ order_id }: { order_id: string }) => order_id === id)
        expect(listed).toMatchObject({ kind: "sale", number: `${YEAR}-000001`, total, currency_code: "uzs" })
        const { data } = await store(`/receipts/${listed.id}`)
        const sum = data.receipt.lines.reduce((all: number, line: { total: number }) => all + line.total, 0)
        expect(sum).toBe(total)
      }
      const ofBread = receipts.find(({ company_id }: { company_id: string }) => company_id === world.bread.id)
      const { data } = await store(`/receipts/${ofBread.id}`)
      expect(data.receipt).toMatchObject({
        seller: { name: "Baraka Market", is_vat_payer: false },
        market: { name: "Bozor" },
        buyer: { name: "Dilnoza Karimova", phone: "+998901112233" },
        provider_id: "pp_payme_payme",
        fiscal: null,
        fiscal_status: "waiting",
        vat_total: 1060.71,
      })
      expect(data.receipt).not.toHaveProperty("token")
      expect(data.receipt.lines[0]).toEqual({
        title: "Tandir noni",
        quantity: 3,
        unit_price: 3300,
        discount: 0,
        total: 9900,
        vat_percent: 12,
        vat: 1060.71,
        ikpu: "00702001001000001",
        package_code: "1234567",
        principal_tax_id: null,
        is_delivery: false,
      })
      expect(data.receipt.lines[1]).toMatchObject({ is_delivery: true, quantity: 1, vat: 0 })
    })

    it("are issued once, however often it is told, and tell of themselves once", async () => {
      const told = jest.fn()
      const bus = container().resolve(Modules.EVENT_BUS)
      const id = await paidSilently(world.solo, 60)
      bus.subscribe("receipt.issued", told as never, { subscriberId: "receipts-spec" })
      const runs = Array.from({ length: 20 }, () =>
        issueReceiptWorkflow(container()).run({ input: { company_order_id: id } })
      )
      const issued = (await Promise.all(runs)).map(({ result }) => result)
      expect(new Set(issued.map((receipt) => receipt.id)).size).toBe(1)
      expect(issued.filter(({ is_new }) => is_new)).toHaveLength(1)
      expect(await counters()).toEqual([{ company_id: world.bread.id, year: YEAR, last: 1 }])
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(told).toHaveBeenCalledTimes(1)
      expect(told.mock.calls[0][0].data).toEqual({
        id: issued[0].id,
        company_id: world.bread.id,
        order_id: world.solo.orders[0].id,
        kind: "sale",
      })
    })

    it("have no gap and no double among twenty at the same time", async () => {
      const orders = await copies(await paidSilently(world.solo, 60), 20)
      await Promise.all(
        [...orders, ...orders].map((company_order_id) =>
          issueReceiptWorkflow(container()).run({ input: { company_order_id } })
        )
      )
      const rows = await world.sql("select number, number_text from receipt order by number")
      expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
      expect(rows[19].number_text).toBe(`${YEAR}-000020`)
    })

    it("take no number when they come to nothing", async () => {
      const order = await companyOrder(world.solo)
      const facts = {
        company_id: order.company_id,
        company_order_id: order.id,
        order_id: order.order_id,
        order_group_id: order.group_id,
      }
      const [line] = receiptDraft(facts).lines
      const broken = receiptDraft(facts, { lines: [{ ...line, title: null as never }] })
      await expect(service().issue(broken, new Date())).rejects.toThrow()
      expect(await counters()).toEqual([])
      const good = await service().issue(receiptDraft(facts), new Date())
      expect(good.number_text).toBe(`${YEAR}-000001`)
    })

    it("begin a new series with the year of Tashkent", async () => {
      const order = await companyOrder(world.solo)
      const facts = { company_id: order.company_id, order_id: order.order_id, order_group_id: order.group_id }
      const at = ["2026-12-31T18:59:59Z", "2026-12-31T19:00:00Z", "2027-01-01T08:00:00Z"]
      const numbers = []
      for (const [index, time] of at.entries()) {
        const draft = receiptDraft({ ...facts, company_order_id: `cord_${index}` })
        numbers.push((await service().issue(draft, new Date(time))).number_text)
      }
      expect(numbers).toEqual(["2026-000001", "2027-000001", "2027-000002"])
    })

    it("are refused for an order that is not paid", async () => {
      const { id } = await companyOrder(world.solo)
      const run = issueReceiptWorkflow(container()).run({ input: { company_order_id: id } })
      await expect(run).rejects.toMatchObject({ code: "RECEIPT_ORDER_NOT_PAID" })
      expect(await counters()).toEqual([])
    })

    it("that were missed are made up for by the job; those of this moment are left to their event", async () => {
      const late = await paidSilently(world.solo, 60)
      const fresh = await paidSilently(world.pair, 5)
      await issueMissing(container() as MedusaContainer)
      const rows = await world.sql("select company_order_id from receipt")
      expect(rows).toEqual([{ company_order_id: late }])
      expect(rows).not.toContainEqual({ company_order_id: fresh })
    })
  })

  describe("in the database", () => {
    it("cannot be changed, taken away or added to, and a series cannot jump", async () => {
      await issueReceiptWorkflow(container()).run({
        input: { company_order_id: await paidSilently(world.solo, 60) },
      })
      const before = await world.sql(
        "select md5(r::text || l::text) as sum from receipt r, receipt_line l order by 1"
      )
      for (const statement of [
        "update receipt set total_tiyin = total_tiyin + 1",
        "update receipt set deleted_at = now()",
        "update receipt_line set title = 'x'",
        "delete from receipt_line",
        "delete from receipt",
        "truncate receipt cascade",
        "update receipt_counter set last = last + 1",
        "update receipt_counter set last = last + 2",
        "update receipt_counter set last = 0",
        "delete from receipt_counter",
        `insert into receipt_line (id, receipt_id, rank, title, unit_price_tiyin, discount_tiyin, total_tiyin, vat_percent, vat_tiyin)
           select 'rline_x', id, 99, 'x', 1, 0, 1, 0, 0 from receipt`,
      ]) {
        await expect(world.sql(statement)).rejects.toThrow(/final|add up|series|has no receipt/)
      }
      const after = await world.sql(
        "select md5(r::text || l::text) as sum from receipt r, receipt_line l order by 1"
      )
      expect(after).toEqual(before)
    })

    it("are worth what their lines are", async () => {
      const order = await companyOrder(world.solo)
      const facts = { company_id: order.company_id, order_id: order.order_id, order_group_id: order.group_id }
      const draft = receiptDraft({ ...facts, company_order_id: order.id }, { lines: [] })
      await expect(service().issue(draft, new Date())).rejects.toThrow(/add up/)
      expect(receiptLines([], 0, null)).toEqual([])
    })
  })

  describe("of a refund", () => {
    it("follow the sale's in the same series, with what went back", async () => {
      await world.payme.refunded(world.pair)
      const receipts = await receiptsOf(world.pair, 4)
      for (const { id, total } of world.pair.orders) {
        const [refund, sale] = receipts.filter(({ order_id }: { order_id: string }) => order_id === id)
        expect(sale).toMatchObject({ kind: "sale", number: `${YEAR}-000001`, total })
        expect(refund).toMatchObject({
          kind: "refund",
          number: `${YEAR}-000002`,
          sale_number: `${YEAR}-000001`,
          total,
        })
      }
    })

    it("in part carry the codes of what was sold, and come after a sale's that was missing", async () => {
      const id = await paidSilently(world.solo, 60)
      const [loaf, patir] = await world.sql(
        "select id, line_item_id, title from company_order_line where company_order_id = ? order by title desc",
        [id]
      )
      const lineOf = (line: Record<string, unknown>, quantity: number | null, amount: number) => ({
        company_order_line_id: line.id,
        line_item_id: line.line_item_id,
        title: line.title,
        quantity,
        amount,
      })
      await addRefund(id, {
        id: "cref_1",
        amount: 3800.5,
        lines: [lineOf(loaf, 1, 3300), lineOf(patir, null, 500.5)],
      })
      await addRefund(id, { id: "cref_due", amount: 10, lines: [lineOf(loaf, null, 10)], status: "due" })
      const run = (refund_id: string) => issueRefundReceiptWorkflow(container()).run({ input: { refund_id } })
      await Promise.all(Array.from({ length: 5 }, () => run("cref_1")))
      await expect(run("cref_due")).rejects.toMatchObject({ code: "RECEIPT_REFUND_NOT_DONE" })
      const [refund, sale] = await receiptsOf(world.solo, 2)
      expect([sale.kind, sale.number, refund.kind, refund.number]).toEqual([
        "sale",
        `${YEAR}-000001`,
        "refund",
        `${YEAR}-000002`,
      ])
      const { data } = await store(`/receipts/${refund.id}`)
      expect(data.receipt).toMatchObject({ total: 3800.5, reason: "Rangi boshqa", refund_id: "cref_1" })
      expect(data.receipt.lines).toEqual([
        expect.objectContaining({ title: "Tandir noni", quantity: 1, unit_price: 3300, vat: 353.57 }),
        expect.objectContaining({ title: "Patir", quantity: null, total: 500.5, ikpu: "00702001001000001" }),
      ])
    })

    it("that were missed are made up for by the job", async () => {
      const id = await paidSilently(world.solo, 60)
      await addRefund(id, {
        id: "cref_2",
        amount: 100,
        lines: [
          { company_order_line_id: "none", line_item_id: "none", title: "Non", quantity: null, amount: 100 },
        ],
      })
      await issueMissing(container() as MedusaContainer)
      await issueMissing(container() as MedusaContainer)
      expect((await receiptsOf(world.solo, 2)).map(({ kind }: { kind: string }) => kind)).toEqual([
        "refund",
        "sale",
      ])
    })
  })

  describe("are read", () => {
    let receipt: { id: string; verify_url: string; total: number }
    let token: string

    beforeEach(async () => {
      await world.payme.paid(world.solo)
      ;[receipt] = await receiptsOf(world.solo, 1)
      const [group] = await world.sql("select token from order_group where id = ?", [world.solo.group_id])
      token = group.token as string
    })

    it("by their shopper, and by a guest who holds the order's token", async () => {
      expect((await store(`/receipts/${receipt.id}`)).status).toBe(200)
      expect((await store(`/receipts?token=${token}`, guest())).data.count).toBe(1)
      expect((await store(`/receipts/${receipt.id}?token=${token}`, guest())).status).toBe(200)
      const headers = { headers: { ...guest().headers, "x-order-token": token } }
      expect((await store(`/receipts/${receipt.id}`, headers)).status).toBe(200)
    })

    it("by nobody else", async () => {
      const other = await createShopper(
        container(),
        world.api,
        "vali@example.com",
        world.market.publishable_key
      )
      expect((await store(`/receipts/${receipt.id}`, other)).status).toBe(404)
      expect((await store("/receipts", other)).data).toMatchObject({ receipts: [], count: 0 })
      expect((await store(`/receipts/${receipt.id}`, guest())).status).toBe(401)
      expect((await store("/receipts", guest())).status).toBe(401)
      expect((await store("/receipts?token=wrong", guest())).data.count).toBe(0)
      for (const form of ["", "/pdf", "/html"]) {
        expect((await store(`/receipts/${receipt.id}${form}?token=wrong`, guest())).status).toBe(404)
      }
      const foreign = world.phones.owner.headers
      expect((await attempt(world.api.get(`/merchant/receipts/${receipt.id}`, foreign))).status).toBe(404)
      expect((await attempt(world.api.get(`/merchant/receipts/${receipt.id}/pdf`, foreign))).status).toBe(404)
      expect((await world.api.get("/merchant/receipts", foreign)).data.count).toBe(0)
    })

    it("by their company and by the operator", async () => {
      for (const read of [merchant, admin]) {
        expect((await read("/receipts")).data).toMatchObject({ count: 1, offset: 0, limit: 20 })
        expect((await read(`/receipts?q=${YEAR}-0000`)).data.receipts[0].id).toBe(receipt.id)
        expect((await read("/receipts?kind=refund")).data.count).toBe(0)
        expect((await read(`/receipts/${receipt.id}`)).data.receipt).toMatchObject({ total: receipt.total })
        expect((await read("/receipts/rcpt_none")).status).toBe(404)
        expect((await read(`/receipts/${receipt.id}/pdf?lang=ru`)).headers["content-type"]).toBe(
          "application/pdf"
        )
      }
      expect((await admin(`/receipts?company_id=${world.phones.id}`)).data.count).toBe(0)
      const marketer = await createMember(
        container(),
        world.api,
        world.bread.id,
        "marketer",
        "marketer@baraka.example.com"
      )
      const refused = await attempt(
        world.api.get("/merchant/receipts", { headers: marketer.headers } as never)
      )
      expect(refused.data.code).toBe("PERMISSION_REQUIRED")
    })

    it("as a page and as a PDF, in the language that is wanted", async () => {
      const page = await store(`/receipts/${receipt.id}/html?lang=ru`)
      expect(page.headers["content-type"]).toBe("text/html; charset=utf-8")
      expect(page.headers["content-security-policy"]).toContain("default-src 'none'")
      expect(page.data).toContain(`Чек № ${YEAR}-000001`)
      expect(page.data).toContain("Tandir noni")
      expect((await store(`/receipts/${receipt.id}/html`)).data).toContain(`Chek № ${YEAR}-000001`)
      expect((await store(`/receipts/${receipt.id}/html?lang=de`)).status).toBe(400)
      const pdf = await store(`/receipts/${receipt.id}/pdf`)
      expect(pdf.headers["content-type"]).toBe("application/pdf")
      expect(pdf.headers["cache-control"]).toContain("no-store")
      expect(String(pdf.data).startsWith("%PDF-")).toBe(true)
    })

    it("by a stranger who scans the code: what proves it, and nothing of the buyer", async () => {
      const path = new URL(receipt.verify_url).pathname
      const open = (accept: string, lang = "") =>
        attempt(world.api.get(`${path}${lang}`, { headers: { accept } }))
      const page = await open("text/html", "?lang=en")
      expect(page.status).toBe(200)
      expect(page.headers["content-type"]).toBe("text/html; charset=utf-8")
      for (const text of ["genuine", `${YEAR}-000001`, "Baraka Market"]) {
        expect(page.data).toContain(text)
      }
      const json = await store(`/receipts/verify/${path.split("/").at(-1)}`, guest())
      expect(Object.keys(json.data.receipt).sort()).toEqual([
        "currency_code",
        "fiscal_sign",
        "issued_at",
        "kind",
        "number",
        "seller",
        "total",
      ])
      expect(json.data.receipt).toMatchObject({ total: receipt.total, kind: "sale" })
      const html = await store(`/receipts/verify/${path.split("/").at(-1)}`, {
        headers: { ...guest().headers, accept: "text/html" },
      } as never)
      for (const text of [page.data, html.data, JSON.stringify(json.data)]) {
        expect(text).not.toMatch(/Dilnoza|998901112233|xaridor@|Tandir|Patir/)
      }
      expect((await attempt(world.api.get("/receipts/verify/none", {}))).status).toBe(404)
      expect((await store("/receipts/verify/none", guest())).data.code).toBe("NOT_FOUND")
    })
  })

  describe("and their fiscal data", () => {
    const queue = async (query = "") => (await admin(`/fiscal-submissions${query}`)).data.fiscal_submissions
    const due = () => world.sql("update fiscal_submission set next_attempt_at = now() - interval '1 second'")
    const report = (id: string, type: "PERFORM" | "CANCEL", data: object = FISCAL) =>
      world.payme.call("SetFiscalData", { id, type, fiscal_data: data })

    it("of Payme are waited for, shown as soon as they come, one row for the whole payment", async () => {
      const id = await world.payme.paid(world.pair)
      await receiptsOf(world.pair, 2)
      await submitFiscal(container() as MedusaContainer)
      const [row, ...others] = await queue()
      expect(others).toEqual([])
      expect(row).toMatchObject({
        kind: "sale",
        status: "waiting",
        attempts: 1,
        provider_id: "pp_payme_payme",
      })
      expect(row.receipts).toHaveLength(2)
      expect(await report(id, "PERFORM")).toMatchObject({ result: { success: true } })
      for (const receipt of await receiptsOf(world.pair, 2)) {
        expect(receipt).toMatchObject({
          fiscal_status: "confirmed",
          fiscal: { terminal_id: FISCAL.terminal_id, fiscal_sign: FISCAL.fiscal_sign, receipt_id: "77" },
        })
        const page = await store(`/receipts/${receipt.id}/html?lang=uz`)
        expect(page.data).toContain("https://ofd.soliq.uz/check?t=EP000000000025&amp;r=77")
      }
      await submitFiscal(container() as MedusaContainer)
      expect(await queue("?status=confirmed")).toHaveLength(1)
    })

    it("of a sale and of its refund are kept apart", async () => {
      const id = await world.payme.refunded(world.solo)
      await receiptsOf(world.solo, 2)
      await report(id, "PERFORM")
      const [refund, sale] = await receiptsOf(world.solo, 2)
      expect([sale.fiscal_status, refund.fiscal_status]).toEqual(["confirmed", "waiting"])
      await report(id, "CANCEL", { ...FISCAL, fiscal_sign: "900" })
      const [after] = await receiptsOf(world.solo, 2)
      expect(after.fiscal).toMatchObject({ fiscal_sign: "900" })
    })

    it("that failed to register are still waited for", async () => {
      const id = await world.payme.paid(world.solo)
      await receiptsOf(world.solo, 1)
      await report(id, "PERFORM", { status_code: 5, message: "OFD is not available" })
      await submitFiscal(container() as MedusaContainer)
      expect((await receiptsOf(world.solo, 1))[0]).toMatchObject({ fiscal: null, fiscal_status: "waiting" })
    })

    it("are asked for with growing pauses, given up in sight, and tried again by an operator", async () => {
      const order = await companyOrder(world.solo)
      const facts = { company_id: order.company_id, order_id: order.order_id, order_group_id: order.group_id }
      const draft = receiptDraft(
        { ...facts, company_order_id: order.id },
        {
          provider_id: "pp_test_test",
          transaction_id: "gtx_x",
          fiscal: { status: "waiting", by: "transaction" },
        }
      )
      const { id: receiptId } = await service().issue(draft, new Date())
      const answers: Array<() => Promise<never>> = []
      registerFiscalDriver("test", async () => answers.shift()!())
      const outcome = (value: object) => answers.push(async () => value as never)
      outcome({ kind: "waiting", reason: "busy" })
      await due()
      await Promise.all([
        submitFiscal(container() as MedusaContainer),
        submitFiscal(container() as MedusaContainer),
      ])
      const [row] = await queue()
      expect(row).toMatchObject({ status: "waiting", attempts: 1, last_error: "busy" })
      const pause = Date.parse(row.next_attempt_at) - Date.now()
      expect(pause).toBeGreaterThan(50_000)
      outcome({ kind: "failed", reason: "no IKPU" })
      await due()
      await submitFiscal(container() as MedusaContainer)
      expect((await queue("?status=failed"))[0]).toMatchObject({ last_error: "no IKPU", attempts: 2 })
      await submitFiscal(container() as MedusaContainer)
      outcome({ kind: "confirmed", data: { fiscal_sign: "42" } })
      const retry = (): Promise<Reply> =>
        attempt(world.api.post(`/admin/fiscal-submissions/${row.id}/retry`, {}, world.market.operator))
      expect((await retry()).data.fiscal_submission).toMatchObject({ status: "confirmed", attempts: 1 })
      expect((await retry()).data.code).toBe("FISCAL_NOT_RETRYABLE")
      expect((await admin(`/receipts/${receiptId}`)).data.receipt.fiscal).toMatchObject({ fiscal_sign: "42" })
      const unknown = world.api.post("/admin/fiscal-submissions/none/retry", {}, world.market.operator)
      expect((await attempt(unknown)).status).toBe(404)
    })

    it("of cash are not needed", async () => {
      await issueReceiptWorkflow(container()).run({
        input: { company_order_id: await paidSilently(world.solo, 60) },
      })
      expect((await receiptsOf(world.solo, 1))[0]).toMatchObject({
        fiscal_status: "not_needed",
        fiscal: null,
      })
    })
  })

  describe("and the invoice of an order", () => {
    it("are two things: what is to be paid, for the shopper and whoever holds the token", async () => {
      const path = `/order-groups/${world.pair.group_id}/invoice`
      const page = await store(`${path}?format=html&lang=en`)
      expect(page.headers["content-type"]).toBe("text/html; charset=utf-8")
      for (const text of [
        "Tandir noni",
        "Smartfon",
        "Baraka Market",
        "TexnoOlam",
        "To pay",
        "not a receipt",
      ]) {
        expect(page.data).toContain(text)
      }
      expect((await store(path)).headers["content-type"]).toBe("application/pdf")
      expect((await store(path, guest())).status).toBe(404)
      const [group] = await world.sql("select token from order_group where id = ?", [world.pair.group_id])
      expect((await store(`${path}?token=${group.token}`, guest())).status).toBe(200)
      await world.payme.paid(world.pair)
      await receiptsOf(world.pair, 2)
      const paid = await store(`${path}?format=html&lang=en`)
      expect(paid.data).toContain("<dd>paid</dd>")
      expect(paid.data).not.toContain("To pay")
    })

    it("show a company its own part only", async () => {
      const { order_id } = await companyOrder(world.pair)
      const page = await merchant(`/orders/${order_id}/invoice?format=html&lang=uz`)
      expect(page.data).toContain("Tandir noni")
      expect(page.data).not.toContain("Smartfon")
      const foreign = await companyOrder(world.pair, world.phones.id)
      expect((await merchant(`/orders/${foreign.order_id}/invoice`)).status).toBe(404)
    })
  })
})

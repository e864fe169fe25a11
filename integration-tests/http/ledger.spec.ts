import { LEDGER_MODULE } from "../../src/modules/ledger"
import LedgerModuleService from "../../src/modules/ledger/service"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import checkBooksDaily from "../../src/jobs/check-books"
import postMissingEntries from "../../src/jobs/post-missing"
import { companyAccount, marketAccount } from "../../src/modules/ledger/lib/accounts"
import { Posting } from "../../src/modules/ledger/lib/posting"
import { findImbalances } from "../../src/workflows/books"
import { postLedger, postMissing } from "../../src/workflows/ledger"
import { issueMissingReceipts } from "../../src/workflows/receipt"
import { completeRefundByHand, refundOrder } from "../../src/workflows/refund"
import { runBooksCheck } from "../support/books"
import { attempt, choosePayment, fillCart } from "../support/market"
import { paymeSuite, Purchase } from "../support/payme"

type Row = Record<string, unknown>

paymeSuite("the ledger", (world) => {
  const container = () => world.getContainer()
  const ledger = () => container().resolve<LedgerModuleService>(LEDGER_MODULE)

  /** Everything that has happened is in the ledger, whatever its listeners are doing. */
  const postAll = () =>
    postMissing(container(), { since: new Date(0), until: new Date(Date.now() + 60_000), limit: 1000 })

  const companyOrders = ({ group_id }: Purchase) =>
    world.sql("select * from company_order where group_id = ? order by rank", [group_id])

  /** Entries of a reference as `account amount`. */
  const entriesOf = async (reference: string) =>
    (
      await world.sql(
        `select a.code, e.amount_tiyin::text as amount from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
           join ledger_account a on a.id = e.account_id where t.reference = ? order by e.sequence`,
        [reference]
      )
    ).map(({ code, amount }) => `${code} ${amount}`)

  const transactionsAbout = (id: unknown) =>
    world.sql("select reference from ledger_transaction where subject_id = ? order by sequence", [id])

  /** Refunds a part of an order by hand, to its end. */
  async function refundByHand(orderId: string, request: { amount: number }): Promise<string> {
    const refund = await refundOrder(container(), {
      order_id: orderId,
      request,
      reason: "qaytarildi",
      restock: false,
      requested_by: null,
      request_key: null,
    })
    await completeRefundByHand(container(), { id: refund.id, proof: "№ 5" })
    return refund.id
  }

  describe("from a payment", () => {
    it("has the sale and the commission of each company, once, by the event alone", async () => {
      await world.payme.paid(world.pair)
      const [bread, phones] = await companyOrders(world.pair)
      for (let turn = 0; turn < 100 && (await transactionsAbout(phones.id)).length < 2; turn++) {
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      expect(await transactionsAbout(phones.id)).toEqual([
        { reference: `sale:${phones.id}` },
        { reference: `commission:${phones.id}` },
      ])
      const total = Number(phones.total) * 100
      expect(await entriesOf(`sale:${phones.id}`)).toEqual([
        `provider:pp_payme_payme ${total}`,
        `company:${world.phones.id}:payable -${total}`,
      ])
      // 5 % of the telephone at 1 110 000 so'm; the courier bears none; 12 % VAT are inside
      expect(await entriesOf(`commission:${phones.id}`)).toEqual([
        `company:${world.phones.id}:commission 5550000`,
        "market:commission_income -4955357",
        "market:commission_vat -594643",
      ])
      await postAll()
      await Promise.all(
        Array.from({ length: 20 }, () => postLedger(container(), { kind: "sale", id: String(bread.id) }))
      )
      expect(await transactionsAbout(bread.id)).toHaveLength(2)
      expect(await ledger().owedTo(world.phones.id)).toBe(total - 5_550_000)
    })

    it("has nothing of an order that has not been paid, nor of one that is none", async () => {
      const [order] = await companyOrders(world.solo)
      expect(await postLedger(container(), { kind: "sale", id: String(order.id) })).toEqual([])
      expect(await postLedger(container(), { kind: "sale", id: "cord_none" })).toEqual([])
      expect(await postLedger(container(), { kind: "refund", id: "cref_none" })).toEqual([])
    })

    it("is made up for by the job when nobody heard the event", async () => {
      const [order] = await companyOrders(world.solo)
      await world.sql(
        "update company_order set paid_at = now() - interval '1 hour', paid_provider_id = 'pp_payme_payme' where id = ?",
        [order.id]
      )
      await postMissingEntries(container())
      await postMissingEntries(container())
      expect(await transactionsAbout(order.id)).toHaveLength(2)
    })

    it("in cash leaves the company owing the commission", async () => {
      const shopper = world.shopper
      const cart = await fillCart(world.api, world.market, shopper, [world.line(world.loaf, 10)])
      await choosePayment(world.api, shopper, cart, "pp_cash_cash")
      const { data } = await world.api.post(`/store/carts/${cart}/complete`, {}, shopper)
      const [order] = data.order_group.orders
      await world.api.post(`/merchant/orders/${order.id}/confirm-payment`, {}, world.bread.owner.headers)
      await postAll()
      // 10 × 3 300 so'm, 5 %
      expect(await ledger().owedTo(world.bread.id)).toBe(-165_000)
      expect(
        (await findImbalances(container())).imbalances.filter(({ check }) => !/receipts/.test(check))
      ).toEqual([])
    })
  })

  describe("from refunds", () => {
    it("takes exactly the commission back when everything is given back at the provider", async () => {
      await world.payme.refunded(world.pair)
      await postAll()
      expect(await ledger().owedTo(world.bread.id)).toBe(0)
      expect(await ledger().owedTo(world.phones.id)).toBe(0)
      const left = await world.sql(
        `select a.code from ledger_account a join ledger_entry e on e.account_id = a.id
          where a.company_id is null group by a.code having sum(e.amount_tiyin) <> 0`
      )
      expect(left).toEqual([])
    })

    it("counts twenty parts that are posted at the same moment, each once, and leaves nothing", async () => {
      const purchase = await world.buy([world.line(world.loaf, 20)])
      await world.payme.paid(purchase)
      const [order] = await companyOrders(purchase)
      const [line] = await world.sql("select * from company_order_line where company_order_id = ?", [
        order.id,
      ])
      // Written by hand, so that no event tells of them before all are there.
      for (let part = 0; part < 20; part++) {
        const lines = [
          {
            company_order_line_id: line.id,
            line_item_id: line.line_item_id,
            title: "Non",
            quantity: 1,
            amount: 3300,
          },
        ]
        await world.sql(
          `insert into company_refund (id, company_order_id, company_id, order_id, amount, raw_amount, lines, reason, status,
             method, succeeded_at) values (?, ?, ?, ?, 3300, '{"value":"3300"}', ?::jsonb, 'x', 'succeeded', 'hand', now())`,
          [`cref_${part}`, order.id, order.company_id, order.order_id, JSON.stringify(lines)]
        )
      }
      await Promise.all(
        Array.from({ length: 40 }, (_, index) =>
          postLedger(container(), { kind: "refund", id: `cref_${index % 20}` })
        )
      )
      const [{ count, ranks }] = await world.sql(
        "select count(*)::int as count, count(distinct rank)::int as ranks from ledger_transaction where kind = 'refund'"
      )
      expect([count, ranks]).toEqual([20, 20])
      expect(await ledger().owedTo(world.bread.id)).toBe(0)
    })

    it("brings the sale along when the refund is heard first", async () => {
      await world.sql(
        "update company_order set paid_at = now(), paid_provider_id = 'pp_payme_payme' where group_id = ?",
        [world.solo.group_id]
      )
      const [order] = await companyOrders(world.solo)
      const [line] = await world.sql(
        "select * from company_order_line where company_order_id = ? order by id",
        [order.id]
      )
      const lines = [{ company_order_line_id: line.id, amount: 100 }]
      await world.sql(
        `insert into company_refund (id, company_order_id, company_id, order_id, amount, raw_amount, lines, reason, status,
           method, succeeded_at) values ('cref_x', ?, ?, ?, 100, '{"value":"100"}', ?::jsonb, 'x', 'succeeded', 'hand', now())`,
        [order.id, order.company_id, order.order_id, JSON.stringify(lines)]
      )
      const told = await Promise.all([
        postLedger(container(), { kind: "refund", id: "cref_x" }),
        postLedger(container(), { kind: "sale", id: String(order.id) }),
      ])
      expect(told.flat().sort()).toEqual(
        [`commission:${order.id}`, "refund:cref_x", `sale:${order.id}`].sort()
      )
    })
  })

  describe("in the database", () => {
    const refused = (sql: string) =>
      expect(world.sql(sql)).rejects.toThrow(/append only|closed|add up|currency|company only/)
    const NEW = `insert into ledger_transaction (id, reference, kind, subject_id, company_id, currency_code, occurred_at)`
    const ENTRY = `insert into ledger_entry (id, transaction_id, account_id, company_id, currency_code, amount_tiyin)`

    const posting = (facts: Partial<Posting> = {}): Posting => ({
      reference: "ad_spend:1",
      kind: "ad_spend",
      subject_id: "ad_1",
      rank: 0,
      company_id: world.bread.id,
      currency_code: "uzs",
      occurred_at: new Date(),
      memo: null,
      entries: [
        { account: companyAccount(world.bread.id, "ad_spend", "uzs"), amount_tiyin: 100 },
        { account: marketAccount("bank", "uzs"), amount_tiyin: -100 },
      ],
      ...facts,
    })

    it("refuses to change, delete or empty what has been posted", async () => {
      await ledger().post([posting()])
      for (const table of ["ledger_transaction", "ledger_entry", "ledger_account"]) {
        await refused(`update ${table} set updated_at = now()`)
        await refused(`delete from ${table}`)
        await refused(`truncate ${table} cascade`)
      }
      await expect(ledger().deleteLedgerEntries({ currency_code: "uzs" })).rejects.toThrow()
      await expect(ledger().softDeleteLedgerTransactions({ currency_code: "uzs" })).rejects.toThrow()
      expect(await ledger().owedTo(world.bread.id)).toBe(-100)
    })

    it("refuses a transaction that is not in balance, has one entry or none", async () => {
      const [first, second] = posting().entries
      const wrong = [[first, { ...second, amount_tiyin: -99 }], [first], []]
      for (const entries of wrong) {
        await expect(ledger().post([posting({ entries })])).rejects.toThrow(/add up/)
      }
      await expect(
        ledger().post([posting({ entries: [first, { ...second, amount_tiyin: 0 }] })])
      ).rejects.toThrow()
      expect(await world.sql("select * from ledger_transaction")).toEqual([])
    })

    it("writes all postings of an event or none", async () => {
      const broken = posting({
        reference: "ad_spend:2",
        subject_id: "ad_2",
        entries: posting().entries.slice(1),
      })
      await expect(ledger().post([posting(), broken])).rejects.toThrow(/add up/)
      expect(await world.sql("select * from ledger_transaction")).toEqual([])
    })

    it("refuses entries that come later, in another currency or of another company", async () => {
      await ledger().post([posting()])
      const [{ id, account }] = await world.sql(
        "select t.id, e.account_id as account from ledger_transaction t join ledger_entry e on e.transaction_id = t.id where e.company_id is null"
      )
      await refused(
        `${ENTRY} values ('e1', '${id}', '${account}', null, 'uzs', 5), ('e2', '${id}', '${account}', null, 'uzs', -5)`
      )
      const usd = { account: marketAccount("bank", "usd"), amount_tiyin: -100 }
      await expect(
        ledger().post([posting({ reference: "a", subject_id: "a", entries: [posting().entries[0], usd] })])
      ).rejects.toThrow(/currency/)
      const foreign = { account: companyAccount(world.phones.id, "ad_spend", "uzs"), amount_tiyin: 100 }
      await expect(
        ledger().post([
          posting({ reference: "b", subject_id: "b", entries: [foreign, posting().entries[1]] }),
        ])
      ).rejects.toThrow(/company only/)
      await expect(
        world.sql(`${NEW} values ('t', 'again', 'ad_spend', 'ad_1', '${world.bread.id}', 'uzs', now())`)
      ).rejects.toThrow(/unique/)
    })
  })

  describe("as it is read", () => {
    const read = async (query = "", headers = world.bread.owner.headers) =>
      (await world.api.get(`/merchant/ledger${query}`, headers)).data

    it("shows a company its own entries, the last first, with what it was owed after each", async () => {
      await world.payme.paid(world.pair)
      await world.payme.paid(world.solo)
      await postAll()
      const { entries, owed_tiyin, next_cursor } = await read("?limit=100")
      expect(next_cursor).toBeNull()
      expect(entries.map(({ account }: Row) => account).sort()).toEqual([
        "commission",
        "commission",
        "payable",
        "payable",
      ])
      let balance = 0
      for (const entry of [...entries].reverse()) {
        balance += entry.amount_tiyin
        expect(entry.balance_tiyin).toBe(balance)
      }
      expect(owed_tiyin).toBe(balance)
      expect(JSON.stringify(entries)).not.toContain(world.phones.id)

      const paged = []
      for (let cursor: number | null = null; ;) {
        const page: { entries: Row[]; next_cursor: number | null } = await read(
          `?limit=1${cursor === null ? "" : `&cursor=${cursor}`}`
        )
        paged.push(...page.entries)
        if ((cursor = page.next_cursor) === null) {
          break
        }
      }
      expect(paged).toEqual(entries)

      const commission = await read("?account=commission")
      expect(commission.entries).toEqual(entries.filter(({ account }: Row) => account === "commission"))
      expect((await read("?kind=refund")).entries).toEqual([])
      expect((await read("?to=2020-01-01")).entries).toEqual([])
      expect((await read("?from=2020-01-01")).entries).toHaveLength(4)
    })

    it("shows an operator every account, as it is signed", async () => {
      await world.payme.paid(world.pair)
      await postAll()
      const { data } = await world.api.get("/admin/ledger?account=provider", world.market.operator)
      expect(data.entries).toHaveLength(2)
      expect(
        data.entries.reduce((sum: number, row: { amount_tiyin: number }) => sum + row.amount_tiyin, 0)
      ).toBe(world.pair.amount)
      const [order] = await companyOrders(world.pair)
      const one = await world.api.get(`/admin/ledger?reference=sale:${order.id}`, world.market.operator)
      expect(one.data.entries).toHaveLength(2)
      const own = await world.api.get(`/admin/ledger?company_id=${world.phones.id}`, world.market.operator)
      expect(own.data.entries[0].owed_tiyin).toBe(await ledger().owedTo(world.phones.id))
    })

    it.each([
      "limit=0",
      "limit=101",
      "cursor=x",
      "kind=gift",
      "from=21.11.2026",
      "to=2026-02-30",
      "account=bank",
      "currency_code=so'm",
    ])("refuses %s", async (query) => {
      const reply = await attempt(world.api.get(`/merchant/ledger?${query}`, world.bread.owner.headers))
      expect([reply.status, reply.data.code]).toEqual([400, "INVALID_QUERY"])
    })
  })

  describe("books:check", () => {
    const found = async () => {
      const { imbalances } = await findImbalances(container())
      return [...new Set(imbalances.map(({ check }) => check))]
        .filter((check) => !/receipts/.test(check))
        .sort()
    }
    const settle = async () => {
      await world.payme.paid(world.pair)
      await world.payme.paid(world.solo)
      const [order] = await companyOrders(world.solo)
      await refundByHand(String(order.order_id), { amount: 1500 })
      await postAll()
      return order
    }

    it("finds nothing in books that balance, and an operator reads the same", async () => {
      await settle()
      await issueMissingReceipts(container(), new Date(Date.now() + 60_000))
      expect(await findImbalances(container())).toMatchObject({ imbalances: [], skipped: [] })
      const { data } = await world.api.get("/admin/books", world.market.operator)
      const figure = (name: string) => data.books.figures.find((row: Row) => row.name === name).tiyin
      expect(figure("orders paid")).toBe(world.pair.amount + world.solo.amount)
      expect(figure("orders refunded")).toBe(150_000)
      expect(figure("ledger: sales")).toBe(figure("orders paid"))
      expect(figure("gateway: performed")).toBe(figure("orders paid"))
      expect(figure("Medusa: transactions of orders")).toBe(figure("orders paid") - 150_000)
      expect(figure("ledger: all entries")).toBe(0)
    })

    it.each<[string, string, string[]]>([
      ["money of an order", "update order_transaction set amount = amount + 1", ["order_money"]],
      ["a capture", "update capture set amount = amount - 1", ["payments"]],
      ["a line", "update company_order_line set total = total + 1", ["ledger_commission", "order_lines"]],
      [
        "an order's total",
        "update company_order set total = total + 1",
        ["gateway_paid", "ledger_sales", "order_lines", "order_money", "payments"],
      ],
      [
        "a refunded total",
        "update company_order set refunded_total = refunded_total + 1",
        ["order_money", "order_refunds", "payments"],
      ],
      ["a gateway row", "update gateway_transaction set amount_tiyin = amount_tiyin + 1", ["gateway_paid"]],
      ["a gateway row given back", "update gateway_transaction set state = -2", ["gateway_refunded"]],
      [
        "a payment that was forgotten",
        "update company_order set paid_at = null where refunded_total = 0",
        ["gateway_paid", "ledger_sales", "order_money", "payments"],
      ],
      [
        "a refund that never was",
        "update company_refund set status = 'due'",
        ["ledger_refunds", "order_refunds"],
      ],
      [
        "a refund's amount",
        "update company_refund set amount = amount + 1",
        ["ledger_refunds", "order_refunds", "refund_lines"],
      ],
    ])("names %s that was tampered with", async (_, sql, checks) => {
      await settle()
      await world.sql(sql)
      expect(await found()).toEqual(checks)
    })

    it("is an error in the log of the daily job, and nothing in it otherwise", async () => {
      const error = jest.spyOn(container().resolve(ContainerRegistrationKeys.LOGGER), "error")
      error.mockImplementation((() => undefined) as never)
      await checkBooksDaily(container())
      expect(error).not.toHaveBeenCalled()
      const [order] = await companyOrders(world.solo)
      await world.sql("update company_order set shipping_paid = 5, updated_at = '2026-01-01' where id = ?", [
        order.id,
      ])
      await checkBooksDaily(container())
      expect(error).toHaveBeenCalledWith(expect.stringContaining(`order_lines: ${order.id}`))
    })

    it("leaves work in progress alone when told so, and ends with 1 as a command", async () => {
      const order = await settle()
      await world.sql("update order_transaction set amount = amount + 1 where order_id = ?", [order.order_id])
      const { imbalances } = await findImbalances(container(), {
        settled_before: new Date(Date.now() - 60_000),
      })
      expect(imbalances).toEqual([])

      const [{ name }] = await world.sql("select current_database() as name")
      const command = () => runBooksCheck(String(name))
      const young = command()
      expect([young.status, young.stderr]).toEqual([0, ""])
      expect(young.stdout).toContain("The books balance.")
      await world.sql("update company_order set updated_at = now() - interval '1 hour'")
      await world.sql("update order_group set updated_at = now() - interval '1 hour'")
      await world.sql("update company_refund set updated_at = now() - interval '1 hour'")
      const old = command()
      expect(old.status).toBe(1)
      expect(old.stdout).toContain(`order_money: ${order.id}`)
    })
  })
})

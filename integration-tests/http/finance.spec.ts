import { randomUUID } from "node:crypto"
import fc from "fast-check"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import { companyAccount, marketAccount } from "../../src/modules/ledger/lib/accounts"
import LedgerModuleService from "../../src/modules/ledger/service"
import { financeSummary, keepFacts } from "../../src/workflows/finance"
import { comparedWith, Comparison } from "../../src/workflows/finance/lib/periods"
import { catchUp, expectSoundBooks } from "../support/books"
import { Desk } from "../support/desk"
import { everyFact, readSources, runFactsRebuild, tellOrder, tellRefund, Told } from "../support/finance"
import { attempt, createMember } from "../support/market"
import { naiveFigures } from "../support/naive-finance"
import { Orders } from "../support/orders"
import { paymeSuite } from "../support/payme"
import { warmStatementsOf } from "../support/statements"
import { today } from "../support/expenses"

type Range = { from: string; to: string }
type Asked = Range & { compare?: Comparison; by?: string }

/** Finance of a company (business rules 14–16; flaw 25): docs/finance.md. */
paymeSuite("Finance", (world) => {
  const orders = new Orders(world)
  const sql = (statement: string, values?: unknown[]) => world.sql(statement, values)
  const owner = () => world.bread.owner.headers
  const get = async (path: string, asked: object, by: object = owner()) =>
    (await world.api.get(`${path}?${new URLSearchParams(asked as Record<string, string>)}`, by)).data
  const summaryOf = async (asked: Asked) => (await get("/merchant/finance/summary", asked)).summary
  const naive = async ({ from, to }: Range, company = world.bread.id) =>
    naiveFigures(await readSources(sql, company), from, to)

  /** Every figure of a summary, of its comparison and of its cash, reckoned anew. */
  const expectTrue = async (asked: Asked) => {
    const summary = await summaryOf(asked)
    const { figures, purchases } = await naive(asked)
    expect(summary).toMatchObject(figures)
    expect(summary.cash).toMatchObject({
      in_total: figures.sales,
      refunds: figures.refunds,
      expenses: figures.expenses,
      purchases,
    })
    const compare = comparedWith(asked, asked.compare ?? "none")
    expect(summary.compare).toEqual(compare && { ...compare, ...(await naive(compare)).figures })
    return summary
  }
  let serial = 0
  const order = (paid_at: string, more: Partial<Told> = {}): Told => ({
    id: `ord${++serial}`,
    company_id: world.bread.id,
    paid_at,
    lines: [{ variant_id: "v1", quantity: 2, total: 10_000, cost: 3000 }],
    ...more,
  })
  const sold = async (paid_at: string, more: Partial<Told> = {}) => {
    const told = order(paid_at, more)
    await tellOrder(sql, told)
    return told
  }

  /** Advertising as the ledger takes it, in tiyin. */
  const payForAds = (amount_tiyin: number) =>
    world
      .getContainer()
      .resolve<LedgerModuleService>(LEDGER_MODULE)
      .post([
        {
          reference: "ad:1",
          kind: "ad_spend",
          subject_id: "ad_1",
          rank: 0,
          company_id: world.bread.id,
          currency_code: "uzs",
          occurred_at: new Date(),
          memo: null,
          entries: [
            { account: companyAccount(world.bread.id, "ad_spend", "uzs"), amount_tiyin },
            { account: marketAccount("commission_income", "uzs"), amount_tiyin: -amount_tiyin },
          ],
        },
      ])

  it("counts orders, refunds, cancellations and the cash desk, and agrees with the ledger", async () => {
    const { loaf, patir } = world
    const period = { from: today(), to: today(), compare: "previous" as const }
    const partly = await orders.paid([world.line(loaf, 3), world.line(patir)], "courier")
    const [line] = await sql(
      `select l.id from company_order_line l join company_order c on c.id = l.company_order_id
      where c.order_id = ? and l.variant_id = ?`,
      [partly.id, loaf.variant_id]
    )
    expect(
      await orders.refund(partly, { items: [{ id: line.id, quantity: 1 }], restock: true })
    ).toMatchObject({ status: 200 })
    const desk = new Desk(world, owner())
    await desk.open()
    const price = await desk.price(patir)
    const { sale } = await desk.sell(patir, 3, {
      payments: [
        { method: "cash", amount: price },
        { method: "card", amount: 2 * price },
      ],
      customer_phone: "90 111 22 33",
    })
    const back = {
      client_id: randomUUID(),
      lines: [{ line_id: sale.lines[0].id, quantity: 1 }],
      restock: false,
      method: "card",
      shift_id: desk.shift,
      reason: "yoqmadi",
    }
    expect(await desk.call(`sales/${sale.id}/return`, back)).toMatchObject({ status: 200 })
    expect(await orders.cancel(await orders.paid([world.line(loaf, 2)]))).toMatchObject({ status: 200 })
    const rent = { day: today(), amount: 12_345.67, category_id: "rent" }
    await world.api.post("/merchant/expenses", rent, owner())
    await world.api.post("/merchant/expenses", { ...rent, amount: 50_000, category_id: "purchases" }, owner())
    await expectSoundBooks(world.getContainer())
    await payForAds(250_050)

    const summary = await expectTrue(period)
    expect(summary).toMatchObject({ orders: 3, refunds_count: 3, expenses: 12_345.67 })
    // The pieces thrown away at the desk stay in the cost; those that are for sale again do not.
    expect(summary.cost).toBe(2 * 3000 + 5000 + 3 * 5000)
    const methods = Object.fromEntries(
      summary.cash.in.map((row: { method: string; amount: number }) => [row.method, row.amount])
    )
    expect(methods).toMatchObject({ pos_cash: price, pos_card: 2 * price })
    const { entries } = await readSources(sql, world.bread.id)
    const ledger = (kind: string) =>
      entries.filter((entry) => entry.kind === kind).reduce((sum, { amount }) => sum + Number(amount), 0) /
      100
    expect([summary.sales, summary.refunds, summary.commission, summary.ad_spend]).toEqual([
      -ledger("payable"),
      ledger("refunds"),
      ledger("commission"),
      ledger("ad_spend"),
    ])
    const [stock] = await sql(
      `select sum(k.stocked_quantity * v.cost)::float8 as value from listing_variant v join inventory_level k
        on k.inventory_item_id = v.inventory_item_id where v.company_id = ?`,
      [world.bread.id]
    )
    expect(summary.stock_value).toBe(stock.value)

    const market = await get("/admin/finance/summary", { from: today(), to: today() }, world.market.operator)
    expect(market.summary.revenue).toBe(summary.revenue)
    expect(market.companies).toMatchObject([
      { company_id: world.bread.id, name: "Baraka Market", net_profit: summary.net_profit },
    ])
    expect(
      (await get("/merchant/finance/summary", period, world.phones.owner.headers)).summary
    ).toMatchObject({ revenue: 0, stock_value: 5_000_000, expenses: 0 })
  })

  it("stands at midnight, month end, 29 February and a refund in a later period", async () => {
    const leap = await sold("2024-02-29T18:59:59.999Z", { shipping: 500.25, phone: "+998901112233" })
    await sold("2024-02-29T19:00:00Z", { phone: "+998901112233" })
    await sold("2023-02-28T07:00:00Z", {
      lines: [{ variant_id: null, quantity: 1, total: 99.99, cost: null }],
    })
    await tellRefund(sql, {
      id: "ref1",
      order: leap,
      succeeded_at: "2024-03-31T18:59:59Z",
      restock: true,
      pieces: [{ line: 0, quantity: 1, amount: 5000 }],
      shipping: 500.25,
    })
    const february = { from: "2024-02-01", to: "2024-02-29", compare: "last_year" as const }
    expect(await expectTrue(february)).toMatchObject({
      sales: 10_500.25,
      refunds: 0,
      cost: 6000,
      new_buyers: 1,
      compare: { to: "2023-02-28", sales: 99.99, lines_without_cost: 1 },
    })
    expect(await expectTrue({ from: "2024-03-01", to: "2024-03-31", compare: "previous" })).toMatchObject({
      sales: 10_000,
      refunds: 5500.25,
      cost: 3000,
      new_buyers: 0,
      returning_orders: 1,
    })
    expect(await expectTrue({ from: "2024-04-01", to: "2024-04-30" })).toMatchObject({ sales: 0, refunds: 0 })
    await expectTrue({ from: "2024-02-29", to: "2024-02-29", compare: "last_year" })

    // An order that comes in late says who is new; one that is taken back says it again.
    const early = await sold("2024-01-15T10:00:00Z", { phone: "998 90 111-22-33" })
    expect(await expectTrue(february)).toMatchObject({ new_buyers: 0, returning_orders: 1 })
    await sql(`update company_order set deleted_at = now() where id = ?`, [early.id])
    expect(await expectTrue(february)).toMatchObject({ new_buyers: 1, returning_orders: 0 })
    // Cancelled without a refund of its goods (it cost nothing): they are on the shelf, and so is their cost.
    const gift = await sold("2024-02-10T10:00:00Z", {
      lines: [{ variant_id: "v1", quantity: 1, total: 0, cost: 700 }],
    })
    expect(await expectTrue(february)).toMatchObject({ cost: 6700 })
    await sql(`update company_order set canceled_at = '2024-02-11T10:00:00Z' where id = ?`, [gift.id])
    expect(await expectTrue(february)).toMatchObject({ cost: 6000, orders: 2 })
  })

  it("equals a recomputation from every row, whatever the history, and facts made anew equal those kept", async () => {
    const DAYS = 60
    const begin = Date.parse("2024-01-31T19:00:00Z")
    const moment = fc
      .integer({ min: 0, max: DAYS * 86_400 - 1 })
      .map((s) => new Date(begin + s * 1000).toISOString())
    const line = fc.record({
      variant_id: fc.constantFrom("v1", "v2", "v3", null),
      quantity: fc.integer({ min: 1, max: 4 }),
      total: fc.integer({ min: 1, max: 5_000_000 }).map((n) => n / 100),
      cost: fc.option(
        fc.integer({ min: 0, max: 900_000 }).map((n) => n / 100),
        { freq: 6 }
      ),
      discount: fc.integer({ min: 0, max: 500 }),
    })
    const event = fc.record({
      paid_at: moment,
      lines: fc.array(line, { minLength: 1, maxLength: 3 }),
      shipping: fc.constantFrom(0, 15_000),
      phone: fc.constantFrom("+998901112233", "+998935550011", "+998975550022", null),
      provider: fc.constantFrom("pp_payme_payme", "pp_click_click", "pp_cash_cash"),
      refund: fc.option(
        fc.record({ later: fc.integer({ min: 0, max: 40 }), restock: fc.boolean(), byAmount: fc.boolean() })
      ),
      isCanceled: fc.boolean(),
    })
    const [history] = fc.sample(fc.array(event, { minLength: 70, maxLength: 70 }), {
      seed: 20261121,
      numRuns: 1,
    })
    for (const [index, { refund, isCanceled, ...said }] of history.entries()) {
      const told = await sold(said.paid_at, said)
      if (refund) {
        const at = Date.parse(said.paid_at) + refund.later * 86_400_000
        const [first] = said.lines
        await tellRefund(sql, {
          id: `rr${index}`,
          order: told,
          succeeded_at: new Date(at).toISOString(),
          restock: refund.restock,
          pieces: [
            {
              line: 0,
              quantity: refund.byAmount ? null : 1,
              amount: Math.floor((first.total / first.quantity) * 100) / 100,
            },
          ],
          shipping: refund.later % 2 ? said.shipping : 0,
        })
        if (isCanceled) {
          await sql(`update company_order set canceled_at = paid_at + interval '9 days' where id = ?`, [
            told.id,
          ])
        }
      }
      if (index % 10 === 0) {
        await keepFacts(world.getContainer())
      }
    }
    const recurring = { category_id: "salary", amount: 1_000_000, period: "month", starts_on: "2024-02-10" }
    await world.api.post("/merchant/recurring-expenses", recurring, owner())
    for (const day of ["2024-02-29", "2024-03-01", "2024-03-01"]) {
      await world.api.post("/merchant/expenses", { day, amount: 777.77, category_id: "other" }, owner())
    }
    await catchUp(world.getContainer())

    const whole = await expectTrue({ from: "2024-02-01", to: "2024-05-31", by: "month", compare: "previous" })
    const months = whole.series as Array<Range & Record<string, number>>
    for (const { from, to, ...month } of months) {
      expect(await expectTrue({ from, to, by: "day", compare: "last_year" })).toMatchObject(month)
    }
    const [daily] = fc.sample(fc.array(fc.integer({ min: 0, max: DAYS }), { minLength: 6, maxLength: 6 }), {
      seed: 7,
      numRuns: 1,
    })
    for (const n of daily) {
      const day = new Date(Date.parse("2024-02-01") + n * 86_400_000).toISOString().slice(0, 10)
      await expectTrue({ from: day, to: day, compare: "previous" })
    }
    await keepFacts(world.getContainer())
    const kept = await everyFact(sql)
    const [{ name }] = await sql("select current_database() as name")
    const { status, stdout, stderr } = runFactsRebuild(name as string)
    expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" })
    expect(stdout).toMatch(/days of \d+ companies made from source/)
    expect(await everyFact(sql)).toEqual(kept)

    // One statement too many per day, order or month would show between a month and three years.
    const statements = ({ from, to }: Range) =>
      warmStatementsOf(world.getContainer(), () =>
        financeSummary(world.getContainer(), {
          from,
          to,
          company_id: world.bread.id,
          currency_code: "uzs",
          compare: "previous",
          by: "week",
        })
      )
    const long = await statements({ from: "2022-01-01", to: "2024-12-31" })
    expect(long).toEqual(await statements({ from: "2024-02-01", to: "2024-02-02" }))
    expect(long.length).toBeLessThanOrEqual(9)
  })

  it("loses nothing of 20 sales at once while facts are made anew", async () => {
    const desk = new Desk(world, owner())
    await desk.open()
    const sales = await Promise.all(Array.from({ length: 20 }, () => desk.sale(world.loaf)))
    let isSelling = true
    const rebuilding = (async () => {
      while (isSelling) {
        expect((await keepFacts(world.getContainer())).errors).toEqual([])
        await summaryOf({ from: today(), to: today() })
      }
    })()
    await Promise.all(sales.map((sale) => desk.send(sale)))
    isSelling = false
    await rebuilding
    expect(await expectTrue({ from: today(), to: today() })).toMatchObject({ orders: 20 })

    // A sale that is written before a rebuild begins, and is committed after it.
    const knex = world.getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const trx = await knex.transaction()
    await tellOrder(
      async (statement, values) => (await trx.raw(statement, values as never)).rows,
      order(new Date().toISOString())
    )
    await keepFacts(world.getContainer())
    expect(await summaryOf({ from: today(), to: today() })).toMatchObject({ orders: 20 })
    await trx.commit()
    expect(await expectTrue({ from: today(), to: today() })).toMatchObject({ orders: 21 })
  })

  it("refuses other people and periods that are none, and hides costs from those who may not see them", async () => {
    const path = "/merchant/finance/summary"
    const period = { from: "2024-02-01", to: "2024-02-29" }
    const cashier = await createMember(
      world.getContainer(),
      world.api,
      world.bread.id,
      "cashier",
      "kassir@example.com"
    )
    expect(await attempt(get(path, period, { headers: cashier.headers }))).toMatchObject({ status: 403 })
    for (const bad of [
      { from: "2024-02-30", to: "2024-03-01" },
      { from: "2024-03-02", to: "2024-03-01" },
      { from: "2020-01-01", to: "2023-01-06" },
      { ...period, compare: "next" },
      { ...period, company_id: world.phones.id },
      { ...period, currency_code: "so'm" },
    ]) {
      expect(await attempt(get(path, bad))).toMatchObject({ status: 400, data: { code: "INVALID_QUERY" } })
    }
    const role = { name: "Hisobchi yordamchisi", permissions: ["finance:read"] }
    const made = await world.api.post("/merchant/roles", role, owner())
    await world.api.post(`/merchant/members/${cashier.member_id}`, { role_id: made.data.role.id }, owner())
    const { summary } = await get(path, { ...period, compare: "previous" }, { headers: cashier.headers })
    expect(JSON.stringify(summary)).not.toMatch(/"(cost|markup_profit|net_profit|stock_value)"/)
    expect(summary).toMatchObject({ revenue: 0, days: 29 })
  })
})

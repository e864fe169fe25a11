import { randomUUID } from "node:crypto"
import { read, utils } from "@e965/xlsx"
import { financeBreakdown } from "../../src/workflows/finance/queries/breakdown"
import { financeGoods } from "../../src/workflows/finance/queries/goods"
import { slowGoods } from "../../src/workflows/finance/queries/slow-goods"
import { findMeant } from "../../src/workflows/sales/queries/found"
import { pageStatement } from "../../src/workflows/sales/queries/journal"
import { readCursor } from "../../src/workflows/sales/lib/cursor"
import { Desk } from "../support/desk"
import { today } from "../support/expenses"
import { tellOrder, tellRefund, Told, ToldRefund } from "../support/finance"
import { attempt, createMember } from "../support/market"
import { Orders } from "../support/orders"
import { paymeSuite } from "../support/payme"
import { warmStatementsOf } from "../support/statements"

type Entry = {
  id: string
  kind: "sale" | "refund"
  order_id: string
  total: number
  profit?: number
  lines: Array<{ title: string; quantity: number; total: number }>
}
type Plan = {
  "Node Type": string
  "Relation Name"?: string
  "Actual Rows": number
  "Actual Loops": number
  "Rows Removed by Filter"?: number
  Plans?: Plan[]
}
type Sold = {
  key: string
  name: unknown
  orders: number | null
  quantity: number
  revenue: number
  cost?: number
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
const touchedBy = (plan: Plan) =>
  (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"]

/** The journal of sales and what reports say of goods and ways of selling: docs/sales.md. */
paymeSuite("Sales journal and breakdowns", (world) => {
  const orders = new Orders(world)
  const owner = () => world.bread.owner.headers
  const get = (path: string, query: Record<string, unknown> = {}, by: object = owner()) =>
    attempt(
      world.api.get(`${path}?${new URLSearchParams(query as Record<string, string>)}`, {
        ...by,
        responseType: query.format || path.endsWith("/export") ? "arraybuffer" : "json",
      })
    )
  const journal = async (query: Record<string, unknown> = {}, by?: object) =>
    (await get("/merchant/sales", query, by)).data
  const idsOf = async (query: Record<string, unknown>) =>
    (await journal({ limit: 100, ...query })).sales.map(({ id }: Entry) => id)
  const member = (role: string, company = world.bread) =>
    createMember(world.getContainer(), world.api, company.id, role, `${role}@${company.handle}.example.com`)
  const report = async (name: string, query: object, by?: object) =>
    (await get(`/merchant/finance/${name}`, { from: today(), to: today(), ...query }, by)).data

  /** A web order with a courier, sales at two desks, one of them split, a return at a desk and a refund by the office. */
  async function aDay() {
    const { loaf, patir } = world
    const web = await orders.paid([world.line(loaf, 2), world.line(patir)], "courier")
    await world.payme.paid(world.pair)
    const cashier = await member("cashier")
    const desk = new Desk(world, { headers: cashier.headers as Record<string, string> })
    await desk.open()
    const cash = (await desk.sell(loaf, 3, { customer_phone: "93 555 66 77" })).sale
    const price = await desk.price(loaf)
    const split = (
      await desk.sell(loaf, 2, {
        payments: [
          { method: "cash", amount: price },
          { method: "card", amount: price },
        ],
      })
    ).sale
    const back = await desk.call(`sales/${cash.id}/return`, {
      client_id: randomUUID(),
      lines: [{ line_id: cash.lines[0].id, quantity: 1 }],
      restock: true,
      method: "card",
      shift_id: desk.shift,
      reason: "qotib qolgan",
    })
    expect(back.status).toBe(200)
    expect((await orders.refund(web, { amount: 1000 })).status).toBe(200)
    const entryOf = async (orderId: string, kind = "sale") =>
      String(
        (
          await world.sql(
            kind === "sale"
              ? "select id from company_order where order_id = ?"
              : "select id from company_refund where order_id = ? and status = 'succeeded'",
            [orderId]
          )
        )[0].id
      )
    const bread = world.pair.orders.find(({ company }) => company.id === world.bread.id)!
    return {
      cashier,
      cash,
      split,
      price,
      web: await entryOf(web.id),
      webRefund: await entryOf(web.id, "refund"),
      payme: await entryOf(bread.id),
      cashSale: await entryOf(cash.order_id),
      cashReturn: await entryOf(cash.order_id, "refund"),
      splitSale: await entryOf(split.order_id),
      webOrder: web,
    }
  }

  it("lists what was paid and given back, filters it, exports it, and shows profit to whom it is due", async () => {
    const day = await aDay()
    const all = await journal()
    expect(all.sales.map(({ id }: Entry) => id)).toEqual([
      day.webRefund,
      day.cashReturn,
      day.splitSale,
      day.cashSale,
      day.payme,
      day.web,
    ])
    expect(all.next).toBeNull()
    const sum = (kind: string) =>
      all.sales
        .filter((entry: Entry) => entry.kind === kind)
        .reduce((n: number, { total }: Entry) => n + total, 0)
    expect(all.totals).toEqual({
      sales: sum("sale"),
      refunds: -sum("refund"),
      net: sum("sale") + sum("refund"),
      count: 6,
      profit: all.sales.reduce((n: number, { profit }: Entry) => n + profit!, 0),
    })
    const entry = (id: string) => all.sales.find((row: Entry) => row.id === id)
    expect(entry(day.splitSale)).toMatchObject({
      kind: "sale",
      channel: "pos",
      short_code: day.split.short_code,
      receipt_number: day.split.receipt.number,
      cashier: { id: day.cashier.member_id, name: expect.any(String) },
      payments: [
        { method: "pos_cash", amount: day.price, name: { en: "Cash desk, cash" } },
        { method: "pos_card", amount: day.price },
      ],
      lines: [{ title: "Tandir noni", quantity: 2, total: 2 * day.price }],
      quantity: 2,
      total: 2 * day.price,
      profit: 2 * (day.price - 3000),
    })
    expect(entry(day.cashReturn)).toMatchObject({
      kind: "refund",
      total: -day.price,
      quantity: 1,
      payments: [{ method: "pos_card", amount: -day.price }],
      cashier: { id: day.cashier.member_id },
      customer_phone: "+998935556677",
      profit: -(day.price - 3000),
    })
    expect(entry(day.web)).toMatchObject({
      channel: "web",
      cashier: null,
      payments: [{ method: "pp_cash_cash", amount: day.webOrder.total }],
      total: day.webOrder.total,
    })

    const asked: Array<[Record<string, unknown>, string[]]> = [
      [{ kind: "refund" }, [day.webRefund, day.cashReturn]],
      [{ channel: "web" }, [day.webRefund, day.payme, day.web]],
      [{ channel: "pos", kind: "sale" }, [day.splitSale, day.cashSale]],
      [{ payment: "pos_cash" }, [day.splitSale, day.cashSale]],
      [{ payment: "pos_card" }, [day.cashReturn, day.splitSale]],
      [{ payment: "pp_payme_payme" }, [day.payme]],
      [{ payment: "pp_cash_cash" }, [day.webRefund, day.web]],
      [{ cashier_id: day.cashier.member_id }, [day.cashReturn, day.splitSale, day.cashSale]],
      [{ cashier_id: "cmem_none" }, []],
      // A refund by amount takes from every line of its order.
      [{ listing_id: world.patir.id }, [day.webRefund, day.web]],
      [{ variant_id: world.patir.variant_id }, [day.webRefund, day.web]],
      [{ variant_id: world.patir.listing_variant_id }, [day.webRefund, day.web]],
      [{ listing_id: world.phone.id }, []],
      [{ q: "PATIR" }, [day.webRefund, day.web]],
      [{ q: "tandir", channel: "pos" }, [day.cashReturn, day.splitSale, day.cashSale]],
      [{ q: "yo‘q narsa" }, []],
      [{ q: "93 555 66 77" }, [day.cashReturn, day.cashSale]],
      [{ q: day.split.short_code }, [day.splitSale]],
      [{ q: day.split.receipt.number }, [day.splitSale]],
      [{ from: today(), to: today(), limit: 1 }, [day.webRefund]],
      [{ to: "2026-01-01" }, []],
    ]
    for (const [query, ids] of asked) {
      expect({ query, ids: await idsOf(query) }).toEqual({ query, ids })
    }
    // Whatever is asked, the totals are those of the entries.
    for (const query of [{ channel: "pos" }, { kind: "refund" }, { q: "patir" }, { from: today() }]) {
      const { sales, totals } = await journal(query)
      const net = sales.reduce((n: number, { total }: Entry) => n + total, 0)
      const profit = sales.reduce((n: number, row: Entry) => n + row.profit!, 0)
      expect({ query, totals }).toMatchObject({ query, totals: { net, profit, count: sales.length } })
    }
    for (const wrong of ["from=2026-02-30", "after=x", "limit=101", "channel=x", "kind=x", "limit=0"]) {
      expect(await attempt(world.api.get(`/merchant/sales?${wrong}`, owner()))).toMatchObject({
        status: 400,
        data: { code: "INVALID_QUERY" },
      })
    }

    const cashier = { headers: day.cashier.headers as Record<string, string> }
    const seen = await journal({}, cashier)
    expect(seen.sales).toHaveLength(6)
    expect(JSON.stringify(seen)).not.toMatch(/profit|cost/)
    // Another company has its own: the telephone of the shared purchase.
    const theirs = await journal({}, world.phones.owner.headers)
    expect(theirs.sales).toHaveLength(1)
    expect((await journal({ q: day.split.short_code }, world.phones.owner.headers)).sales).toEqual([])

    const lines = async (lang: string, by?: object) => {
      const { data } = await get("/merchant/exports/sales", { format: "csv", lang }, by)
      return Buffer.from(data).toString("utf8").replace("\uFEFF", "").trim().split("\r\n")
    }
    const [head, first, ...rest] = await lines("ru")
    expect([head, rest.length]).toEqual([expect.stringContaining("Номер чека;Товары"), 5])
    expect(first).toContain("Возврат;Интернет")
    expect((await lines("en", cashier))[0]).not.toContain("Profit")
    const { data } = await get("/merchant/exports/sales", { format: "xlsx", lang: "uz", kind: "sale" })
    const rows = utils.sheet_to_json<Record<string, unknown>>(Object.values(read(data).Sheets)[0])
    expect(rows).toHaveLength(4)
    expect(rows.map((row) => row.Summa)).toEqual(
      all.sales.filter(({ kind }: Entry) => kind === "sale").map(({ total }: Entry) => total)
    )
    expect(rows[0]).toMatchObject({ Tovarlar: "Tandir noni × 2", "Chek raqami": day.split.receipt.number })

    await reportsOf(day)
  })

  /** What the reports say of the same day. */
  async function reportsOf(day: Awaited<ReturnType<typeof aDay>>) {
    const { revenue, cost } = (await report("summary", {})).summary
    const of = async (by: string): Promise<Sold[]> => (await report("breakdown", { by })).breakdown
    for (const by of ["channel", "hour", "weekday", "payment"]) {
      const sold = await of(by)
      expect({ by, revenue: sold.reduce((n, row) => n + row.revenue, 0) }).toEqual({ by, revenue })
      const spent = sold.reduce((n, row) => n + (row.cost ?? 0), 0)
      expect({ by, spent }).toEqual({ by, spent: by === "payment" ? 0 : cost })
    }
    expect((await of("hour")).map(({ key }) => key)).toEqual(
      Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"))
    )
    expect((await of("weekday")).map(({ name }) => name)).toContainEqual({
      uz: "Juma",
      ru: "Пятница",
      en: "Friday",
    })
    expect(await of("cashier")).toMatchObject([
      {
        key: day.cashier.member_id,
        name: expect.stringContaining("@"),
        orders: 2,
        quantity: 5,
        revenue: 4 * day.price,
        cost: 12_000,
      },
    ])
    const card = (await of("payment")).find(({ key }) => key === "pos_card")
    expect(card).toMatchObject({ name: { ru: "Касса, карта" }, revenue: 0 })
    expect(await of("category")).toMatchObject([{ name: { en: "No category" }, orders: null }])

    const { goods, count } = await report("goods", { order: "quantity" })
    expect({ count, titles: goods.map(({ title }: { title: string }) => title) }).toEqual({
      count: 2,
      titles: ["Tandir noni", "Patir"],
    })
    expect(goods[0]).toMatchObject({ variant_id: world.loaf.variant_id, quantity: 9, returned_quantity: 1 })
    expect((await report("goods", { q: "patir" })).goods[0].share).toBe(goods[1].share)
    expect(await report("goods", { q: "yo‘q" })).toMatchObject({ goods: [], count: 0 })
    await orders.paid([world.line(world.loaf)])
    const slow = await report("slow-goods", {})
    expect(slow.goods[0]).toMatchObject({
      variant_id: world.patir.variant_id,
      title: "Patir",
      quantity: 1,
      last_sold_on: today(),
      stock_value: expect.any(Number),
    })

    // A role that reads finance and not what goods cost.
    const blind = {
      from: "2024-01-01",
      to: today(),
      company_id: world.bread.id,
      currency_code: "uzs",
      shows_cost: false,
    }
    const list = { limit: 20, offset: 0 }
    const unseen = [
      await financeGoods(world.getContainer(), { ...blind, ...list, order: "profit" }),
      await financeBreakdown(world.getContainer(), { ...blind, by: "channel" }),
      await slowGoods(world.getContainer(), { ...blind, ...list }),
    ]
    expect(JSON.stringify(unseen)).not.toMatch(/"(cost|profit|stock_value)"/)
    const statements = (from: string) =>
      warmStatementsOf(world.getContainer(), () => report("breakdown", { by: "category", from }))
    expect((await statements("2024-01-02")).length).toBe((await statements(today())).length)

    const accountant = { headers: (await member("accountant")).headers as Record<string, string> }
    expect((await get("/merchant/finance/goods", { from: today(), to: today() }, accountant)).status).toBe(
      200
    )
    for (const wrong of [{ by: "company" }, { by: "x" }, { by: "hour", from: "2020-01-01" }]) {
      const answer = await get("/merchant/finance/breakdown", { from: today(), to: today(), ...wrong })
      expect([wrong, answer.status, answer.data.code]).toEqual([wrong, 400, "INVALID_QUERY"])
    }
    const { operator } = world.market
    const market = async (name: string, query: object) =>
      (await get(`/admin/finance/${name}`, { from: today(), to: today(), ...query }, operator)).data
    const companies = (await market("breakdown", { by: "company" })).breakdown
    expect(companies.map(({ name }: Sold) => name).sort()).toEqual(["Baraka Market", "TexnoOlam"])
    const own = await market("breakdown", { by: "channel", company_id: world.bread.id })
    expect(own.breakdown).toEqual((await report("breakdown", { by: "channel" })).breakdown)
    expect((await market("goods", {})).goods[0]).toMatchObject({ company_id: world.phones.id })

    const sheets = async (path: string, query: object, by?: object) =>
      read((await get(path, { from: today(), to: today(), compare: "previous", ...query }, by)).data).Sheets
    const book = await sheets("/merchant/finance/export", { lang: "ru" })
    expect(Object.keys(book)).toEqual(["Отчёт", "По периодам", "Расходы", "Товары", "Разрезы"])
    const figures = utils.sheet_to_json<Record<string, unknown>>(book["Отчёт"])
    const { summary } = await report("summary", {})
    expect(figures).toContainEqual(
      expect.objectContaining({ Показатель: "Чистая прибыль", Период: summary.net_profit })
    )
    const whole = await sheets("/admin/finance/export", { lang: "en" }, operator)
    expect(utils.sheet_to_json(whole.Breakdowns)).toContainEqual(
      expect.objectContaining({ Breakdown: "Shop", Name: "TexnoOlam" })
    )
  }

  it("walks every entry once while more is sold, in as many statements whatever is there", async () => {
    const told = Array.from({ length: 60 }, (_, n): Told => ({
      id: `walk${n}`,
      company_id: world.bread.id,
      // Threes at the same microsecond.
      paid_at: `2026-01-0${1 + (n % 3)}T10:00:00.123${String(Math.floor(n / 9)).padStart(3, "0")}Z`,
      lines: [{ variant_id: world.loaf.variant_id, quantity: 1, total: 1000 + n, cost: 500 }],
    }))
    for (const order of told) {
      await tellOrder(world.sql.bind(world), order)
    }
    await tellRefund(world.sql.bind(world), {
      id: "walkback",
      order: told[0],
      succeeded_at: told[4].paid_at,
      restock: true,
      pieces: [{ line: 0, quantity: 1, amount: 1000 }],
    })
    const met: string[] = []
    let after: string | null = null
    for (let page = 0; page === 0 || after; page++) {
      const answer: { sales: Entry[]; next: string | null } = await journal({
        limit: 7,
        ...(after ? { after } : {}),
      })
      expect("totals" in answer).toBe(page === 0)
      met.push(...answer.sales.map(({ id }) => id))
      after = answer.next
      await tellOrder(world.sql.bind(world), {
        ...told[0],
        id: `new${page}`,
        paid_at: new Date().toISOString(),
      })
    }
    expect(met).toHaveLength(61)
    expect(new Set(met)).toEqual(new Set([...told.map(({ id }) => id), "walkback"]))

    const statements = (query: object) =>
      warmStatementsOf(world.getContainer(), () => journal({ ...query, q: "tandir" }))
    expect((await statements({ limit: 50 })).length).toBe((await statements({ limit: 1 })).length)

    // A page deep in a long history is found by indexes alone.
    await world.sql(longHistory(world.bread.id))
    for (const table of ["company_order", "company_order_line", "company_refund"]) {
      await world.sql(`analyze ${table}`)
    }
    const filter = { company_id: world.bread.id }
    const page = { after: readCursor("1760000000000000_ox9"), limit: 21, shows_profit: true }
    for (const asked of [
      {},
      { channel: "web" as const },
      { payment: "pp_payme_payme" },
      { from: "2025-10-01" },
    ]) {
      const found = await findMeant(world.getContainer(), { ...filter, ...asked })
      const { statement, values } = pageStatement({ ...filter, ...asked }, found, page)
      const [row] = await world.sql(`explain (analyze, format json) ${statement}`, values)
      const nodes = nodesOf((row["QUERY PLAN"] as [{ Plan: Plan }])[0].Plan)
      // The lines are a handful here, and PostgreSQL reads them as it likes.
      const long = nodes.filter((node) => node["Relation Name"] === "company_order")
      expect({ asked, scanned: long.some((node) => node["Node Type"] === "Seq Scan") }).toEqual({
        asked,
        scanned: false,
      })
      const most = Math.max(...long.map(touchedBy))
      expect({ asked, most, isFew: most <= 100 }).toEqual({ asked, most, isFew: true })
    }
  })

  it("adds goods up over months and edge days as loops over the rows do", async () => {
    const kinds = [world.loaf, world.patir]
    const days = [
      "2025-12-30",
      "2025-12-31",
      "2026-01-01",
      "2026-01-31",
      "2026-02-01",
      "2026-02-28",
      "2026-03-01",
      "2026-03-05",
    ]
    const told = days.flatMap((day, n): Told[] => [
      {
        id: `goods${n}`,
        company_id: world.bread.id,
        // The first minute and the last of the day in Tashkent.
        paid_at: new Date(Date.parse(`${day}T${n % 2 ? "00:00:30" : "23:59:30"}+05:00`)).toISOString(),
        lines: [
          { variant_id: kinds[n % 2].variant_id, quantity: n + 1, total: 1000 * (n + 1), cost: 300 },
          { variant_id: null, quantity: 1, total: 77, cost: null },
        ],
      },
    ])
    const backs: ToldRefund[] = [
      {
        id: "goodsback",
        order: told[0],
        succeeded_at: "2026-02-10T10:00:00Z",
        restock: false,
        pieces: [{ line: 0, quantity: 1, amount: 1000 }],
      },
      {
        id: "goodsback2",
        order: told[3],
        succeeded_at: "2026-03-04T10:00:00Z",
        restock: true,
        pieces: [{ line: 0, quantity: 2, amount: 2000 }],
      },
    ]
    for (const order of told) {
      await tellOrder(world.sql.bind(world), order)
    }
    for (const refund of backs) {
      await tellRefund(world.sql.bind(world), refund)
    }
    const dayOf = (at: string) => new Date(Date.parse(at) + 5 * 3_600_000).toISOString().slice(0, 10)
    const naive = (from: string, to: string) => {
      const sums = new Map<string | null, { quantity: number; revenue: number; cost: number }>()
      const add = (key: string | null, quantity: number, revenue: number, cost: number) => {
        const sum = sums.get(key) ?? { quantity: 0, revenue: 0, cost: 0 }
        sums.set(key, {
          quantity: sum.quantity + quantity,
          revenue: sum.revenue + revenue,
          cost: sum.cost + cost,
        })
      }
      for (const { paid_at, lines } of told) {
        for (const { variant_id, quantity, total, cost } of lines) {
          if (dayOf(paid_at) >= from && dayOf(paid_at) <= to) {
            add(variant_id, quantity, total, quantity * (cost ?? 0))
          }
        }
      }
      for (const { order, succeeded_at, restock, pieces } of backs) {
        for (const { line, quantity, amount } of pieces) {
          if (dayOf(succeeded_at) >= from && dayOf(succeeded_at) <= to) {
            const { variant_id, cost } = order.lines[line]
            add(variant_id, -quantity!, -amount, restock ? -quantity! * cost! : 0)
          }
        }
      }
      return [...sums].sort(([a], [b]) => String(a).localeCompare(String(b)))
    }
    for (const [from, to] of [
      ["2026-01-01", "2026-01-31"],
      ["2025-12-31", "2026-03-01"],
      ["2026-01-15", "2026-02-27"],
      ["2025-12-01", "2026-03-31"],
      ["2026-03-04", "2026-03-04"],
    ]) {
      const { goods } = await report("goods", { from, to, order: "profit" })
      const shown = (goods as Array<Sold & { variant_id: string | null }>).map(
        ({ variant_id, quantity, revenue, cost }) => [variant_id, { quantity, revenue, cost }] as const
      )
      expect({ from, to, goods: shown.sort(([a], [b]) => String(a).localeCompare(String(b))) }).toEqual({
        from,
        to,
        goods: naive(from, to),
      })
    }
  })

  /** Twenty thousand paid orders without lines; no trigger has anything to say of them. */
  function longHistory(companyId: string): string {
    return `do $$ begin
      perform set_config('session_replication_role', 'replica', true);
      insert into company_order (id, group_id, company_id, order_id, short_code, currency_code, item_total, shipping_total,
             discount_total, tax_total, total, commission_percent, raw_item_total, raw_shipping_total, raw_discount_total,
             raw_tax_total, raw_total, raw_commission_percent, paid_at, paid_provider_id, channel)
        select 'ox' || n, 'gx' || n, '${companyId}', 'mx' || n, 'x' || n, 'uzs', 0, 0, 0, 0, 1000, 5, '{}', '{}', '{}', '{}', '{}', '{}',
               '2025-12-31T00:00:00Z'::timestamptz - n * interval '10 minutes', 'pp_payme_payme', 'web'
          from generate_series(1, 20000) n;
    end $$`
  }
})

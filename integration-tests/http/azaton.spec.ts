import { Counts, ImportInput, Report, runAzatonImport, toMarkdown } from "../../src/workflows/azaton"
import { ENTITIES, Entity, Planned } from "../../src/workflows/azaton/types"
import { Plans } from "../../src/workflows/azaton/plans"
import { AzatonRefused, openAzatonSource, ReadOptions } from "../../src/workflows/azaton/source"
import {
  azatonUrl,
  digests,
  dropDatabase,
  DUMP,
  inDatabase,
  makeDatabase,
  PROFILE_B,
} from "../support/azaton"
import { Api, setUpMarket } from "../support/market"
import { testMarket } from "../support/suite"

type Read = { [E in Entity]: Array<Planned<Plans[E]>> }

const OPTIONS: ReadOptions = {
  mode: "snapshot",
  grant_from_orders: false,
  now: new Date("2026-06-01T00:00:00Z"),
}

/** Reading: what the demo database of the description becomes as plans, number by number. Nothing is written anywhere. */
describe("an old Azaton database", () => {
  let url: string
  let demo: Read

  const readAll = async (from: string, options: Partial<ReadOptions> = {}) => {
    const source = await openAzatonSource(from, { ...OPTIONS, ...options })
    try {
      const found: Record<string, unknown[]> = {}
      const counts: Record<string, number> = {}
      for (const entity of ENTITIES) {
        found[entity] = []
        counts[entity] = await source.count(entity)
        for await (const page of source.read(entity)) {
          found[entity].push(...page)
        }
      }
      return { plans: found as unknown as Read, counts, profiles: source.profiles, notes: source.notes }
    } finally {
      await source.close()
    }
  }
  const made = (plans: Array<Planned<unknown>>) => plans.filter(({ value }) => value !== null).length
  const codes = (plans: Array<Planned<unknown>>) => {
    const counted: Record<string, number> = {}
    plans.flatMap(({ notes }) => notes).forEach(({ code }) => (counted[code] = (counted[code] ?? 0) + 1))
    return counted
  }
  const withCode = (plans: Array<Planned<unknown>>, code: string) =>
    plans
      .filter(({ notes }) => notes.some((note) => note.code === code))
      .map(({ legacy_id: id }) => Number(id))
  const row = <E extends Entity>(read: Read, entity: E, id: number) =>
    read[entity].filter(({ legacy_id }) => legacy_id === String(id)) as Array<Planned<Plans[E]>>
  const codesOf = (plans: Array<Planned<unknown>>) => Object.keys(codes(plans)).sort()
  const cents = (text: string) => Math.round(Number(text) * 100)
  const revenue = (orders: Array<{ lines: Array<{ unit_price: string; quantity: number }> }>) =>
    orders
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + cents(line.unit_price) * line.quantity, 0) / 100
  const profit = (
    orders: Array<{ lines: Array<{ unit_price: string; cost: string | null; quantity: number }> }>
  ) =>
    orders
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + (cents(line.unit_price) - cents(line.cost!)) * line.quantity, 0) / 100
  const summary = (read: Read) =>
    Object.fromEntries(ENTITIES.map((entity) => [entity, [made(read[entity]), codes(read[entity])]]))

  beforeAll(async () => {
    url = await makeDatabase("azaton_read", DUMP)
    demo = (await readAll(url)).plans
  })
  afterAll(() => dropDatabase("azaton_read"))

  it("is read as the description expects, entity by entity", async () => {
    const { counts, profiles, notes } = await readAll(url)
    expect(counts).toEqual({
      companies: 7,
      categories: 124,
      products: 124,
      customers: 42,
      orders: 153,
      sales: 201,
      receipts: 38,
      expenses: 53,
      likes: 19,
      carts: 14,
      ads: 12,
      ratings: 61,
    })
    expect([new Set(Object.values(profiles)), notes]).toEqual([new Set(["A"]), []])
    expect(summary(demo)).toEqual({
      companies: [7, { owner_phone_taken: 1, company_code_generated: 1, rating_cache_differs: 2 }],
      categories: [34, {}],
      products: [
        123,
        {
          category_marker: 1,
          barcode_duplicate_in_company: 1,
          barcode_invalid: 1,
          stale_selling_price: 3,
          price_out_of_range: 2,
          stock_negative: 1,
          stock_out_of_range: 1,
          markup_at_ceiling: 1,
          images_dropped: 2,
        },
      ],
      customers: [40, { customer_merged: 1, invalid_phone: 1, company_link_unknown: 1 }],
      orders: [
        154,
        {
          company_from_items: 11,
          order_split: 1,
          items_double_encoded: 1,
          unknown_status: 1,
          total_mismatch: 2,
          order_code_collision: 1,
          paid_flag_conflict: 1,
          line_product_missing: 1,
          line_dropped: 1,
          line_quantity_cut: 1,
        },
      ],
      sales: [175, { sale_is_order: 25, empty_sale: 1, date_in_future: 1 }],
      receipts: [37, { receipt_duplicate: 1, receipt_orphan: 1 }],
      expenses: [62, {}],
      likes: [71, { like_dropped: 3 }],
      carts: [9, { cart_line_dropped: 14, cart_empty: 5, line_quantity_cut: 1 }],
      ads: [12, { ad_needs_end_date: 5 }],
      ratings: [60, { rating_merged: 1 }],
    })
  })

  it("has the goods, people and money that the description counts", () => {
    const products = demo.products.flatMap(({ value }) => value ?? [])
    const barcodes = products.flatMap(({ barcode }) => barcode ?? [])
    expect([barcodes.length, new Set(barcodes).size]).toEqual([112, 111])
    expect(products.filter(({ shop_code: code }) => code).length).toBe(30)
    expect(products.filter(({ is_visible: isVisible }) => !isVisible).length).toBe(14)
    expect(products.filter(({ has_colors: hasColors }) => hasColors).length).toBe(43)
    expect(products.filter(({ is_draft: isDraft }) => isDraft).length).toBe(2)
    expect(new Set(products.map(({ handle }) => handle)).size).toBe(123)
    expect(withCode(demo.products, "stale_selling_price")).toEqual([23, 57, 88])

    const customers = demo.customers.flatMap(({ value }) => value ?? [])
    expect(customers.flatMap(({ companies }) => companies).length).toBe(9)
    expect(withCode(demo.customers, "company_link_unknown")).toEqual([34])
    expect([21, 27, 30].map((id) => row(demo, "customers", id)[0].value!.companies)).toEqual([
      ["5"],
      ["5"],
      ["6"],
    ])

    const base = demo.orders.flatMap(({ legacy_id: id, value }) =>
      value && Number(id) < 9000 ? [value] : []
    )
    const paid = base.filter(({ paid_at: at }) => at)
    expect([base.length, paid.length, revenue(base)]).toEqual([150, 75, 326_283_034.75])
    expect([revenue(paid), profit(paid)]).toEqual([147_041_325.15, 19_701_925.15])
    const all = demo.orders.flatMap(({ value }) => value ?? [])
    expect(all.flatMap(({ lines }) => lines).length).toBe(363)
    expect(all.filter(({ channel }) => channel === "pos").length).toBe(9)
    const guests = demo.orders.filter(({ value }) => value?.channel === "web" && !value.customer)
    expect(guests.map(({ legacy_id: id }) => id)).toEqual(["9009", "9010"])
    const outsiders = all.filter(({ company, customer }) => {
      const may =
        customers.length > 0 && customer && row(demo, "customers", Number(customer))[0].value!.companies
      return ["5", "6"].includes(company) && may && !may.includes(company)
    })
    expect(outsiders.length).toBe(12)

    const sales = demo.sales.flatMap(({ value }) => value ?? [])
    expect([revenue(sales), profit(sales)]).toEqual([338_852_206.55, 46_246_606.55])

    const expenses = demo.expenses.flatMap(({ table, value }) => (value ? [{ table, ...value }] : []))
    const custom = expenses.filter(({ table }) => table === "company_custom_expenses")
    expect([expenses.length - custom.length, custom.length]).toEqual([14, 48])
    expect(custom.reduce((sum, { amount }) => sum + cents(amount), 0) / 100).toBe(98_795_000)
    expect(row(demo, "expenses", 3).map(({ part, value }) => [part, value?.amount])).toEqual(
      expect.arrayContaining([["utilities", "870000.5"]])
    )

    const cart = demo.carts.flatMap(({ value }) => value?.lines ?? [])
    expect(cart.length).toBe(16)
    const ads = demo.ads.map(({ value }) => value!.status)
    expect(
      ["paused", "pending", "rejected"].map((kind) => ads.filter((status) => status === kind).length)
    ).toEqual([5, 4, 3])
    const votes = demo.ratings.flatMap(({ value }) => value ?? [])
    const averages = ["1", "2", "3", "4", "5", "6"].map((id) => {
      const given = votes.filter(({ company }) => company === id).map(({ rating }) => rating)
      return [(given.reduce((a, b) => a + b) / given.length).toFixed(2), given.length]
    })
    expect(averages).toEqual([
      ["3.83", 12],
      ["3.75", 12],
      ["3.89", 9],
      ["4.43", 7],
      ["4.25", 8],
      ["3.67", 12],
    ])
  })

  it("has the twelve awkward rows as the description wants them", () => {
    const [shop] = row(demo, "companies", 9001)
    expect([shop.value, codesOf([shop])]).toMatchObject([
      {
        name: '"Baraka Market" 🛒 (eski)',
        phone: "+998900000101",
        is_private: true,
        code: null,
        invites_owner: false,
        needs_review: true,
        owner: { first_name: null, last_name: null },
      },
      ["company_code_generated", "owner_phone_taken", "rating_cache_differs"],
    ])
    expect(codesOf(row(demo, "customers", 9002))).toEqual(["invalid_phone"])
    expect(row(demo, "customers", 9003)[0]).toMatchObject({ value: null, merged_into: "3" })
    expect(row(demo, "customers", 3)[0].value).toMatchObject({ first_name: "Javohir", companies: ["5"] })
    expect(row(demo, "products", 9004)[0]).toMatchObject({
      value: null,
      notes: [{ code: "category_marker" }],
    })
    expect(demo.categories.map(({ value }) => value!.name)).toContain("Muzqaymoq")
    expect(demo.categories.filter(({ legacy_id: key }) => key === "aksessuarlar").length).toBe(1)

    const [broken] = row(demo, "products", 9005)
    expect([broken.value, codesOf([broken])]).toMatchObject([
      { cost: null, stock: 0, is_visible: false, is_draft: true, barcode: null, category: "aksessuarlar" },
      [
        "barcode_duplicate_in_company",
        "images_dropped",
        "markup_at_ceiling",
        "price_out_of_range",
        "stock_negative",
      ],
    ])
    const [milk] = row(demo, "products", 9006)
    expect([milk.value, codesOf([milk])]).toMatchObject([
      {
        cost: "10800.01",
        markup_percent: "12",
        barcode: null,
        shop_code: null,
        metadata: { barcode_invalid: "4.78001E+12" },
      },
      ["barcode_invalid"],
    ])
    const [long] = row(demo, "products", 9007)
    expect([long.value, codesOf([long])]).toMatchObject([
      { is_draft: true, cost: null, stock: 0, category: null, barcode: expect.stringMatching(/^\d{13}$/) },
      ["images_dropped", "price_out_of_range", "stock_out_of_range"],
    ])
    expect(long.value!.images).toEqual([
      "/uploads/1.jpg",
      "/uploads/9007_a.png",
      "https://example.com/b.webp",
    ])
    expect(long.value!.handle).toMatch(/^[a-z0-9-]{1,60}-c3-9007$/)

    const parts = row(demo, "orders", 9008)
    expect(
      parts.map(({ part, value }) => [part, value!.company, value!.code, value!.customer, value!.status])
    ).toEqual([
      ["1", "1", "ORD-20251210-ikkikomp-1", "3", "completed"],
      ["2", "5", "ORD-20251210-ikkikomp-2", "3", "completed"],
    ])
    expect(parts.map(({ value }) => value!.parent_code)).toEqual(Array(2).fill("ORD-20251210-ikkikomp"))
    const [odd] = row(demo, "orders", 9009)
    expect([odd.value, codesOf([odd])]).toMatchObject([
      {
        customer: null,
        status: "pending",
        needs_review: true,
        paid_at: null,
        placed_at: "2025-12-10T07:00:00.000Z",
        metadata: { legacy_status: "В обработке", legacy_total: "25522" },
      },
      ["items_double_encoded", "total_mismatch", "unknown_status"],
    ])
    const [clash] = row(demo, "orders", 9010)
    expect([clash.value, codesOf([clash])]).toMatchObject([
      {
        code: "ord-20251210-IKKILAMA-9010",
        customer: null,
        paid_at: null,
        status: "completed",
        needs_review: true,
        metadata: { guest_name: "Mehmon", guest_phone: "12345" },
        lines: [
          { product: null, title: "O‘chirilgan mahsulot #999999", quantity: 2, unit_price: "15000" },
          { product: "45", quantity: 1, unit_price: "3360" },
        ],
      },
      [
        "line_dropped",
        "line_product_missing",
        "line_quantity_cut",
        "order_code_collision",
        "paid_flag_conflict",
        "total_mismatch",
      ],
    ])
    expect([row(demo, "sales", 9011)[0].value, codesOf(row(demo, "sales", 9011))]).toEqual([
      null,
      ["date_in_future", "empty_sale"],
    ])
    const likes = row(demo, "likes", 9012)
    expect([likes.map(({ value }) => value), codes(likes)]).toEqual([
      [
        { customer: "3", product: "12" },
        { customer: "3", product: "15" },
      ],
      { like_dropped: 3 },
    ])
  })

  it("never sees a password or a key", async () => {
    const secrets = await inDatabase<{ password: string; access_key: string }>(
      "azaton_read",
      "select password, access_key from companies"
    )
    const said = JSON.stringify(demo)
    expect(secrets.length).toBe(7)
    expect(secrets.flatMap((row) => Object.values(row)).filter((secret) => said.includes(secret))).toEqual([])
  })

  it("reads the same in profile B, in any time zone, and as a role that may only read", async () => {
    const b = await readAll(await makeDatabase("azaton_b", DUMP, PROFILE_B))
    expect(b.profiles).toMatchObject({
      expenses: "B",
      user_cart: "B",
      user_likes: "B",
      user_receipts: "B",
      advertisements: "B",
      products: "A",
    })
    const { receipts: _, ads: __, ...same } = summary(demo)
    expect(summary(b.plans)).toMatchObject({
      ...same,
      receipts: [38, { receipt_orphan: 38 }],
      ads: [12, { ad_needs_end_date: 5 }],
    })
    expect(b.notes).toEqual([])
    await dropDatabase("azaton_b")

    const before = await digests("azaton_read")
    const prints = (read: Read) => ENTITIES.flatMap((entity) => read[entity].map(({ checksum }) => checksum))
    for (const zone of ["UTC", "Asia/Tashkent", "America/St_Johns"]) {
      await inDatabase("azaton_read", `alter database azaton_read set timezone to '${zone}'`)
      expect(prints((await readAll(url)).plans)).toEqual(prints(demo))
    }
    await inDatabase(
      "azaton_read",
      `do $$ begin create role azaton_reader login password 'o''qish'; exception when duplicate_object then null; end $$;
       grant select on all tables in schema public to azaton_reader;
       revoke select on companies from azaton_reader;
       grant select (id, name, phone, is_private, company_id, first_name, last_name, rating, rating_count, created_at)
         on companies to azaton_reader`
    )
    const reader = azatonUrl("azaton_read", { name: "azaton_reader", password: "o'qish" })
    expect(prints((await readAll(reader)).plans)).toEqual(prints(demo))
    expect(await digests("azaton_read")).toEqual(before)
    await inDatabase("azaton_read", "drop owned by azaton_reader; drop role azaton_reader")
  })

  it("is refused or read with less when it is another, a partial or an empty one", async () => {
    const schema = DUMP.slice(0, DUMP.indexOf("INSERT INTO")) + "COMMIT;"
    const from = await makeDatabase("azaton_odd", schema)
    const empty = await readAll(from)
    expect(ENTITIES.flatMap<unknown>((entity) => empty.plans[entity])).toEqual([])

    await inDatabase(
      "azaton_odd",
      `insert into companies (name, phone, password, access_key) values ('Asosiy', '1', 'p', 'k');
       alter table products add weight numeric; drop table user_cart, user_likes, users cascade`
    )
    const partial = await readAll(from)
    expect(partial.notes).toEqual([
      { table: "users", code: "table_missing", text: expect.any(String) },
      { table: "products", code: "unknown_column", text: "weight" },
      { table: "user_cart", code: "table_missing", text: expect.any(String) },
      { table: "user_likes", code: "table_missing", text: expect.any(String) },
    ])
    expect([made(partial.plans.companies), codesOf(partial.plans.companies)]).toEqual([
      0,
      ["company_default_empty"],
    ])
    await inDatabase("azaton_odd", "alter table customer_orders add receipt_code text")
    await expect(readAll(from)).rejects.toThrow(/hosted version/)
    await inDatabase("azaton_odd", "drop table customer_orders cascade")
    await expect(readAll(from)).rejects.toThrow(AzatonRefused)
    await expect(readAll(azatonUrl("azaton_nowhere"))).rejects.toThrow(AzatonRefused)
    await dropDatabase("azaton_odd")
  })

  it("reads fixed expenses by the month and lets buyers of private companies in, when it is asked to", async () => {
    const { plans } = await readAll(url, { mode: "monthly", grant_from_orders: true })
    expect(row(plans, "expenses", 1).map(({ value }) => value)).toEqual(
      expect.arrayContaining([
        {
          kind: "monthly",
          company: "1",
          category: "salary",
          amount: "18500000",
          starts_on: "2025-02-01",
          note: "legacy balance",
        },
      ])
    )
    const granted = (read: Read) => read.customers.flatMap(({ value }) => value?.companies ?? []).length
    expect([granted(demo), granted(plans) > 9]).toEqual([9, true])
    expect(withCode(plans.orders, "order_without_company")).toEqual([])
  })
})

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as {
      raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }>
    }
    const links: string[] = []
    const importing = (input: Partial<ImportInput> = {}) =>
      runAzatonImport(getContainer(), {
        url: azatonUrl("azaton_import"),
        label: "azaton",
        dry_run: false,
        fixed_expenses: "snapshot",
        grant_from_orders: false,
        now: OPTIONS.now,
        links: (line) => links.push(line),
        ...input,
      })
    const rowsOf = async <Row>(sql: string, values?: unknown[]) => (await db.raw<Row>(sql, values)).rows
    /** Rows of every table of the market, but for those that a market writes by itself. */
    const tables = async () => {
      const names = await rowsOf<{ name: string }>(
        `select table_name as name from information_schema.tables
          where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`
      )
      const counted: Record<string, number> = {}
      for (const { name } of names.filter(
        ({ name }) => !/^(audit|workflow_execution|legacy_import_run)/.test(name)
      )) {
        const [{ count }] = await rowsOf<{ count: string }>(`select count(*) as count from "${name}"`)
        counted[name] = Number(count)
      }
      return counted
    }
    const tallied = ({ entities }: Report, ...keys: Array<keyof Counts>) =>
      Object.fromEntries(ENTITIES.map((entity) => [entity, keys.map((key) => entities[entity][key])]))
    const sum = ({ entities }: Report, key: keyof Counts) =>
      Object.values(entities).reduce((total, counts) => total + counts[key], 0)

    beforeAll(() => setUpMarket(getContainer(), api))
    beforeEach(async () => {
      links.length = 0
      await makeDatabase("azaton_import", DUMP)
    })
    afterAll(() => dropDatabase("azaton_import"))

    it("brings the demo database over once, and then only what has changed", async () => {
      const before = await tables()
      const dry = await importing({ dry_run: true })
      expect([await tables(), dry.run_id, dry.owner_links, sum(dry, "failed")]).toEqual([before, null, 0, 0])

      const first = await importing()
      expect(tallied(first, "read", "created", "merged", "split", "skipped")).toEqual({
        companies: [7, 7, 0, 0, 0],
        categories: [34, 34, 0, 0, 0],
        products: [124, 123, 0, 0, 1],
        customers: [42, 40, 1, 0, 1],
        orders: [153, 154, 0, 1, 0],
        sales: [201, 175, 25, 0, 1],
        receipts: [38, 37, 1, 0, 0],
        expenses: [53, 62, 0, 0, 0],
        likes: [19, 71, 0, 0, 0],
        carts: [14, 9, 0, 0, 5],
        ads: [12, 12, 0, 0, 0],
        ratings: [61, 60, 1, 0, 0],
      })
      expect(tallied(dry, "read", "created", "merged", "split", "skipped")).toEqual(
        tallied(first, "read", "created", "merged", "split", "skipped")
      )
      expect([sum(first, "failed"), sum(first, "conflict"), first.exit_code]).toEqual([0, 0, 0])
      expect([first.owner_links, links.length]).toEqual([6, 6])
      expect(first.money.map(({ after }) => after)).toEqual(first.money.map(({ before }) => before))
      const total = (key: "orders" | "sales") =>
        first.money.reduce((all, { after }) => all + Math.round(Number(after![key]) * 100), 0) / 100
      expect(total("sales")).toBe(338_852_206.55)
      // The 75 base orders, and both parts of 9008.
      expect(total("orders")).toBe(147_041_325.15 + 105_800)

      const made = await tables()
      const grown = Object.keys(made).filter((name) => made[name] !== (before[name] ?? 0))
      expect(
        grown.filter((name) => /ledger|notification|stock_movement|^receipt$|reservation/.test(name))
      ).toEqual([])
      expect([made.product! - before.product!, made.order! - before.order!]).toEqual([123, 154 + 175])
      await expectVoices()
      await expectNoSecrets(first)

      const second = await importing()
      expect([sum(second, "created"), sum(second, "updated"), sum(second, "failed")]).toEqual([0, 0, 0])
      expect([
        await tables(),
        second.owner_links,
        toMarkdown(second).includes("Nothing had changed."),
      ]).toEqual([made, 0, true])

      await inDatabase(
        "azaton_import",
        `update products set price = 11000 where id = 1;
         update customer_orders set status = 'completed', payment_confirmed = true where id =
           (select min(id) from customer_orders where status = 'pending');
         delete from customer_orders where id = (select max(id) from customer_orders where status = 'cancelled')`
      )
      const third = await importing()
      expect([
        sum(third, "created"),
        sum(third, "updated"),
        sum(third, "failed"),
        sum(third, "conflict"),
      ]).toEqual([0, 2, 0, 0])
      expect([third.entities.products.updated, third.entities.orders.updated]).toEqual([1, 1])
      expect(third.codes.deleted_in_source.count).toBe(1)

      await db.raw(
        `update product set title = 'O‘zimizniki' where id =
           (select target_id from legacy_import_map where entity = 'products' and legacy_id = '2')`
      )
      await inDatabase("azaton_import", "update products set quantity = quantity + 1 where id in (2, 3)")
      // Voices of the old market change as well: a vote, an ad that somebody has touched here, and one that nobody has.
      await db.raw(
        `update ad set is_paused = false where id = (select min(id) from ad where is_paused);
         delete from product_like where owner_id = (select min(owner_id) from product_like)`
      )
      await inDatabase(
        "azaton_import",
        `update company_ratings set rating = 6 - rating where id = 1 and rating <> 3;
         update company_ratings set rating = 5 where id = 1 and rating = 3;
         update advertisements set caption = caption || '!'`
      )
      const fourth = await importing()
      expect([
        fourth.entities.ratings.updated,
        fourth.entities.ads.updated,
        fourth.entities.ads.conflict,
      ]).toEqual([1, 11, 1])
      expect([fourth.entities.likes.created, fourth.entities.likes.unchanged]).toEqual([0, 71])
      expect([fourth.entities.products.updated, fourth.entities.products.conflict]).toEqual([1, 1])
      expect(fourth.codes.conflict_local_change.examples).toMatchObject([
        { table: "products", legacy_id: "2" },
        { table: "advertisements" },
      ])
    })

    it("goes on where it was stopped, one run at a time", async () => {
      const stop = new AbortController()
      const stopped = importing({
        signal: stop.signal,
        onProgress: ({ entity, done }) => {
          if (entity === "orders" && done >= 100) {
            stop.abort(new Error("stopped"))
          }
        },
      })
      await expect(stopped).rejects.toThrow("stopped")
      const [run] = await rowsOf<{ state: string; error: string }>(
        "select state, error from legacy_import_run"
      )
      expect(run).toMatchObject({ state: "failed", error: "stopped" })

      const both = await Promise.allSettled([importing(), importing()])
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      const refused = both.find((one) => one.status === "rejected")!
      expect(refused.reason).toBeInstanceOf(AzatonRefused)
      const rest = (both.find((one) => one.status === "fulfilled") as PromiseFulfilledResult<Report>).value
      expect([rest.entities.companies.unchanged, rest.entities.products.unchanged]).toEqual([7, 123])
      expect(rest.entities.orders.unchanged + rest.entities.orders.created).toBe(154)
      expect([rest.entities.orders.unchanged >= 100, sum(rest, "failed")]).toEqual([true, 0])
      expect(rest.money.map(({ after }) => after)).toEqual(rest.money.map(({ before }) => before))
      const again = await importing()
      expect([sum(again, "created"), sum(again, "updated")]).toEqual([0, 0])
    })

    /** Likes are counted, ratings make the averages of the old votes, and ads stand still until they have an end. */
    async function expectVoices() {
      const [likes] = await rowsOf(
        `select (select count(*) from product_like)::int as likes, (select sum(like_count) from product_like_count)::int as counted,
                (select sum(like_count) from like_owner)::int as owned,
                (select count(*) from product_like l where not exists (
                   select 1 from like_watch w where w.product_id = l.product_id))::int as unwatched`
      )
      // Goods that are hidden or drafts are liked, and not watched until they are shown.
      expect(likes).toMatchObject({ likes: 71, counted: 71, owned: 71 })
      const averages = await rowsOf<{ legacy_id: string; average: string; count: number }>(
        `select m.legacy_id, s.average::text, s.count from company_rating_stat s
           join legacy_import_map m on m.entity = 'companies' and m.target_id = s.company_id where s.count > 0 order by 1`
      )
      expect(averages.map(({ average, count }) => `${average}/${count}`)).toEqual([
        "3.83/12",
        "3.75/12",
        "3.89/9",
        "4.43/7",
        "4.25/8",
        "3.67/12",
      ])
      const ads = await rowsOf(
        `select a.status, a.is_paused, a.pause_reason, count(*)::int, count(a.reject_reason)::int as reasons,
                count(c.id)::int as creatives, bool_and(coalesce(c.content->'uz'->>'link', c.content->'ru'->>'link', 'https://') ~ '^https?://') as is_safe
           from ad a left join ad_creative c on c.ad_id = a.id and c.status = a.status group by 1, 2, 3 order by 1`
      )
      expect(ads).toEqual([
        {
          status: "approved",
          is_paused: true,
          pause_reason: "needs_end_date",
          count: 5,
          reasons: 0,
          creatives: 5,
          is_safe: true,
        },
        {
          status: "pending",
          is_paused: false,
          pause_reason: null,
          count: 4,
          reasons: 0,
          creatives: 4,
          is_safe: true,
        },
        {
          status: "rejected",
          is_paused: false,
          pause_reason: null,
          count: 3,
          reasons: 3,
          creatives: 3,
          is_safe: true,
        },
      ])
    }

    /** No password, key or owner's token in the report or in any table. */
    async function expectNoSecrets(report: Report) {
      const secrets = (
        await inDatabase<{ password: string; access_key: string }>(
          "azaton_import",
          "select password, access_key from companies"
        )
      ).flatMap((row) => Object.values(row))
      const tokens = links.map((line) => line.split("/").at(-1)!)
      expect(tokens.every((token) => token.length >= 40)).toBe(true)
      const words = [...secrets, ...tokens]
      const said = JSON.stringify(report) + toMarkdown(report)
      expect(words.filter((word) => said.includes(word))).toEqual([])
      const names = await rowsOf<{ name: string }>(
        "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'"
      )
      for (const { name } of names) {
        const found = await rowsOf(
          `select 1 from "${name}" t, unnest(?::text[]) secret where strpos(t::text, secret) > 0 limit 1`,
          [words]
        )
        expect([name, found]).toEqual([name, []])
      }
    }
  },
})

import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { addDemoMember } from "../../src/demo/accounts"
import { ImportInput, runAzatonImport } from "../../src/workflows/azaton"
import { findImbalances } from "../../src/workflows/books"
import { createListingWorkflow } from "../../src/workflows/listing"
import { azatonUrl, dropDatabase, DUMP, inDatabase, makeDatabase } from "../support/azaton"
import { Api, PASSWORD, setUpMarket, signIn } from "../support/market"
import { testMarket } from "../support/suite"

/**
 * What an import leaves: rows that Medusa's services would write are written without them, so they are held against what
 * those write, and read by everything that reads them.
 */
testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    const db = dbConnection as unknown as {
      raw: <Row>(sql: string, values?: unknown[]) => Promise<{ rows: Row[] }>
    }
    const rowsOf = async <Row>(sql: string, values?: unknown[]) => (await db.raw<Row>(sql, values)).rows
    const importing = (input: Partial<ImportInput> = {}) =>
      runAzatonImport(getContainer(), {
        url: azatonUrl("azaton_targets"),
        label: "azaton",
        dry_run: false,
        fixed_expenses: "snapshot",
        grant_from_orders: false,
        now: new Date("2026-06-01T00:00:00Z"),
        ...input,
      })
    const targetOf = async (entity: string, legacyId: number, part = "") =>
      (
        await rowsOf<{ target_id: string }>(
          "select target_id from legacy_import_map where entity = ? and legacy_id = ? and part = ?",
          [entity, String(legacyId), part]
        )
      )[0].target_id
    /** A row without what differs between any two rows. */
    const plain = (row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(row).filter(
          ([name, value]) =>
            value !== null && !/(^|_)(id|at|created_by|token|handle|metadata|search_text)$/.test(name)
        )
      )
    const graph = (entity: string, fields: string[], id: string) =>
      getContainer()
        .resolve(ContainerRegistrationKeys.QUERY)
        .graph({ entity, fields, filters: { id } })
        .then(({ data }) => data[0] as Record<string, unknown>)
    let market: Awaited<ReturnType<typeof setUpMarket>>

    beforeAll(async () => {
      market = await setUpMarket(getContainer(), api)
      await makeDatabase("azaton_targets", DUMP)
    })
    afterAll(() => dropDatabase("azaton_targets"))

    it("is read by Medusa, our routes and the books as what Medusa itself writes", async () => {
      const links: string[] = []
      await importing({ links: (line) => links.push(line) })
      await expectOwnerLink(links)
      expect((await findImbalances(getContainer())).imbalances).toEqual([])
      await expectOrderAsMedusas()
      await expectGoodsAsOurs()
      await expectHistoryOnly()
      await expectPrivateShut()
    })

    /** Six owners get a link; it makes whoever holds it the owner, once. */
    async function expectOwnerLink(links: string[]) {
      expect(links.length).toBe(6)
      const path = links[0].split("\t").at(-1)!
      const form = { headers: { "content-type": "application/x-www-form-urlencoded" }, maxRedirects: 0 }
      const take = () =>
        api.post(path, "email=Ega%40baraka.example.com", form).catch(({ response }) => response)
      expect((await api.get(path)).data).toContain("Baraka Market")
      const both = await Promise.all([take(), take()])
      expect(both.map(({ status }) => status).sort()).toEqual([303, 404])
      const { headers } = both.find(({ status }) => status === 303)!
      expect(headers.location).toMatch(/^\/app\/invite\?token=/)
      const [member] = await rowsOf<{ role: string; status: string; company_id: string }>(
        "select role, status, company_id from company_member where email = 'ega@baraka.example.com'"
      )
      expect(member).toEqual({
        role: "owner",
        status: "invited",
        company_id: await targetOf("companies", 1),
      })
      expect((await api.get(path).catch(({ response }) => response)).status).toBe(404)
    }

    /** An order of two decimals beside the same one of Medusa's order module. */
    async function expectOrderAsMedusas() {
      const id = await targetOf("orders", 9008, "1")
      const [{ company_id, group_id }] = await rowsOf<{ company_id: string; group_id: string }>(
        "select company_id, group_id from company_order where order_id = ?",
        [id]
      )
      const ours = await graph("order", ["*", "items.*", "summary.*", "payment_collections.*", "total"], id)
      type Item = Record<string, unknown> & { unit_price: number; quantity: number; title: string }
      const items = ours.items as Item[]
      const about = ["title", "subtitle", "thumbnail", "product_id", "product_title", "product_handle"]
      const [twin] = await getContainer()
        .resolve(Modules.ORDER)
        .createOrders([
          {
            region_id: ours.region_id,
            customer_id: ours.customer_id,
            sales_channel_id: ours.sales_channel_id,
            status: ours.status,
            currency_code: "uzs",
            no_notification: true,
            items: items.map((item) => ({
              ...Object.fromEntries(
                [...about, "variant_id", "variant_title"].map((name) => [name, item[name]])
              ),
              unit_price: item.unit_price,
              quantity: item.quantity,
              is_tax_inclusive: true,
              requires_shipping: true,
            })),
          } as never,
        ])
      const money = ["total", "subtotal", "tax_total", "item_total", "discount_total", "original_total"]
      const fields = [...money, "items.*", "items.total", "items.detail.*"]
      const [a, b] = [await graph("order", fields, id), await graph("order", fields, twin.id)]
      const total = Number(a.total)
      const pick = (order: Record<string, unknown>) => money.map((name) => Number(order[name]))
      expect(pick(a)).toEqual(pick(b))
      expect(money.length).toBe(6)
      for (const [table, column] of [
        ["order", "id"],
        ["order_item", "order_id"],
        ["order_summary", "order_id"],
      ]) {
        const order = table === "order_item" ? "order by quantity, id" : ""
        const read = (of: string) =>
          rowsOf<Record<string, unknown>>(`select * from "${table}" where ${column} = ? ${order}`, [of])
        const [mine, theirs] = [await read(id), await read(twin.id)]
        expect(mine.map((row) => Object.keys(row))).toEqual(theirs.map((row) => Object.keys(row)))
        if (table === "order_summary") {
          // Paid and handed over, which the twin is not: every other figure is the same.
          const { paid_total, transaction_total, pending_difference } = mine[0].totals as Record<
            string,
            number
          >
          expect([paid_total, transaction_total, pending_difference]).toEqual([total, total, 0])
          const rest = (totals: object) =>
            Object.fromEntries(
              Object.entries(totals).filter(([name]) => !/paid_total|transaction_total|pending/.test(name))
            )
          expect(rest(mine[0].totals as object)).toEqual(rest(theirs[0].totals as object))
        }
      }
      const lines = (of: string) =>
        rowsOf<Record<string, unknown>>(
          `select l.* from order_line_item l join order_item i on i.item_id = l.id where i.order_id = ?
            order by l.title, l.unit_price`,
          [of]
        )
      expect((await lines(id)).map(plain)).toEqual((await lines(twin.id)).map(plain))
      expect(
        (ours.payment_collections as Array<{ status: string; captured_amount: number }>)[0]
      ).toMatchObject({
        status: "completed",
        captured_amount: total,
      })
      const [frozen] = await rowsOf<{
        status: string
        total: string
        is_legacy: boolean
        legacy_code: string
      }>("select status, total, is_legacy, legacy_code from company_order where order_id = ?", [id])
      expect(frozen).toMatchObject({
        status: "delivered",
        is_legacy: true,
        legacy_code: "ORD-20251210-ikkikomp",
      })
      expect([Number(frozen.total), typeof company_id, typeof group_id]).toEqual([total, "string", "string"])
      await getContainer().resolve(Modules.ORDER).deleteOrders([twin.id])
    }

    /** Goods beside the same ones of `createListingWorkflow`, table by table. */
    async function expectGoodsAsOurs() {
      const id = await targetOf("products", 5)
      const [mine] = await rowsOf<Record<string, string>>(
        `select l.company_id, l.name_uz, v.cost::float8 as cost, v.markup_percent::float8 as markup, v.barcode, v.price,
                k.stocked_quantity::int as stock, v.variant_id, v.inventory_item_id, l.is_visible,
                (select product_category_id from product_category_product where product_id = l.product_id) as category_id
           from listing l join listing_variant v on v.listing_id = l.id
           join inventory_level k on k.inventory_item_id = v.inventory_item_id where l.product_id = ?`,
        [id]
      )
      expect(Number(mine.price)).toBe(27_764)
      const [color] = await rowsOf<{ title: string; value: string }>(
        `select o.title, v.value from product_product_option p join product_option o on o.id = p.product_option_id
           join product_option_value v on v.option_id = o.id where p.product_id = ?`,
        [id]
      )
      const isPlain = color.title !== "Rang"
      const { result } = await createListingWorkflow(getContainer()).run({
        input: {
          company_id: mine.company_id,
          name: { uz: mine.name_uz },
          facts: { category_id: mine.category_id },
          options: isPlain ? [] : [{ title: color.title, values: [color.value] }],
          variants: [
            {
              cost: Number(mine.cost),
              markup_percent: Number(mine.markup),
              stock: Number(mine.stock),
              ...(isPlain ? {} : { options: { [color.title]: color.value } }),
            },
          ],
        },
      })
      const [{ product_id: twin }] = await rowsOf<{ product_id: string }>(
        "select product_id from listing where id = ?",
        [result.id]
      )
      const OF: Record<string, string> = {
        product: "id = ?",
        product_variant: "product_id = ?",
        product_category_product: "product_id = ?",
        product_sales_channel: "product_id = ?",
        product_shipping_profile: "product_id = ?",
        product_option: "id in (select product_option_id from product_product_option where product_id = ?)",
        product_option_value: `option_id in (select product_option_id from product_product_option where product_id = ?)`,
        product_product_option_value: `product_product_option_id in (select id from product_product_option where product_id = ?)`,
        product_variant_option: "variant_id in (select id from product_variant where product_id = ?)",
        product_variant_inventory_item: "variant_id in (select id from product_variant where product_id = ?)",
        price: `price_set_id in (select s.price_set_id from product_variant_price_set s
          join product_variant v on v.id = s.variant_id where v.product_id = ?)`,
        inventory_level: `inventory_item_id in (select i.inventory_item_id from product_variant_inventory_item i
          join product_variant v on v.id = i.variant_id where v.product_id = ?)`,
        inventory_item: `id in (select i.inventory_item_id from product_variant_inventory_item i
          join product_variant v on v.id = i.variant_id where v.product_id = ?)`,
        listing: "product_id = ?",
        listing_variant: "listing_id in (select id from listing where product_id = ?)",
      }
      for (const [table, where] of Object.entries(OF)) {
        const read = async (product: string) =>
          (await rowsOf<Record<string, unknown>>(`select * from "${table}" where ${where}`, [product]))
            .map(plain)
            .map(({ barcode: _, shop_code: __, ...row }) => row)
        expect([table, await read(id)]).toEqual([table, await read(twin)])
      }
    }

    /** An order of the past is looked at like any other, and nothing can be done with it. */
    async function expectHistoryOnly() {
      const order_id = await targetOf("orders", 9008, "1")
      const company_id = await targetOf("companies", 1)
      const email = "egasi@baraka.example.com"
      await addDemoMember(getContainer(), { company_id, role: "owner", email, password: PASSWORD })
      const owner = await signIn(api, "user", email)
      const { data } = await api.get(`/merchant/orders/${order_id}`, owner)
      expect(data.order).toMatchObject({
        is_legacy: true,
        status: "delivered",
        actions: [],
        receipts: [],
        short_code: "ORD-20251210-ikkikomp-1",
      })
      for (const [path, body] of [
        ["confirm-payment", {}],
        ["cancel", { reason: "sinov" }],
        ["deliver", {}],
        ["refund", { reason: "sinov", restock: false }],
      ] as const) {
        const refused = await api
          .post(`/merchant/orders/${order_id}/${path}`, body, owner)
          .catch(({ response }) => response)
        expect([path, refused.status, refused.data.code]).toEqual([path, 400, "ORDER_IS_HISTORY"])
      }
      // Cancelled by Medusa's own means, its parcel would come back to a shelf that it never left.
      const [{ fulfillment_id }] = await rowsOf<{ fulfillment_id: string }>(
        "select fulfillment_id from order_fulfillment where order_id = ?",
        [order_id]
      )
      for (const [path, body] of [
        [`orders/${order_id}/fulfillments/${fulfillment_id}/cancel`, {}],
        [`orders/${order_id}/fulfillments`, { items: [{ id: "x", quantity: 1 }] }],
        ["returns", { order_id }],
      ] as const) {
        const refused = await api
          .post(`/admin/${path}`, body, market.operator)
          .catch(({ response }) => response)
        expect([path, refused.status, refused.data.code]).toEqual([path, 400, "ORDER_IS_HISTORY"])
      }
      const open = await rowsOf<{ order_id: string }>(
        `select order_id from company_order where is_legacy and status = 'pending' and channel = 'web'
            and company_id = (select company_id from company_order where order_id = ?) order by id limit 1`,
        [order_id]
      )
      const path = `/merchant/orders/${open[0].order_id}`
      expect((await api.get(path, owner)).data.order.actions).toEqual(["cancel"])
      const { data: put } = await api.post(`${path}/cancel`, { reason: "eskirgan" }, owner)
      expect([put.order.status, put.order.actions]).toEqual(["cancelled", []])
      const [group] = await rowsOf<{ id: string; token: string }>(
        "select g.id, g.token from order_group g join company_order c on c.group_id = g.id where c.order_id = ?",
        [order_id]
      )
      const shopper = await api.get(`/store/order-groups/${group.id}?token=${group.token}`, market.store)
      expect([shopper.status, shopper.data.order_group.status]).toEqual([200, "paid"])
    }

    /** Goods of a private company are in no public list, those of a public one are, with their prices. */
    async function expectPrivateShut() {
      const [shut, open] = [await targetOf("companies", 5), await targetOf("companies", 1)]
      const listed = async (company: string) => {
        const { data } = await api.get(
          `/store/products?limit=200&fields=id,variants.calculated_price.calculated_amount&region_id=${market.region_id}`,
          market.store
        )
        const own = await rowsOf<{ product_id: string }>(
          "select product_id from listing where company_id = ? and is_visible",
          [company]
        )
        return (data.products as Array<{ id: string }>).filter(({ id }) =>
          own.some(({ product_id }) => product_id === id)
        )
      }
      expect((await listed(shut)).length).toBe(0)
      expect((await listed(open)).length).toBeGreaterThan(0)
      const channels = await rowsOf<{ count: string }>(
        "select count(*) as count from company where is_private and status = 'active' and sales_channel_id = ?",
        [market.sales_channel_id]
      )
      expect(Number(channels[0].count)).toBe(0)
    }

    it("loses nothing when the connection dies in the middle of a batch", async () => {
      await db.raw(`create function azaton_crash() returns trigger language plpgsql as $$
        begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`)
      await db.raw(
        `create trigger azaton_crash after insert on company_order_line for each row
           when (new.title is not null) execute function azaton_crash()`
      )
      const broken = await importing().catch((error: Error) => error)
      expect(broken).toBeDefined()
      await db.raw("drop trigger azaton_crash on company_order_line")
      const halves = () =>
        rowsOf<{ name: string; count: string }>(
          `select 'orders' as name, count(*) as count from "order" union all select 'groups', count(*) from order_group
             union all select 'company', count(*) from company_order
             union all select 'mapped', count(distinct target_id) from legacy_import_map where target_type = 'order' and target_id is not null`
        )
      expect(new Set((await halves()).map(({ count }) => count)).size).toBe(1)
      const rest = await importing()
      expect([rest.entities.orders.created, rest.entities.sales.created, rest.exit_code]).toEqual([
        154, 175, 0,
      ])
      expect((await halves()).map(({ count }) => Number(count))).toEqual([329, 329, 329, 329])

      // Changed there and here: what is here stays.
      const id = await targetOf("orders", 3)
      await db.raw("update company_order set customer_name = 'Boshqa' where order_id = ?", [id])
      await inDatabase("azaton_targets", "update customer_orders set user_name = 'Yangi' where id in (3, 4)")
      const last = await importing()
      expect([last.entities.orders.conflict, last.entities.orders.updated]).toEqual([1, 1])
    })
  },
})

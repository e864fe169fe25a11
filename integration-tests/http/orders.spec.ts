import tellHandOvers from "../../src/jobs/tell-hand-overs"
import { ORDER_GROUP_MODULE } from "../../src/modules/order-group"
import OrderGroupModuleService from "../../src/modules/order-group/service"
import { pageStatement } from "../../src/workflows/order-group/queries/company-orders"
import { expectSoundBooks } from "../support/books"
import { attempt, createMember } from "../support/market"
import { Bought, Orders, until } from "../support/orders"
import { paymeSuite } from "../support/payme"
import { warmStatementsOf } from "../support/statements"
import { HeardStream, listenTo } from "../support/streams"

/** Where an order stands, as it was told from Medusa's tables before `status` was stored. */
const DERIVED = `case
  when o.status = 'canceled' or c.canceled_at is not null then 'cancelled'
  when c.refunded_total >= c.total and c.paid_at is not null and c.total > 0 then 'returned'
  when (select bool_and(f.delivered_at is not null) from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
         where l.order_id = o.id and l.deleted_at is null and f.canceled_at is null) then 'delivered'
  when exists (select 1 from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
                where l.order_id = o.id and l.deleted_at is null and f.canceled_at is null) then 'shipped'
  when c.paid_at is not null then 'paid' else 'pending' end`

type Plan = {
  "Node Type": string
  "Relation Name"?: string
  "Actual Rows": number
  "Actual Loops": number
  "Rows Removed by Filter"?: number
  Plans?: Plan[]
}
/** Rows that a node of a plan has looked at. */
const touchedBy = (plan: Plan) =>
  (plan["Actual Rows"] + (plan["Rows Removed by Filter"] ?? 0)) * plan["Actual Loops"]
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]

/** A company's work with its orders: sending, handing over, lists, home and news (docs/orders.md). */
paymeSuite("Orders of a company", (world) => {
  const orders = new Orders(world)
  const codeOf = ({ status, data }: { status: number; data: { code?: string } }) => [status, data.code]
  const fulfill = (order: Bought, body: object = {}, more = {}) =>
    orders.act(order, "fulfill", body, undefined, more)
  const deliver = (order: Bought) => orders.act(order, "deliver")
  const list = async (query: string, headers = world.bread.owner.headers) =>
    (await world.api.get(`/merchant/orders?${query}`, headers)).data
  const person = (role: string) =>
    createMember(world.getContainer(), world.api, world.bread.id, role, `${role}@baraka.example.com`)
  const parcels = async ({ id }: Bought) =>
    Number(
      (
        await world.sql(
          "select count(*) as n from order_fulfillment where order_id = ? and deleted_at is null",
          [id]
        )
      )[0].n
    )
  const everything = async () =>
    (await orders.everything()) + (await world.everything(["fulfillment", "order_fulfillment", "order_item"]))
  const expectAgreement = async () =>
    expect(
      await world.sql(
        `select c.short_code, c.status, ${DERIVED} as derived from company_order c join "order" o on o.id = c.order_id
          where c.status is distinct from ${DERIVED}`
      )
    ).toEqual([])

  describe("sending and handing over", () => {
    it("goes from paid to shipped to delivered; again it changes nothing", async () => {
      const order = await orders.paid([world.line(world.loaf, 2), world.line(world.patir)])
      const before = await orders.stock(world.loaf)
      const sent = await fulfill(order)
      expect(codeOf(sent)).toEqual([200, undefined])
      expect(sent.data.order).toMatchObject({ status: "shipped", actions: ["deliver", "refund"] })
      expect(sent.data.order.items.map((item: { left_to_send: number }) => item.left_to_send)).toEqual([0, 0])
      expect(await orders.stock(world.loaf)).toEqual({
        stocked: Number(before.stocked) - 2,
        reserved: Number(before.reserved) - 2,
      })
      let state = await everything()
      expect((await fulfill(order)).data.order.status).toBe("shipped")
      expect(await everything()).toBe(state)
      expect((await deliver(order)).data.order).toMatchObject({ status: "delivered", actions: ["refund"] })
      state = await everything()
      expect((await deliver(order)).data.order.status).toBe("delivered")
      expect((await fulfill(order)).data.order.status).toBe("delivered")
      expect(await everything()).toBe(state)
      const { history, delivery, payment } = await orders.view(order)
      expect(history.map(({ kind }: { kind: string }) => kind)).toEqual([
        "created",
        "paid",
        "shipped",
        "delivered",
      ])
      expect(history.slice(1).map(({ by }: { by: { name: string } }) => by.name)).toEqual(
        Array(3).fill(expect.stringContaining("@"))
      )
      expect(delivery).toEqual({ name: expect.any(String), price: expect.any(Number) })
      expect(payment.kind).toBe("cash")
      await expectAgreement()
      await expectSoundBooks(world.getContainer())
    })

    it("twenty times at once is one fulfilment, one shipment and one event of each kind", async () => {
      const order = await orders.paid([world.line(world.loaf, 3)])
      const before = await orders.stock(world.loaf)
      const twenty = (call: () => Promise<{ status: number }>) =>
        Promise.all(Array.from({ length: 20 }, call))
      let told = await orders.told("company-order.shipped", async () => {
        expect((await twenty(() => fulfill(order))).map(({ status }) => status)).toEqual(Array(20).fill(200))
      })
      expect([told.length, await parcels(order)]).toEqual([1, 1])
      expect(Number((await orders.stock(world.loaf)).stocked)).toBe(Number(before.stocked) - 3)
      told = await orders.told("company-order.delivered", async () => {
        expect((await twenty(() => deliver(order))).map(({ status }) => status)).toEqual(Array(20).fill(200))
      })
      expect([told.length, await parcels(order)]).toEqual([1, 1])
      await expectAgreement()
    })

    it("over the counter: a paid order is handed over at once", async () => {
      const order = await orders.paid([world.line(world.loaf)])
      expect((await deliver(order)).data.order.status).toBe("delivered")
      expect(await parcels(order)).toBe(1)
    })

    it("refuses what is unpaid, cancelled or given back, and changes nothing", async () => {
      const { orders: unpaid } = await orders.buy([world.line(world.loaf)])
      const canceled = await orders.paid([world.line(world.loaf)])
      await orders.cancel(canceled)
      const returned = await orders.paid([world.line(world.loaf)])
      await fulfill(returned)
      await orders.refund(returned)
      const before = await everything()
      for (const [order, code] of [
        [unpaid[0], "ORDER_NOT_PAID"],
        [canceled, "ORDER_MONEY_GOES_BACK"],
        [returned, "ORDER_MONEY_GOES_BACK"],
      ] as const) {
        expect(codeOf(await fulfill(order))).toEqual([400, code])
        expect(codeOf(await deliver(order))).toEqual([400, code])
      }
      expect(await everything()).toBe(before)
      expect((await orders.view(unpaid[0])).actions).toEqual(["confirm-payment", "cancel"])
      expect((await orders.view(canceled)).actions).toEqual([])
    })

    it("sends a part, once for each key, and never more than is left", async () => {
      const order = await orders.paid([world.line(world.loaf, 3), world.line(world.patir)])
      const { items } = await orders.view(order)
      const loaf = items.find((item: { quantity: number }) => item.quantity === 3)
      const part = { items: [{ id: loaf.id, quantity: 1 }] }
      const key = { "idempotency-key": "yuk-1" }
      const first = await fulfill(order, part, key)
      expect(first.data.order).toMatchObject({ status: "shipped", actions: ["fulfill", "deliver", "refund"] })
      await fulfill(order, part, key)
      expect(await parcels(order)).toBe(1)
      const before = await everything()
      expect(codeOf(await fulfill(order, { items: [{ id: loaf.id, quantity: 3 }] }))).toEqual([
        400,
        "FULFILL_QUANTITY_WRONG",
      ])
      expect(codeOf(await fulfill(order, { items: [{ id: "cline_x", quantity: 1 }] }))).toEqual([
        400,
        "FULFILL_LINE_UNKNOWN",
      ])
      expect((await fulfill(order, { items: [] })).status).toBe(400)
      expect((await fulfill(order, { company_id: world.phones.id })).status).toBe(400)
      expect(await everything()).toBe(before)
      // One of the two loaves that are left is given back: it is not sent.
      await orders.refund(order, { items: [{ id: loaf.id, quantity: 1 }], restock: true })
      const { data } = await fulfill(order)
      expect(data.order.items.find(({ id }: { id: string }) => id === loaf.id)).toMatchObject({
        sent_quantity: 2,
        refunded_quantity: 1,
        left_to_send: 0,
      })
      await expectSoundBooks(world.getContainer())
    })

    it("finishes what was begun: a parcel without its shipment, an event that nobody told", async () => {
      const order = await orders.paid([world.line(world.loaf, 2)])
      world.silenceEvents()
      expect((await orders.ship(order, world.loaf, 1)).status).toBe(200)
      world.restore()
      await world.sql(
        "update company_order set updated_at = now() - interval '1 minute' where order_id = ?",
        [order.id]
      )
      const told = await orders.told("company-order.shipped", () => tellHandOvers(world.getContainer()))
      expect(told).toHaveLength(1)
      expect(await orders.told("company-order.shipped", () => tellHandOvers(world.getContainer()))).toEqual(
        []
      )
      await fulfill(order)
      const rows = await world.sql(
        `select f.shipped_at is not null as is_shipped from fulfillment f join order_fulfillment l on l.fulfillment_id = f.id
          where l.order_id = ?`,
        [order.id]
      )
      expect(rows).toEqual([{ is_shipped: true }, { is_shipped: true }])
    })

    it("follows what the operator does in Medusa's own pages", async () => {
      const order = await orders.paid([world.line(world.loaf, 2)])
      const statusOf = async () => (await list("status=shipped,delivered")).orders.map((o: Bought) => [o.id])
      const open = async () =>
        (
          await world.sql(
            `select f.id from fulfillment f join order_fulfillment l on l.fulfillment_id = f.id
              where l.order_id = ? and f.canceled_at is null`,
            [order.id]
          )
        )[0].id
      await orders.ship(order, world.loaf, 2)
      expect(await statusOf()).toEqual([[order.id]])
      await orders.operate(`/admin/orders/${order.id}/fulfillments/${await open()}/cancel`)
      expect((await orders.view(order)).status).toBe("paid")
      await orders.ship(order, world.loaf, 2)
      const marked = await orders.operate(
        `/admin/orders/${order.id}/fulfillments/${await open()}/mark-as-delivered`
      )
      expect(codeOf(marked)).toEqual([200, undefined])
      expect((await orders.view(order)).status).toBe("delivered")
      const expired = await orders.buy([world.line(world.loaf)])
      await orders.expire(expired)
      expect((await list("status=cancelled")).orders.map((o: Bought) => o.id)).toEqual([expired.orders[0].id])
      await expectAgreement()
    })

    it("brings rows up again that came apart, and makes triggers that are gone", async () => {
      const groups = world.getContainer().resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
      const order = await orders.paid([world.line(world.loaf)])
      await world.sql("drop trigger bozor_follow_fulfillment on fulfillment")
      await world.sql("drop trigger bozor_follow_order_fulfillment on order_fulfillment")
      await orders.ship(order, world.loaf, 1)
      expect((await orders.view(order)).status).toBe("paid")
      await groups.followMedusa()
      expect((await orders.view(order)).status).toBe("shipped")
      expect(await groups.repairStandings()).toBe(0)
      await expectAgreement()
    })

    it("is for those who may, and for their own company", async () => {
      const order = await orders.paid([world.line(world.loaf)])
      const cashier = await person("cashier")
      expect(codeOf(await orders.act(order, "fulfill", {}, cashier))).toEqual([403, "PERMISSION_REQUIRED"])
      for (const verb of ["fulfill", "deliver"]) {
        expect((await orders.act(order, verb, {}, world.phones.owner.headers)).status).toBe(404)
      }
      const seen = (await world.api.get(`/merchant/orders/${order.id}`, cashier)).data.order
      expect(seen.actions).toEqual([])
      expect(JSON.stringify(seen)).not.toMatch(/profit|cost|markup/)
      const { profit, items } = await orders.view(order)
      expect([profit, items[0].profit]).toEqual([300, 300])
      const [row] = (await list("status=paid", { headers: cashier.headers })).orders
      expect(row).not.toHaveProperty("profit")
      expect((await list("status=paid")).orders[0].profit).toBe(300)
      expect((await orders.act(order, "deliver", {}, await person("warehouse"))).status).toBe(200)
    })
  })

  describe("lists", () => {
    const codes = async (query: string) => (await list(query)).orders.map(({ id }: Bought) => id)

    it("filters by state, telephone, short code, channel and day", async () => {
      const { orders: cash } = await orders.buy([world.line(world.loaf)])
      const paid = await orders.paid([world.line(world.loaf)])
      const [pair] = world.pair.orders.filter(({ company }) => company.id === world.bread.id)
      const [solo] = world.solo.orders
      const all = [paid.id, cash[0].id, solo.id, pair.id]
      expect(await codes("")).toEqual(all)
      expect(await codes("order=created_at")).toEqual([...all].reverse())
      expect(await codes("status=paid")).toEqual([paid.id])
      expect(await codes("status=paid&status=pending")).toEqual(all)
      expect(await codes("q=11 22 33")).toEqual(all)
      expect(await codes("phone=%2B998901112233&status=paid")).toEqual([paid.id])
      expect(await codes("q=9999")).toEqual([])
      expect(await codes("q=dilNOZA")).toEqual(all)
      const { short_code } = await orders.view(paid)
      expect(await codes(`q=${short_code.replace("-", " ")}`)).toEqual([paid.id])
      expect(await codes("channel=pos")).toEqual([])
      expect(await codes("channel=web&limit=1&offset=1")).toEqual([cash[0].id])
      await world.sql("update company_order set created_at = '2026-01-01T18:59:59Z' where order_id = ?", [
        cash[0].id,
      ])
      await world.sql("update company_order set created_at = '2026-01-01T19:00:00Z' where order_id = ?", [
        solo.id,
      ])
      expect(await codes("to=2026-01-01")).toEqual([cash[0].id])
      expect(await codes("from=2026-01-02&to=2026-01-02")).toEqual([solo.id])
      for (const wrong of ["status=lost", "from=2026-02-30", "phone=12", "order=total", "channel=x"]) {
        expect(
          codeOf(await attempt(world.api.get(`/merchant/orders?${wrong}`, world.bread.owner.headers)))
        ).toEqual([400, "INVALID_QUERY"])
      }
    })

    it("answers a page of a hundred thousand from indexes, in as many statements as a page of one", async () => {
      // Jobs and listeners speak up now and then; a call that is disturbed is looked at again.
      const calm = (wanted: number) =>
        until(
          () => warmStatementsOf(world.getContainer(), () => list("")),
          ({ length }) => length === wanted
        )
      expect(await calm(3)).toHaveLength(3)
      await world.sql(hundredThousand(world.bread.id))
      await world.sql("analyze company_order")
      await world.sql('analyze "order"')
      await world.sql("analyze order_group")
      const page = {
        company_id: world.bread.id,
        shows_profit: false,
        order: "-created_at" as const,
        limit: 20,
        offset: 0,
      }
      const asked = {
        default: {},
        status: { status: ["shipped" as const] },
        code: { q: "999 000 077" },
        phone: { q: "0000 77" },
        days: { from: "2025-06-01", to: "2025-06-02" },
        channel: { channel: "pos" as const },
      }
      for (const [name, filter] of Object.entries(asked)) {
        const { statement, values } = pageStatement({ ...page, ...filter })
        const [row] = await world.sql(`explain (analyze, format json) ${statement}`, values)
        const [{ Plan }] = row["QUERY PLAN"] as [{ Plan: Plan }]
        const scans = nodesOf(Plan).filter((node) => node["Node Type"] === "Seq Scan")
        expect({ name, scanned: scans.map((node) => node["Relation Name"]) }).toEqual({ name, scanned: [] })
        const most = Math.max(...nodesOf(Plan).map(touchedBy))
        expect({ name, touches: most, isFew: most <= 100 }).toEqual({ name, touches: most, isFew: true })
      }
      // One more: above ten thousand the count is asked of the planner.
      expect(await calm(4)).toHaveLength(4)
      const first = await list("")
      expect(first).toMatchObject({ count_is_estimate: true })
      expect(first.count).toBeGreaterThan(80_000)
      expect(first.count).toBeLessThan(120_000)
      expect(first.orders).toHaveLength(20)
      expect(await list("status=delivered&limit=1")).toMatchObject({ count: expect.any(Number) })
      expect((await list("q=999-000-077")).orders).toHaveLength(1)
      expect((await list("offset=99000&limit=5")).orders).toHaveLength(5)
    })
  })

  describe("home and news", () => {
    it("shows each person what the person may see", async () => {
      const order = await orders.paid([world.line(world.loaf, 2)])
      await orders.buy([world.line(world.loaf)])
      await world.sql(
        "update inventory_level set stocked_quantity = reserved_quantity + 2 where inventory_item_id = ?",
        [world.patir.inventory_item_id]
      )
      const home = async (headers: object) => (await world.api.get("/merchant/home", headers)).data.home
      const seen = await home(world.bread.owner.headers)
      expect(seen).toMatchObject({
        today: { orders: 1, total: order.total, profit: 600 },
        yesterday: { orders: 0, total: 0, profit: 0 },
        waiting: { to_confirm: 1, to_ship: 1 },
        low_stock: { count: 1, urgent: 1, items: [{ name: { uz: "Patir" }, available: 2 }] },
      })
      expect(seen.series).toHaveLength(30)
      await orders.refund(order, { amount: 1000 })
      const [refund] = await orders.refundsOf(order)
      if (refund.status === "due") {
        await orders.operate(`/admin/refunds/${refund.id}/complete`, { proof: "chek 1" })
      }
      expect((await home(world.bread.owner.headers)).today).toMatchObject({
        total: order.total - 1000,
        profit: -400,
      })
      const [cashier, marketer] = [await home(await person("cashier")), await home(await person("marketer"))]
      expect(JSON.stringify(cashier)).not.toContain("profit")
      expect(cashier.today.orders).toBe(1)
      expect(Object.keys(marketer)).toEqual(["low_stock"])
      expect((await home(world.phones.owner.headers)).today.orders).toBe(0)
      const statements = await until(
        () => warmStatementsOf(world.getContainer(), () => home(world.bread.owner.headers)),
        ({ length }) => length === 5
      )
      expect(statements).toHaveLength(5)
    })

    it("counts each person's unread orders", async () => {
      const { headers } = world.bread.owner
      const unread = async (who: object = headers) => (await world.api.get("/merchant/unread", who)).data
      expect(await unread()).toMatchObject({ unread_orders: 2, latest: { status: "pending" } })
      const cashier = await person("cashier")
      expect((await unread(cashier)).unread_orders).toBe(0)
      expect((await world.api.post("/merchant/orders/seen", {}, headers)).data.unread_orders).toBe(0)
      const { orders: bought } = await orders.buy([world.line(world.loaf)])
      expect(await unread()).toMatchObject({ unread_orders: 1, latest: { id: bought[0].id } })
      expect((await unread(cashier)).unread_orders).toBe(1)
      expect((await unread(world.phones.owner.headers)).unread_orders).toBe(1)
    })

    it("a stream is heard by its own company, and ends with the membership", async () => {
      const manager = await person("manager")
      const [ours, theirs] = await Promise.all([
        listenTo(world.api, manager),
        listenTo(world.api, world.phones.owner.headers),
      ])
      try {
        expect(ours.type).toMatch("text/event-stream")
        await until(
          async () => [ours, theirs],
          (all) => all.every(({ events }) => events.length > 0)
        )
        const order = await orders.paid([world.line(world.loaf)])
        const isTold =
          (status: string) =>
          ({ event, data }: { event: string; data: { id?: string; status?: string } }) =>
            event === "order" && data.id === order.id && data.status === status
        await until(
          async () => ours.events,
          (events) => events.some(isTold("paid"))
        )
        await fulfill(order)
        await until(
          async () => ours.events,
          (events) => events.some(isTold("shipped"))
        )
        expect(ours.events.filter(isTold("shipped"))).toHaveLength(1)
        expect(
          ours.events.find(({ event, data }) => event === "unread" && data.unread_orders === 1)
        ).toBeDefined()
        expect(theirs.events.filter(({ event }) => event === "order")).toEqual([])
        const removed = await attempt(
          world.api.delete(`/merchant/members/${manager.member_id}`, world.bread.owner.headers)
        )
        expect(removed.status).toBe(200)
        await until(async () => ours.isOver, Boolean)
        expect([ours.isOver, theirs.isOver]).toEqual([true, false])
      } finally {
        ours.close()
        theirs.close()
      }
    })

    it("four streams for one person: one more ends the oldest", async () => {
      const open: HeardStream[] = []
      for (let i = 0; i < 5; i++) {
        open.push(await listenTo(world.api, world.bread.owner.headers))
      }
      try {
        await until(async () => open[0].isOver, Boolean)
        expect(open.map(({ isOver }) => isOver)).toEqual([true, false, false, false, false])
        expect(open[0].events.at(-1)?.event).toBe("replaced")
      } finally {
        open.forEach((stream) => stream.close())
      }
    })
  })

  /** A company's history of three years: orders of Medusa's, a group and company orders, nothing else. */
  function hundredThousand(companyId: string): string {
    return `do $$ begin
      -- Medusa has nothing to tell of these.
      alter table company_order disable trigger bozor_follow_company_order;
      insert into "order" (id, currency_code, status, region_id, version, created_at)
        select 'order_x' || n, 'uzs', 'pending', null, 1, now() from generate_series(1, 100000) n;
      insert into order_group (id, cart_id, status, currency_code, token, raw_total)
        select 'ogrp_x' || n, 'cart_x' || n, 'paid', 'uzs', 'token_x' || n, '{"value":"0"}' from generate_series(1, 100000) n;
      insert into company_order (id, group_id, company_id, order_id, short_code, rank, currency_code, item_total, shipping_total,
             discount_total, tax_total, total, commission_percent, raw_item_total, raw_shipping_total, raw_discount_total,
             raw_tax_total, raw_total, raw_commission_percent, customer_phone, customer_name, created_at, paid_at, shipped_at,
             delivered_at, shipped_told_at, delivered_told_at, channel)
        select 'cord_x' || n, 'ogrp_x' || n, '${companyId}', 'order_x' || n, '999-' || substr(lpad(n::text, 6, '0'), 1, 3) || '-' || substr(lpad(n::text, 6, '0'), 4),
               0, 'uzs', 1000, 0, 0, 0, 1000, 5, '{}', '{}', '{}', '{}', '{}', '{}', '+99890' || lpad(n::text, 7, '0'), 'Mijoz ' || n,
               now() - n * interval '15 minutes', now() - n * interval '15 minutes', case when n % 50 > 0 then now() end,
               case when n % 40 > 0 and n % 50 > 0 then now() end, now(), now(), case when n % 3 = 0 then 'pos' else 'web' end
          from generate_series(1, 100000) n;
    end $$`
  }
})

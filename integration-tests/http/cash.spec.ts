import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { createMember, fillCart } from "../support/market"
import { Bought, Group, Orders, until } from "../support/orders"
import { paymeSuite } from "../support/payme"

/** Paying at the shop: a day's reservation, confirmed by each company (business rules 7-9). */
paymeSuite("Cash", (world) => {
  const orders = new Orders(world)
  const codeOf = ({ status, data }: { status: number; data: { code?: string } }) => [status, data.code]

  /** Three loaves of one company and a phone of another, to be paid at the shop. */
  const buyPair = (): Promise<Group> => orders.buy([world.line(world.loaf, 3), world.line(world.phone)])
  const of = ({ orders }: Group, company: { id: string }): Bought =>
    orders.find((order) => order.company.id === company.id)!

  describe("a checkout", () => {
    it("makes a group that waits for a day, with the stock reserved", async () => {
      const before = await orders.stock(world.loaf)
      const group = await buyPair()
      const [row] = await world.sql(
        `select status, provider_id, round(extract(epoch from expires_at - now()) / 3600) as hours from order_group where id = ?`,
        [group.group_id]
      )
      expect({ ...row, hours: Number(row.hours) }).toEqual({
        status: "pending",
        provider_id: "pp_cash_cash",
        hours: 24,
      })
      expect(await orders.stock(world.loaf)).toEqual({
        stocked: before.stocked,
        reserved: Number(before.reserved) + 3,
      })
      for (const order of group.orders) {
        expect(await orders.view(order)).toMatchObject({ status: "pending", paid_at: null, paid_total: 0 })
      }
    })
  })

  describe("a confirmation", () => {
    it("books each company's own order; the group is paid with the last", async () => {
      const group = await buyPair()
      const [bread, phone] = [of(group, world.bread), of(group, world.phones)]
      const reply = await orders.confirm(bread)
      expect(reply.data.order).toMatchObject({
        status: "paid",
        paid_total: bread.total,
        paid_provider_id: "pp_cash_cash",
      })
      expect(await orders.view(phone)).toMatchObject({ status: "pending", paid_total: 0 })
      expect(await orders.group(group)).toBe("pending")
      await orders.confirm(phone)
      expect(await orders.group(group)).toBe("paid")
      for (const order of group.orders) {
        expect(await orders.medusa(order)).toMatchObject({
          status: "pending",
          payment_status: "captured",
          captured: order.total,
          kept: order.total,
          pending: 0,
        })
      }
    })

    it("is remembered with whose it was", async () => {
      const order = await orders.paid([world.line(world.loaf)])
      const [member] = await world.sql(
        "select user_id from company_member where company_id = ? and role = 'owner'",
        [world.bread.id]
      )
      const [{ data }] = await world.sql(
        `select p.data from payment p join company_order c on c.payment_collection_id = p.payment_collection_id where c.order_id = ?`,
        [order.id]
      )
      expect(JSON.stringify(data)).toContain("cash:")
      expect(member.user_id).toEqual(expect.any(String))
    })

    it("of another company's order is 404 and changes nothing", async () => {
      const group = await buyPair()
      const before = await orders.everything()
      const reply = await orders.confirm(of(group, world.bread), world.phones.owner.headers)
      expect(reply.status).toBe(404)
      expect(await orders.everything()).toBe(before)
    })

    it("is for the cashier, not for the marketer", async () => {
      const group = await orders.buy([world.line(world.loaf)])
      const person = (role: string) =>
        createMember(world.getContainer(), world.api, world.bread.id, role, `${role}@baraka.example.com`)
      const marketer = await person("marketer")
      expect(codeOf(await orders.confirm(group.orders[0], marketer))).toEqual([403, "PERMISSION_REQUIRED"])
      expect((await orders.confirm(group.orders[0], await person("cashier"))).data.order.status).toBe("paid")
    })

    it("twice is one capture and one event", async () => {
      const {
        orders: [order],
      } = await orders.buy([world.line(world.loaf)])
      const told = await orders.told("company-order.paid", async () => {
        await orders.confirm(order)
        expect((await orders.confirm(order)).status).toBe(200)
      })
      expect(told).toHaveLength(1)
      expect(await orders.medusa(order)).toMatchObject({ captured: order.total, pending: 0 })
    })

    it("twenty times at once is one capture and one event", async () => {
      const {
        orders: [order],
        ...group
      } = await orders.buy([world.line(world.loaf)])
      let replies: Array<{ status: number }> = []
      const told = await orders.told("company-order.paid", async () => {
        replies = await Promise.all(Array.from({ length: 20 }, () => orders.confirm(order)))
      })
      expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200))
      expect(told).toHaveLength(1)
      expect(await orders.medusa(order)).toMatchObject({
        captured: order.total,
        kept: order.total,
        pending: 0,
      })
      expect(await orders.group({ ...group, orders: [order] })).toBe("paid")
    })

    it("of a Payme order is refused, paid or not", async () => {
      const [order] = world.solo.orders
      expect(codeOf(await orders.confirm(order))).toEqual([400, "CONFIRM_PROVIDER_PAYS"])
      await world.payme.paid(world.solo)
      expect(codeOf(await orders.confirm(order))).toEqual([400, "CONFIRM_PROVIDER_PAYS"])
    })

    it("of what has expired or was cancelled is refused", async () => {
      const [gone, expired] = [
        await orders.buy([world.line(world.loaf)]),
        await orders.buy([world.line(world.loaf)]),
      ]
      await orders.cancel(gone.orders[0])
      await orders.expire(expired)
      for (const {
        orders: [order],
      } of [gone, expired]) {
        expect(codeOf(await orders.confirm(order))).toEqual([400, "CONFIRM_ORDER_CLOSED"])
        expect(await orders.medusa(order)).toMatchObject({ status: "canceled", captured: 0 })
      }
    })

    it("of an order that was paid, refunded and cancelled is refused", async () => {
      const order = await orders.paid([world.line(world.loaf)])
      await orders.cancel(order)
      expect(codeOf(await orders.confirm(order))).toEqual([400, "CONFIRM_ORDER_CLOSED"])
    })

    describe("of goods that are not there", () => {
      const empty = (listing: { inventory_item_id: string }, stocked: number) =>
        world.sql(
          `update inventory_level set stocked_quantity = ?, raw_stocked_quantity = jsonb_build_object('value', ?::text, 'precision', 20)
            where inventory_item_id = ?`,
          [stocked, stocked, listing.inventory_item_id]
        )

      it("fails whole, names every short line and changes nothing", async () => {
        const {
          orders: [order],
        } = await orders.buy([world.line(world.loaf, 3), world.line(world.patir, 2)])
        await empty(world.loaf, 1)
        await empty(world.patir, 0)
        const before = await orders.everything()
        const { status, data } = await orders.confirm(order)
        expect([status, data.code]).toEqual([400, "CONFIRM_SHORT_STOCK"])
        expect(data.message).toContain("Tandir noni (wanted 3, left 1)")
        expect(data.message).toContain("Patir (wanted 2, left 0)")
        expect(await orders.everything()).toBe(before)
        await empty(world.loaf, 50)
        await empty(world.patir, 50)
        expect((await orders.confirm(order)).data.order.status).toBe("paid")
      })

      it("is refused as well when their place on the shelf is gone", async () => {
        const {
          orders: [order],
        } = await orders.buy([world.line(world.loaf, 3)])
        await world.sql("update inventory_level set deleted_at = now() where inventory_item_id = ?", [
          world.loaf.inventory_item_id,
        ])
        expect(codeOf(await orders.confirm(order))).toEqual([400, "CONFIRM_SHORT_STOCK"])
      })

      it("reserves again what has lost its reservation, unless somebody else has it", async () => {
        const {
          orders: [order],
        } = await orders.buy([world.line(world.loaf, 3)])
        const reserved = await orders.stock(world.loaf)
        const lose = async () => {
          const inventory = world.getContainer().resolve("inventory") as {
            listReservationItems: (filter: object) => Promise<Array<{ id: string }>>
            deleteReservationItems: (ids: string[]) => Promise<void>
          }
          const lines = await world.sql(
            "select l.line_item_id from company_order_line l join company_order c on c.id = l.company_order_id where c.order_id = ?",
            [order.id]
          )
          const rows = await inventory.listReservationItems({
            line_item_id: lines.map((row) => row.line_item_id),
          })
          await inventory.deleteReservationItems(rows.map(({ id }) => id))
        }
        await lose()
        await empty(world.loaf, 5)
        // Five on the shelf; the two Payme purchases of this suite have reserved all of them.
        expect(codeOf(await orders.confirm(order))).toEqual([400, "CONFIRM_SHORT_STOCK"])
        await empty(world.loaf, 50)
        expect((await orders.confirm(order)).data.order.status).toBe("paid")
        expect(await orders.stock(world.loaf)).toEqual({ stocked: 50, reserved: reserved.reserved })
      })

      it("is no matter for what a courier has taken along already", async () => {
        const {
          orders: [order],
        } = await orders.buy([world.line(world.loaf, 3)], "courier")
        // The dashboard does not hand over what is not paid; whoever runs Medusa's workflow does.
        const [{ line_item_id }] = await world.sql(
          "select l.line_item_id from company_order_line l join company_order c on c.id = l.company_order_id where c.order_id = ?",
          [order.id]
        )
        await createOrderFulfillmentWorkflow(world.getContainer()).run({
          input: { order_id: order.id, items: [{ id: line_item_id as string, quantity: 3 }] },
        })
        const before = await orders.stock(world.loaf)
        expect((await orders.confirm(order)).status).toBe(200)
        expect(await orders.stock(world.loaf)).toEqual(before)
        expect(await orders.view(order)).toMatchObject({ status: "shipped", paid_total: order.total })
      })
    })
  })

  describe("the end of the day", () => {
    it("cancels what was not paid and keeps what was", async () => {
      const before = { loaf: await orders.stock(world.loaf), phone: await orders.stock(world.phone) }
      const group = await buyPair()
      const [bread, phone] = [of(group, world.bread), of(group, world.phones)]
      await orders.confirm(bread)
      await orders.expire(group)
      expect(await orders.view(bread)).toMatchObject({ status: "paid", paid_total: bread.total })
      expect(await orders.view(phone)).toMatchObject({ status: "cancelled", paid_total: 0 })
      expect(await orders.group(group)).toBe("paid")
      expect(await orders.stock(world.phone)).toEqual(before.phone)
      expect(await orders.stock(world.loaf)).toEqual({
        ...before.loaf,
        reserved: Number(before.loaf.reserved) + 3,
      })
      expect(codeOf(await orders.confirm(phone))).toEqual([400, "CONFIRM_ORDER_CLOSED"])
    })

    it("cancels all of a group that nobody confirmed", async () => {
      const before = await orders.stock(world.phone)
      const group = await buyPair()
      await orders.expire(group)
      expect(await orders.group(group)).toBe("expired")
      expect(await orders.stock(world.phone)).toEqual(before)
    })
  })

  describe("a cancellation of what is not paid", () => {
    it("at the shop ends that company's order alone", async () => {
      const before = await orders.stock(world.phone)
      const group = await buyPair()
      const [bread, phone] = [of(group, world.bread), of(group, world.phones)]
      const reply = await orders.cancel(phone)
      expect([reply.status, reply.data.refund, reply.data.order.status]).toEqual([200, null, "cancelled"])
      expect(await orders.stock(world.phone)).toEqual(before)
      // What Medusa tells of the cancellation must not take the other company's order along.
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(await orders.view(bread)).toMatchObject({ status: "pending" })
      expect(await orders.group(group)).toBe("pending")
      await orders.confirm(bread)
      expect(await orders.group(group)).toBe("paid")
    })

    it("at the shop of the last order that waits leaves the group paid, or cancelled when none was", async () => {
      const [half, none] = [await buyPair(), await buyPair()]
      await orders.confirm(of(half, world.bread))
      await orders.cancel(of(half, world.phones))
      await orders.cancel(of(none, world.bread))
      await orders.cancel(of(none, world.phones))
      expect([await orders.group(half), await orders.group(none)]).toEqual(["paid", "canceled"])
    })

    it("at the shop, after the others' money has gone back, leaves the group refunded", async () => {
      const group = await buyPair()
      await orders.confirm(of(group, world.bread))
      await orders.cancel(of(group, world.bread))
      await new Promise((resolve) => setTimeout(resolve, 500))
      expect(await orders.view(of(group, world.phones))).toMatchObject({ status: "pending" })
      await orders.cancel(of(group, world.phones))
      expect(await orders.group(group)).toBe("refunded")
    })

    it("twice changes nothing more", async () => {
      const {
        orders: [order],
      } = await orders.buy([world.line(world.loaf)])
      await orders.cancel(order)
      const before = await orders.everything()
      expect((await orders.cancel(order)).status).toBe(200)
      expect(await orders.everything()).toBe(before)
    })

    it("at a provider ends the whole group, and nobody can pay it any more", async () => {
      const [bread, phone] = world.pair.orders
      expect((await orders.cancel(bread)).data.order.status).toBe("cancelled")
      expect(await orders.view(phone)).toMatchObject({ status: "cancelled" })
      expect(await orders.group(world.pair)).toBe("canceled")
      expect(await world.payme.allows(world.pair)).toHaveProperty("error")
    })

    it("at a provider while the shopper is paying is refused", async () => {
      await world.payme.created(world.solo)
      await world.sql("update gateway_transaction set performing_at = ?", [Date.now()])
      expect(codeOf(await orders.cancel(world.solo.orders[0]))).toEqual([400, "ORDER_PAYMENT_IN_PROGRESS"])
      expect(await orders.group(world.solo)).toBe("pending")
    })

    it("of another company's order is 404", async () => {
      const {
        orders: [order],
      } = await orders.buy([world.line(world.loaf)])
      const reply = await orders.act(order, "cancel", { reason: "x" }, world.phones.owner.headers)
      expect(reply.status).toBe(404)
    })
  })

  describe("in the dashboard, an operator", () => {
    const collectionOf = async (order: Bought) => {
      const [row] = await world.sql(
        "select payment_collection_id as id from company_order where order_id = ?",
        [order.id]
      )
      return row.id as string
    }

    it("can't mark an order as paid that its company has to confirm, nor pay it a second time", async () => {
      const {
        orders: [order],
      } = await orders.buy([world.line(world.loaf)])
      const { api, market } = world
      const { data } = await api.post(
        "/admin/payment-collections",
        { order_id: order.id, amount: 5 },
        market.operator
      )
      for (const id of [await collectionOf(order), data.payment_collection.id]) {
        const reply = await orders.operate(`/admin/payment-collections/${id}/mark-as-paid`, {
          order_id: order.id,
        })
        expect(codeOf(reply)).toEqual([400, "ORDER_AWAITS_PAYMENT"])
      }
      expect(await orders.medusa(order)).toMatchObject({ captured: 0 })
    })

    it("captures the payment of a provider without callbacks, and the order is paid for everybody", async () => {
      const { api, market } = world
      const payment_providers = ["pp_system_default", "pp_cash_cash", "pp_payme_payme"]
      await api.post(`/admin/regions/${market.region_id}`, { payment_providers }, market.operator)
      const group = await orders.buy([world.line(world.loaf)], "pickup", "pp_system_default")
      const [order] = group.orders
      expect(await orders.view(order)).toMatchObject({ status: "pending" })
      const [payment] = await world.sql("select id from payment where payment_collection_id = ?", [
        await collectionOf(order),
      ])
      expect((await orders.operate(`/admin/payments/${payment.id}/capture`)).status).toBe(200)
      expect(
        await until(
          () => orders.group(group),
          (status) => status === "paid"
        )
      ).toBe("paid")
      expect(await orders.view(order)).toMatchObject({
        status: "paid",
        paid_provider_id: "pp_system_default",
      })
      expect(await orders.medusa(order)).toMatchObject({
        captured: order.total,
        kept: order.total,
        pending: 0,
      })
    })
  })

  describe("an order that costs nothing", () => {
    const free = async () => {
      const { api, market } = world
      await api.post(
        "/admin/promotions",
        {
          code: "TEKIN",
          type: "standard",
          status: "active",
          application_method: { type: "percentage", target_type: "items", allocation: "across", value: 100 },
        },
        market.operator
      )
      const cart = await fillCart(api, market, world.shopper, [world.line(world.loaf, 2)])
      await api.post(`/store/carts/${cart}`, { promo_codes: ["TEKIN"] }, world.shopper)
      const { data } = await api.post(`/store/carts/${cart}/complete`, {}, world.shopper)
      return { group_id: data.order_group.id, orders: data.order_group.orders } as Group
    }

    it("is paid at once, and told of", async () => {
      let group!: Group
      const told = await orders.told("company-order.paid", async () => {
        group = await free()
      })
      expect(await orders.group(group)).toBe("paid")
      const [row] = await world.sql(
        "select id, paid_at, paid_provider_id from company_order where group_id = ?",
        [group.group_id]
      )
      expect(row).toEqual({ id: told[0], paid_at: expect.anything(), paid_provider_id: "pp_system_default" })
      expect(told).toHaveLength(1)
    })

    it("has nothing to refund, and can be cancelled", async () => {
      const before = await orders.stock(world.loaf)
      const group = await free()
      const [order] = group.orders
      expect(codeOf(await orders.refund(order))).toEqual([400, "REFUND_NOTHING"])
      expect((await orders.cancel(order)).data).toMatchObject({
        refund: null,
        order: { status: "cancelled" },
      })
      expect(await orders.stock(world.loaf)).toEqual(before)
    })
  })
})

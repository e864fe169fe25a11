import { settleOrderGroupWorkflow } from "../../src/workflows/order-group"
import expireOrderGroups from "../../src/jobs/expire-order-groups"
import recoverCheckouts from "../../src/jobs/recover-checkouts"
import {
  Api,
  attempt,
  checkOut,
  choosePayment,
  createCompany,
  createListing,
  createShopper,
  fillCart,
  setUpMarket,
  TestCompany,
} from "../support/market"
import { testMarket } from "../support/suite"

testMarket({
  testSuite: ({ api: rawApi, getContainer, dbConnection }) => {
    const api = rawApi as unknown as Api
    let market: Awaited<ReturnType<typeof setUpMarket>>
    let shopper: Awaited<ReturnType<typeof createShopper>>
    let bread: TestCompany
    let phones: TestCompany
    let loaf: Awaited<ReturnType<typeof createListing>>
    let phone: Awaited<ReturnType<typeof createListing>>

    type Rows = Array<Record<string, string>>
    const sql = async (statement: string, values: string[]) => {
      const knex = dbConnection as unknown as {
        raw: (sql: string, values: string[]) => Promise<{ rows: Rows }>
      }
      return (await knex.raw(statement, values)).rows
    }

    const waitFor = async (isTrue: () => Promise<boolean>) => {
      for (let attempts = 0; !(await isTrue()); attempts++) {
        if (attempts > 100) {
          throw new Error("it never became true")
        }
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    }

    const available = async (inventory_item_id: string) => {
      const [row] = await sql(
        "select sum(stocked_quantity - reserved_quantity) as n from inventory_level where inventory_item_id = ?",
        [inventory_item_id]
      )
      return Number(row.n)
    }

    beforeAll(async () => {
      const container = getContainer()
      market = await setUpMarket(container, api)
      shopper = await createShopper(container, api, "ali@example.com", market.publishable_key)
      bread = await createCompany(container, api, "Baraka Market")
      phones = await createCompany(container, api, "TexnoOlam")
      loaf = await createListing(container, bread.id, {
        name: "Tandir noni",
        cost: 3000,
        markup_percent: 10,
        stock: 50,
      })
      phone = await createListing(container, phones.id, {
        name: "Smartfon",
        cost: 1_000_000,
        markup_percent: 11,
        stock: 5,
      })
    })

    describe("a cart of two companies", () => {
      it("becomes one order per company and a group whose orders add up to the cart", async () => {
        const { order, order_group } = await checkOut(
          api,
          market,
          shopper,
          [{ variant_id: loaf.variant_id, quantity: 3 }, { variant_id: phone.variant_id }],
          "courier"
        )
        expect(order_group.status).toBe("pending")
        expect(order_group.orders).toHaveLength(2)
        expect(order_group.orders.map((o: { total: number }) => o.total)).toEqual([
          3300 * 3 + 20_000,
          1_110_000 + 20_000,
        ])
        expect(order_group.total).toBe(1_159_900)
        expect(order_group.payment_url).toMatch(/^https:\/\/checkout\.paycom\.uz\//)
        expect(order.id).toBe(order_group.orders[0].id)
        expect(order.total).toBe(29_900)
        expect(await available(loaf.inventory_item_id)).toBe(47)
        expect(await available(phone.inventory_item_id)).toBe(4)
      })

      it("shows each company its own order and nobody else's", async () => {
        const { order_group } = await checkOut(api, market, shopper, [
          { variant_id: loaf.variant_id },
          { variant_id: phone.variant_id },
        ])
        const [breadOrder, phoneOrder] = order_group.orders
        const own = await api.get("/merchant/orders", bread.owner.headers)
        expect(own.data.orders.map((o: { id: string }) => o.id)).toEqual([breadOrder.id])
        expect(own.data.orders[0]).toMatchObject({
          short_code: breadOrder.short_code,
          status: "pending",
          total: 3300,
          paid_total: 0,
        })
        const foreign = await attempt(api.get(`/merchant/orders/${phoneOrder.id}`, bread.owner.headers))
        expect(foreign.status).toBe(404)
        const detail = await api.get(`/merchant/orders/${phoneOrder.short_code}`, phones.owner.headers)
        expect(detail.data.order).toMatchObject({ id: phoneOrder.id, profit: 110_000 })
      })

      it("needs a delivery choice for every company", async () => {
        const cartId = await fillCart(api, market, shopper, [{ variant_id: loaf.variant_id }])
        await api.post(
          `/store/carts/${cartId}/line-items`,
          { variant_id: phone.variant_id, quantity: 1 },
          shopper
        )
        await choosePayment(api, shopper, cartId)
        const refused = await attempt(api.post(`/store/carts/${cartId}/complete`, {}, shopper))
        expect(refused.status).toBe(400)
        expect(refused.data).toMatchObject({ code: "CHECKOUT_DELIVERY_REQUIRED", type: "invalid_data" })
        expect(refused.data.message).toContain("TexnoOlam")
        expect(await available(phone.inventory_item_id)).toBe(5)
      })
    })

    describe("a cart with a discount that is not whole", () => {
      it("makes orders of whole so'm that add up to the cart, and Medusa agrees with every one of them", async () => {
        await api.post(
          "/admin/promotions",
          {
            code: "BAHOR",
            type: "standard",
            status: "active",
            application_method: {
              type: "percentage",
              target_type: "items",
              allocation: "across",
              value: 7.77,
              currency_code: "uzs",
            },
          },
          market.operator
        )
        const cartId = await fillCart(
          api,
          market,
          shopper,
          [
            { variant_id: loaf.variant_id, quantity: 7 },
            { variant_id: phone.variant_id, quantity: 2 },
          ],
          "courier"
        )
        const { data: discounted } = await api.post(
          `/store/carts/${cartId}`,
          { promo_codes: ["BAHOR"] },
          shopper
        )
        expect(discounted.cart.discount_total).toBeGreaterThan(0)
        expect(Number.isInteger(discounted.cart.total)).toBe(false)
        await choosePayment(api, shopper, cartId)
        const { data } = await api.post(`/store/carts/${cartId}/complete`, {}, shopper)
        const { order_group } = data
        expect(order_group.total).toBe(Math.round(discounted.cart.total))
        const totals = order_group.orders.map(({ total }: { total: number }) => total)
        expect(totals.every(Number.isInteger)).toBe(true)
        expect(totals[0] + totals[1]).toBe(order_group.total)
        for (const order of order_group.orders) {
          const read = await api.get(
            `/admin/orders/${order.id}?fields=total,discount_total,item_total,payment_collections.amount`,
            market.operator
          )
          expect(read.data.order.total).toBe(order.total)
          expect(read.data.order.payment_collections[0].amount).toBe(order.total)
        }
      })
    })

    describe("two lines of the same goods", () => {
      it("are counted together against the stock", async () => {
        const cartId = await fillCart(api, market, shopper, [{ variant_id: phone.variant_id, quantity: 3 }])
        const again = { variant_id: phone.variant_id, quantity: 3, metadata: { sovga: true } }
        await api.post(`/store/carts/${cartId}/line-items`, again, shopper)
        await choosePayment(api, shopper, cartId)
        const refused = await attempt(api.post(`/store/carts/${cartId}/complete`, {}, shopper))
        expect([refused.status, refused.data.code]).toEqual([400, "CHECKOUT_OUT_OF_STOCK"])
        expect(refused.data.message).toContain("wanted 6, left 5")
        expect(await available(phone.inventory_item_id)).toBe(5)
        const list = await api.get("/store/order-groups", shopper)
        expect(list.data.count).toBe(0)
      })
    })

    describe("what a storefront sends", () => {
      it("never makes a price", async () => {
        const line = { variant_id: phone.variant_id, quantity: 1, unit_price: 1 }
        const cartId = await fillCart(api, market, shopper, [{ variant_id: loaf.variant_id }])
        const refused = await attempt(api.post(`/store/carts/${cartId}/line-items`, line, shopper))
        expect(refused.status).toBe(400)
      })

      it("is answered 404 for a cart that does not exist", async () => {
        const answers = await Promise.all([
          attempt(api.post("/store/carts/cart_none/complete", {}, shopper)),
          attempt(api.get("/store/carts/cart_none/delivery-options", shopper)),
        ])
        expect(answers.map(({ status }) => status)).toEqual([404, 404])
      })
    })

    describe("completing again", () => {
      it("answers the same group, repeated and in parallel, and reserves once", async () => {
        const cartId = await fillCart(api, market, shopper, [{ variant_id: loaf.variant_id, quantity: 2 }])
        await choosePayment(api, shopper, cartId)
        const answers = await Promise.all(
          Array.from({ length: 20 }, () => attempt(api.post(`/store/carts/${cartId}/complete`, {}, shopper)))
        )
        expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200))
        const again = await api.post(`/store/carts/${cartId}/complete`, {}, shopper)
        const groups = new Set([...answers, again].map(({ data }) => data.order_group.id))
        expect(groups.size).toBe(1)
        expect(again.data.type).toBe("order")
        const list = await api.get("/store/order-groups", shopper)
        expect(list.data.count).toBe(1)
        expect(await available(loaf.inventory_item_id)).toBe(48)
      })
    })

    describe("asking for another payment after the order", () => {
      it("is refused, and the order can still be paid", async () => {
        const { order_group } = await checkOut(api, market, shopper, [{ variant_id: loaf.variant_id }])
        const [row] = await sql("select payment_collection_id as id from company_order where order_id = ?", [
          order_group.orders[0].id,
        ])
        const again = { provider_id: "pp_payme_payme" }
        const refused = await attempt(
          api.post(`/store/payment-collections/${row.id}/payment-sessions`, again, shopper)
        )
        expect([refused.status, refused.data.code]).toEqual([400, "CHECKOUT_ALREADY_PLACED"])
        // And were it deleted all the same, the money is booked.
        await sql("update payment_session set deleted_at = now() where payment_collection_id = ?", [row.id])
        const proof = { transaction: "gtx_test" }
        const run = () =>
          settleOrderGroupWorkflow(getContainer()).run({
            input: { group_id: order_group.id, provider_id: "pp_payme_payme", proof },
          })
        await run()
        await run()
        const paid = await api.get(`/merchant/orders/${order_group.orders[0].id}`, bread.owner.headers)
        expect(paid.data.order).toMatchObject({ status: "paid", total: 3300, paid_total: 3300 })
      })
    })

    describe("an order id that a company knows", () => {
      it("leads to its own order only, not to the cart behind it", async () => {
        const { order_group } = await checkOut(api, market, shopper, [
          { variant_id: loaf.variant_id },
          { variant_id: phone.variant_id },
        ])
        const path = `/store/orders/${order_group.orders[0].id}`
        for (const fields of ["cart.id", "id,cart.id", "+cart.id", "*cart", "cart_link.cart_id", "+cart.*"]) {
          const refused = await attempt(api.get(`${path}?fields=${encodeURIComponent(fields)}`, market.store))
          expect([fields, refused.status, JSON.stringify(refused.data).includes("cart_0")]).toEqual([
            fields,
            400,
            false,
          ])
        }
        const plain = await api.get(path, market.store)
        expect(JSON.stringify(plain.data)).not.toContain(order_group.token)
        expect(JSON.stringify(plain.data)).not.toContain('"cart_01')
      })
    })

    describe("an operator's hand", () => {
      const groupOf = (id: string) => api.get(`/store/order-groups/${id}`, shopper)

      it("cancels one order of an unpaid group: the others go with it, the stock is free, nobody can pay", async () => {
        const third = await createCompany(getContainer(), api, "Chaqaloq Dunyosi")
        const toy = await createListing(getContainer(), third.id, { name: "Ayiqcha", stock: 4 })
        const { order_group } = await checkOut(api, market, shopper, [
          { variant_id: loaf.variant_id },
          { variant_id: phone.variant_id },
          { variant_id: toy.variant_id },
        ])
        await api.post(`/admin/orders/${order_group.orders[1].id}/cancel`, {}, market.operator)
        await waitFor(async () => (await groupOf(order_group.id)).data.order_group.status === "canceled")
        const [reserved] = await sql("select sum(reserved_quantity) as n from inventory_level", [])
        expect(Number(reserved.n)).toBe(0)
        expect(await available(toy.inventory_item_id)).toBe(4)
        expect((await groupOf(order_group.id)).data.order_group.payment_url).toBeNull()
      })

      it("does not touch the amount or the money of an order that waits for Payme", async () => {
        const { order_group } = await checkOut(api, market, shopper, [{ variant_id: loaf.variant_id }])
        const [{ id: order_id }] = order_group.orders
        const [row] = await sql("select payment_collection_id as id from company_order where order_id = ?", [
          order_id,
        ])
        const refused = await Promise.all([
          attempt(api.post("/admin/order-edits", { order_id }, market.operator)),
          attempt(
            api.post(`/admin/payment-collections/${row.id}/mark-as-paid`, { order_id }, market.operator)
          ),
        ])
        expect(refused.map(({ status, data }) => [status, data.code])).toEqual(
          Array(2).fill([400, "ORDER_AWAITS_PAYMENT"])
        )
      })

      it("does not book a refund that Payme has not made", async () => {
        const { order_group } = await checkOut(api, market, shopper, [{ variant_id: loaf.variant_id }])
        const [{ id }] = order_group.orders
        await sql("update gateway_payable set status = 'paid' where order_group_id = ?", [order_group.id])
        await settleOrderGroupWorkflow(getContainer()).run({
          input: {
            group_id: order_group.id,
            provider_id: "pp_payme_payme",
            proof: { transaction: "gtx_test" },
          },
        })
        const refused = await attempt(api.post(`/admin/orders/${id}/cancel`, {}, market.operator))
        expect([refused.status, refused.data.code]).toEqual([400, "PAYME_REFUND_IN_CABINET"])
        const order = await api.get(`/merchant/orders/${id}`, bread.owner.headers)
        expect(order.data.order).toMatchObject({ status: "paid", paid_total: 3300 })
      })
    })

    describe("a group of three companies that nobody paid", () => {
      it("expires as a whole, once, and frees all of its stock", async () => {
        const third = await createCompany(getContainer(), api, "Chaqaloq Dunyosi")
        const toy = await createListing(getContainer(), third.id, { name: "Ayiqcha", stock: 4 })
        const lines = [loaf, phone, toy].map(({ variant_id }) => ({ variant_id, quantity: 2 }))
        const { order_group } = await checkOut(api, market, shopper, lines)
        await sql("update order_group set expires_at = now() - interval '1 minute' where id = ?", [
          order_group.id,
        ])
        await sql(
          "update gateway_payable set expires_at = now() - interval '1 minute' where order_group_id = ?",
          [order_group.id]
        )
        await Promise.all([expireOrderGroups(getContainer()), expireOrderGroups(getContainer())])
        await expireOrderGroups(getContainer())
        const { data } = await api.get(`/store/order-groups/${order_group.id}`, shopper)
        expect(data.order_group).toMatchObject({ status: "expired", payment_url: null })
        const [reserved] = await sql("select sum(reserved_quantity) as n from inventory_level", [])
        expect(Number(reserved.n)).toBe(0)
        const [left] = await sql(`select count(*) as n from "order" where status <> 'canceled'`, [])
        expect(left.n).toBe("0")
      })
    })

    describe("a checkout that a crash interrupted", () => {
      it.each([
        ["one company", 1],
        ["two companies", 2],
      ])("is cleared by the job, and the cart of %s can be completed again", async (_, count) => {
        const goods = [phone, loaf].slice(0, count as number)
        const { cart_id, order_group } = await checkOut(
          api,
          market,
          shopper,
          goods.map(({ variant_id }) => ({ variant_id }))
        )
        // What a process leaves that died just before its last write.
        await sql(
          "update order_group set status = 'placing', created_at = now() - interval '10 minutes' where id = ?",
          [order_group.id]
        )
        const busy = await attempt(api.post(`/store/carts/${cart_id}/complete`, {}, shopper))
        expect(busy.status).toBe(409)
        await recoverCheckouts(getContainer())
        expect(await available(loaf.inventory_item_id)).toBe(50)
        expect(await available(phone.inventory_item_id)).toBe(5)
        const left = await sql(
          `select (select count(*) from "order" where deleted_at is null) as orders, (select count(*) from company_order) as shares,
                  (select count(*) from gateway_payable) as payables`,
          []
        )
        expect(left[0]).toEqual({ orders: "0", shares: "0", payables: "0" })
        const again = await api.post(`/store/carts/${cart_id}/complete`, {}, shopper)
        expect(again.data.order_group.id).not.toBe(order_group.id)
        expect(again.data.order_group.orders).toHaveLength(count as number)
        expect(await available(phone.inventory_item_id)).toBe(4)
      })
    })

    describe("the last pieces", () => {
      it("go to five of twenty shoppers; fifteen are refused and nothing of theirs is left", async () => {
        const carts: string[] = []
        for (let i = 0; i < 20; i++) {
          const cartId = await fillCart(api, market, shopper, [{ variant_id: phone.variant_id }])
          await choosePayment(api, shopper, cartId)
          carts.push(cartId)
        }
        const answers = await Promise.all(
          carts.map((id) => attempt(api.post(`/store/carts/${id}/complete`, {}, shopper)))
        )
        const refused = answers.filter(({ status }) => status !== 200)
        expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
        expect(refused.map(({ status, data }) => [status, data.code])).toEqual(
          Array(15).fill([400, "CHECKOUT_OUT_OF_STOCK"])
        )
        expect(await available(phone.inventory_item_id)).toBe(0)
        const orders = await api.get("/merchant/orders?limit=100", phones.owner.headers)
        expect(orders.data.count).toBe(5)
        const all = await api.get("/admin/orders?limit=100&fields=id", market.operator)
        expect(all.data.count).toBe(5)
      })
    })

    describe("reading an order group", () => {
      it("is for its shopper and for the holder of its token", async () => {
        const { order_group } = await checkOut(api, market, shopper, [{ variant_id: loaf.variant_id }])
        const other = await createShopper(getContainer(), api, "vali@example.com", market.publishable_key)
        const path = `/store/order-groups/${order_group.id}`
        expect((await api.get(path, shopper)).data.order_group.id).toBe(order_group.id)
        expect((await attempt(api.get(path, other))).status).toBe(404)
        expect((await attempt(api.get(path, market.store))).status).toBe(404)
        expect((await attempt(api.get(`${path}?token=guess`, market.store))).status).toBe(404)
        expect((await api.get(`${path}?token=${order_group.token}`, market.store)).status).toBe(200)
        expect((await api.get(`/store/order-groups/${order_group.token}`, market.store)).status).toBe(200)
        expect((await attempt(api.get("/store/order-groups", market.store))).status).toBe(401)
      })
    })

    describe("a suspended company", () => {
      it("sells nothing from that moment, in carts that are already full too", async () => {
        const cartId = await fillCart(api, market, shopper, [{ variant_id: loaf.variant_id }])
        await choosePayment(api, shopper, cartId)
        await api.post(`/admin/companies/${bread.id}/suspend`, { reason: "tekshiruv" }, market.operator)
        const refused = await attempt(api.post(`/store/carts/${cartId}/complete`, {}, shopper))
        expect([refused.status, refused.data.code]).toEqual([400, "CHECKOUT_GOODS_GONE"])
        const added = await attempt(
          api.post(
            "/store/carts",
            { region_id: market.region_id, items: [{ variant_id: loaf.variant_id, quantity: 1 }] },
            market.store
          )
        )
        expect(added.status).toBe(400)
        const { data } = await api.get("/store/products?fields=id", market.store)
        expect(data.products.map(({ id }: { id: string }) => id)).toEqual([phone.product_id])
        await api.post(`/admin/companies/${bread.id}/reinstate`, {}, market.operator)
        expect((await api.post(`/store/carts/${cartId}/complete`, {}, shopper)).data.type).toBe("order")
      })
    })
  },
})

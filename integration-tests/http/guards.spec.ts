import { attempt } from "../support/market"
import { expectSoundBooks } from "../support/books"
import { Orders } from "../support/orders"
import { paymeSuite } from "../support/payme"

/** Medusa's own routes, and ours pressed at the wrong moment, against a company's order. */
paymeSuite("guards of companies' orders", (world) => {
  const orders = new Orders(world)
  const codeOf = ({ status, data }: { status: number; data: { code?: string } }) => [status, data.code]
  const unchanged = async (
    call: () => Promise<{ status: number; data: { code?: string } }>,
    code: string
  ) => {
    const before = await orders.everything()
    expect(codeOf(await call())).toEqual([400, code])
    expect(await orders.everything()).toBe(before)
  }

  it("an operator's cancellation and a cashier's confirmation at once: cancelled and unpaid, or paid", async () => {
    for (let round = 0; round < 4; round++) {
      const { orders: bought } = await orders.buy([world.line(world.loaf)])
      const [order] = bought
      const [canceled, confirmed] = await Promise.all([
        orders.operate(`/admin/orders/${order.id}/cancel`),
        new Promise((resolve) => setTimeout(resolve, round * 30)).then(() => orders.confirm(order)),
      ])
      const { status, kept } = await orders.medusa(order)
      const [row] = await world.sql(
        "select paid_at is not null as is_paid from company_order where order_id = ?",
        [order.id]
      )
      // Whichever came second was refused, or gave the money back.
      expect([canceled.status, confirmed.status]).toContain(200)
      expect({ status, kept }).toEqual(
        status === "canceled" ? { status, kept: 0 } : { status: "pending", kept: order.total }
      )
      expect(row.is_paid).toBe(confirmed.status === 200)
    }
    await expectSoundBooks(world.getContainer())
  })

  it("goods are not handed over before they are paid, nor while their money goes back", async () => {
    const { orders: bought } = await orders.buy([world.line(world.loaf)])
    await unchanged(() => orders.ship(bought[0], world.loaf, 1), "ORDER_NOT_PAID")
    const [unpaid] = world.solo.orders
    await unchanged(() => orders.ship(unpaid, world.loaf, 1), "ORDER_NOT_PAID")
    await world.payme.paid(world.solo)
    await orders.cancel(unpaid)
    await unchanged(() => orders.ship(unpaid, world.loaf, 1), "ORDER_MONEY_GOES_BACK")
  })

  it("Payme's cancellation and a shipment at once: one of them wins, and the books are sound", async () => {
    for (let round = 0; round < 3; round++) {
      const purchase = await world.buy([world.line(world.loaf)])
      const id = await world.payme.paid(purchase)
      const [order] = purchase.orders
      const [shipped, told] = await Promise.all([
        orders.ship(order, world.loaf, 1),
        new Promise((resolve) => setTimeout(resolve, round * 20)).then(() => world.payme.cancel(id, 5)),
      ])
      const isBack = told.result?.state === -2
      expect({ shipped: shipped.status === 200, isBack }).toEqual({ shipped: !isBack, isBack })
    }
    await expectSoundBooks(world.getContainer())
  })

  it("a guest's cart under somebody's e-mail tells nothing of that person", async () => {
    const { customer_id } = world.shopper
    await world.sql("update customer set first_name = 'Dilnoza', phone = '+998901234567' where id = ?", [
      customer_id,
    ])
    const { store, region_id } = world.market
    const { data } = await world.api.post("/store/carts", { region_id, email: "ali@example.com" }, store)
    expect(data.cart.customer_id ?? data.cart.customer?.id).toBe(customer_id)
    for (const fields of ["*customer", "+customer.first_name,+customer.phone", "id, *customer.addresses"]) {
      const url = `/store/carts/${data.cart.id}?fields=${encodeURIComponent(fields)}`
      for (const answer of [
        await world.api.get(url, store),
        await world.api.post(url, { metadata: {} }, store),
      ]) {
        expect([answer.status, answer.data.cart.id]).toEqual([200, data.cart.id])
        expect(JSON.stringify(answer.data)).not.toMatch(/Dilnoza|901234567/)
      }
    }
  })

  it("nobody makes a return in the storefront", async () => {
    const { headers } = world.shopper
    const [order] = world.solo.orders
    await unchanged(
      () =>
        attempt(
          world.api.post(
            "/store/returns",
            { order_id: order.id, items: [], return_shipping: { option_id: "so_1", price: 777_777 } },
            { headers }
          )
        ),
      "RETURN_AT_SHOP"
    )
  })

  it("what was ordered is not edited, claimed or exchanged", async () => {
    const order = await orders.paid([world.line(world.loaf)])
    const order_id = order.id
    for (const [path, body] of [
      ["/admin/order-edits", { order_id }],
      ["/admin/claims", { order_id, type: "refund" }],
      ["/admin/exchanges", { order_id }],
    ] as const) {
      await unchanged(() => orders.operate(path, body), "ORDER_IS_FROZEN")
    }
    const { orders: unpaid } = await orders.buy([world.line(world.loaf)])
    await unchanged(() => orders.operate("/admin/order-edits", { order_id: unpaid[0].id }), "ORDER_IS_FROZEN")
  })

  it("a refund names the order by its own id, and a key stands for one request", async () => {
    const order = await orders.paid([world.line(world.loaf, 3)])
    const [{ id }] = await world.sql("select id from company_order where order_id = ?", [order.id])
    const before = await orders.everything()
    expect((await orders.refund({ ...order, id: String(id) }, { amount: 1000 })).status).toBe(404)
    expect(await orders.everything()).toBe(before)
    const first = await orders.refund(order, { amount: 1000 }, "k1")
    const again = await orders.refund(order, { amount: 1000 }, "k1")
    expect(again.data.refund.id).toBe(first.data.refund.id)
    await unchanged(() => orders.refund(order, { amount: 2000 }, "k1"), "REFUND_KEY_REUSED")
  })
})

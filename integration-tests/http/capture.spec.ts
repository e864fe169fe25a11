import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { captureOrder } from "../../src/workflows/order-group/lib/capture-order"
import { paymeId } from "../../scripts/support/payme-caller"
import { paymeSuite, Purchase } from "../support/payme"
import { statementsOf } from "../support/statements"

type Row = Record<string, unknown>

/** Names and times differ from run to run; what they say must not. */
function plain(value: unknown, names: Map<string, string>): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => plain(item, names))
  }
  if (value instanceof Date) {
    return "a time"
  }
  if (value && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => key !== "created_at" && key !== "updated_at")
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, plain(item, names)])
    )
  }
  const isId = typeof value === "string" && /^[a-z_]+_[0-9A-Z]{26}$/.test(value)
  if (isId && !names.has(value)) {
    names.set(value, `${value.split("_").slice(0, -1).join("_")} ${names.size}`)
  }
  return isId ? names.get(value) : value
}

paymeSuite("capturing a group", (world) => {
  const raw = async (sql: string, bindings: unknown[] = []) => {
    const knex = world.getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    return (await knex.raw<{ rows: Row[] }>(sql, bindings as never)).rows
  }

  const rowsOf = async (purchase: Purchase) => {
    const names = new Map<string, string>()
    const [order] = await raw(
      "select order_id, payment_collection_id as collection from company_order where group_id = ? order by rank",
      [purchase.group_id]
    )
    const queries: Array<[string, string, unknown]> = [
      ["sessions", "select * from payment_session where payment_collection_id = ?", order.collection],
      ["payments", "select * from payment where payment_collection_id = ?", order.collection],
      ["collection", "select * from payment_collection where id = ?", order.collection],
      [
        "captures",
        "select c.* from capture c join payment p on p.id = c.payment_id where p.payment_collection_id = ?",
        order.collection,
      ],
      ["transactions", "select * from order_transaction where order_id = ?", order.order_id],
      ["summary", "select * from order_summary where order_id = ?", order.order_id],
    ]
    const found: Record<string, unknown> = {}
    for (const [name, sql, binding] of queries) {
      found[name] = await raw(sql, [binding])
    }
    return plain(found, names)
  }

  it("writes, in one transaction, exactly what Medusa's own capture writes in seven", async () => {
    const [ours, theirs] = [
      await world.buy([world.line(world.loaf)]),
      await world.buy([world.line(world.loaf)]),
    ]
    await world.payme.paid(ours)
    const [order] = await raw("select * from company_order where group_id = ?", [theirs.group_id])
    const [{ transaction }] = await raw("select data ->> 'transaction' as transaction from payment")
    await captureOrder(world.getContainer(), order as never, {
      provider_id: "pp_payme_payme",
      proof: { transaction: String(transaction) },
    })
    expect(await rowsOf(ours)).toEqual(await rowsOf(theirs))
  })

  it("takes the same number of statements for two orders as for one", async () => {
    // Receipts and books listen, and work on their own time.
    world.silenceEvents()
    const count = async (purchase: Purchase) => {
      const id = paymeId()
      await world.payme.create(purchase, id)
      const statements = await statementsOf(world.getContainer(), async () => {
        expect(await world.payme.call("PerformTransaction", { id })).toHaveProperty("result")
      })
      return statements.length
    }
    await count(await world.buy([world.line(world.loaf)]))
    const [one, two] = [await count(world.solo), await count(world.pair)]
    expect(two).toBe(one)
    expect(one).toBeLessThanOrEqual(25)
  })

  it("books the money where a storefront replaced the session after the order was made", async () => {
    const [order] = await raw("select * from company_order where group_id = ?", [world.solo.group_id])
    await world.getContainer().resolve(Modules.PAYMENT).deletePaymentSession(String(order.payment_session_id))
    await world.payme.paid(world.solo)
    const [paid] = await raw("select paid_at, paid_provider_id from company_order where id = ?", [order.id])
    expect(paid).toEqual({ paid_at: expect.any(Date), paid_provider_id: "pp_payme_payme" })
    const [sum] = await raw("select sum(amount) as sum from order_transaction where order_id = ?", [
      order.order_id,
    ])
    expect(Number(sum.sum)).toBe(Number(order.total))
  })
})

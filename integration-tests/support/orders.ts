import { Modules } from "@medusajs/framework/utils"
import expireOrderGroups from "../../src/jobs/expire-order-groups"
import { attempt, checkOut, checkOutAtOnce, Reply, TestCompany } from "./market"
import { Listing, PaymeWorld } from "./payme"

/** A company's order of a group, as the shopper was told of it. */
export type Bought = { id: string; total: number; company: { id: string } }
export type Group = { group_id: string; orders: Bought[] }

type Line = { variant_id: string; quantity?: number }
type Headers = { headers: Record<string, string> }

/** What companies and operators do to orders, and what can be seen of it. */
export class Orders {
  constructor(readonly world: PaymeWorld) {}

  /** A group that waits for its money at the shop, unless another provider is named. */
  async buy(
    lines: Line[],
    delivery: "pickup" | "courier" = "pickup",
    provider = "pp_cash_cash"
  ): Promise<Group> {
    const { api, market, shopper } = this.world
    // Medusa's own provider is paid before the order, which needs a cart.
    const order = provider === "pp_system_default" ? checkOut : checkOutAtOnce
    const { order_group } = await order(api, market, shopper, lines, delivery, provider)
    return { group_id: order_group.id, orders: order_group.orders }
  }

  /** An order of one company, paid at the shop. */
  async paid(lines: Line[], delivery: "pickup" | "courier" = "pickup"): Promise<Bought> {
    const { orders } = await this.buy(lines, delivery)
    for (const order of orders) {
      expect(await this.confirm(order)).toMatchObject({ status: 200 })
    }
    return orders[0]
  }

  ownerOf({ company }: Bought): TestCompany["owner"] {
    return [this.world.bread, this.world.phones].find(({ id }) => id === company.id)!.owner
  }

  /** A call to an order of a company; by its owner unless somebody else is named. */
  act(
    order: Bought,
    verb: string,
    body: object = {},
    by?: Headers,
    more: Record<string, string> = {}
  ): Promise<Reply> {
    const { headers } = by ?? this.ownerOf(order).headers
    return attempt(
      this.world.api.post(`/merchant/orders/${order.id}/${verb}`, body, { headers: { ...headers, ...more } })
    )
  }

  confirm(order: Bought, by?: Headers): Promise<Reply> {
    return this.act(order, "confirm-payment", {}, by)
  }

  refund(order: Bought, body: object = {}, key?: string): Promise<Reply> {
    const more: Record<string, string> = key ? { "idempotency-key": key } : {}
    return this.act(order, "refund", { reason: "mijoz qaytardi", ...body }, undefined, more)
  }

  cancel(order: Bought): Promise<Reply> {
    return this.act(order, "cancel", { reason: "mijoz voz kechdi" })
  }

  /** A call of the operator. */
  operate(path: string, body: object = {}): Promise<Reply> {
    return attempt(this.world.api.post(path, body, this.world.market.operator))
  }

  async view(order: Bought) {
    return (await this.world.api.get(`/merchant/orders/${order.id}`, this.ownerOf(order).headers)).data.order
  }

  /** Medusa's own view of an order: its state, and the sums that an operator's dashboard shows. */
  async medusa({ id }: Bought) {
    const fields =
      "id,status,payment_status,summary,*payment_collections.payments.captures,*payment_collections.payments.refunds"
    const { data } = await this.world.api.get(
      `/admin/orders/${id}?fields=${fields}`,
      this.world.market.operator
    )
    const { status, payment_status, summary, payment_collections } = data.order
    const payments = payment_collections.flatMap((row: { payments?: object[] }) => row.payments ?? [])
    const sum = (name: string) =>
      payments
        .flatMap((row: Record<string, Array<{ amount: number }>>) => row[name] ?? [])
        .reduce((total: number, row: { amount: number }) => total + row.amount, 0)
    return {
      status,
      payment_status,
      captured: sum("captures"),
      refunded: sum("refunds"),
      refunds: payments.flatMap((row: { refunds?: object[] }) => row.refunds ?? []).length as number,
      kept: summary.transaction_total,
      pending: summary.pending_difference,
    }
  }

  /** Pieces on the shelf, and those of them that are promised. */
  async stock({ inventory_item_id }: Listing) {
    const [row] = await this.world.sql(
      `select sum(stocked_quantity)::float8 as stocked, sum(reserved_quantity)::float8 as reserved
         from inventory_level where inventory_item_id = ? and deleted_at is null`,
      [inventory_item_id]
    )
    return row
  }

  async group({ group_id }: Group) {
    const [row] = await this.world.sql("select status from order_group where id = ?", [group_id])
    return row.status
  }

  /** The refunds of an order as they are stored, oldest first. */
  refundsOf({ id }: Bought) {
    return this.world.sql(
      `select id, amount::float8 as amount, status, method, proof, error, settled_at is not null as is_settled
         from company_refund where order_id = ? order by created_at, id`,
      [id]
    )
  }

  /** The operator hands pieces of an order's goods over to a courier. */
  async ship({ id }: Bought, listing: Listing, quantity: number): Promise<Reply> {
    const { data } = await this.world.api.get(`/admin/orders/${id}?fields=*items`, this.world.market.operator)
    const item = data.order.items.find((row: { variant_id: string }) => row.variant_id === listing.variant_id)
    return this.operate(`/admin/orders/${id}/fulfillments`, { items: [{ id: item.id, quantity }] })
  }

  /** Lets the reservation of a group run out, and the job come by. */
  async expire({ group_id }: Group): Promise<void> {
    await this.world.sql("update order_group set expires_at = now() - interval '1 minute' where id = ?", [
      group_id,
    ])
    await expireOrderGroups(this.world.getContainer())
  }

  /** Names of the events of this kind told while `work` runs, by the id that they carry. */
  async told(name: string, work: () => Promise<unknown>): Promise<string[]> {
    const bus = this.world.getContainer().resolve(Modules.EVENT_BUS)
    const emit = jest.spyOn(bus, "emit")
    await work()
    const messages = emit.mock.calls.flatMap(
      ([data]) => data as unknown as Array<{ name: string; data: { id: string } }>
    )
    emit.mockRestore()
    return messages.filter((message) => message.name === name).map(({ data }) => data.id)
  }

  /** Everything about money and stock, as one text. */
  everything(): Promise<string> {
    return this.world.everything([
      "company_refund",
      "company_order",
      "order_group",
      "payment",
      "refund",
      "capture",
      "order_transaction",
      "order_credit_line",
      "inventory_level",
      "reservation_item",
    ])
  }
}

/** Waits until something is so: subscribers work after the answer. */
export async function until<T>(read: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  let value = await read()
  for (let attempt = 0; attempt < 60 && !isSo(value); attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    value = await read()
  }
  return value
}

import { randomUUID } from "node:crypto"
import { Api, attempt, Reply } from "./market"
import { Listing, PaymeWorld } from "./payme"

type Headers = { headers: Record<string, string> }
type Line = { variant_id: string; quantity: number; unit_price: number; discount?: number }

/** A sale as a cash desk sends it; whatever a test wants otherwise. */
export type DeskSale = {
  client_id: string
  shift_id: string
  sold_at: string
  is_offline: boolean
  lines: Line[]
  discount?: number
  payments: Array<{ method: string; amount: number }>
  tendered?: number
  customer_phone?: string
  note?: string
}

/** A cash desk of the bread company, and what people do at it. */
export class Desk {
  shift = ""

  constructor(
    readonly world: PaymeWorld,
    readonly by: Headers
  ) {}

  call(path: string, body?: object, by = this.by): Promise<Reply> {
    const url = `/merchant/pos/${path}`
    return attempt(body ? this.world.api.post(url, body, by) : this.world.api.get(url, by))
  }

  async open(opening_cash = 100_000): Promise<string> {
    const { data } = await this.call("shifts", { opening_cash, register: "1-kassa" })
    this.shift = data.shift.id
    return this.shift
  }

  async price({ listing_variant_id }: Pick<Listing, "listing_variant_id">): Promise<number> {
    const [row] = await this.world.sql("select price::float8 as price from listing_variant where id = ?", [
      listing_variant_id,
    ])
    return Number(row.price)
  }

  /** A sale of some pieces of one kind, paid in cash to the so'm, as the price stands. */
  async sale(listing: Listing, quantity = 1, more: Partial<DeskSale> = {}): Promise<DeskSale> {
    const unit_price = await this.price(listing)
    return {
      client_id: randomUUID(),
      shift_id: this.shift,
      sold_at: new Date().toISOString(),
      is_offline: false,
      lines: [{ variant_id: listing.listing_variant_id, quantity, unit_price }],
      payments: [{ method: "cash", amount: unit_price * quantity }],
      ...more,
    }
  }

  async send(...sales: DeskSale[]) {
    const { status, data } = await this.call("sales", { sales })
    expect({ status, data }).toMatchObject({ status: 200 })
    return data.results as Array<{
      client_id: string
      status: string
      code?: string
      problems?: Array<Record<string, unknown>>
      // Answers are asserted on field by field.
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      sale?: any
    }>
  }

  async sell(listing: Listing, quantity = 1, more: Partial<DeskSale> = {}) {
    const [result] = await this.send(await this.sale(listing, quantity, more))
    return result
  }
}

/** A shift and a sale in it, for the walk of the routes. */
export async function makeDeskSale(api: Api, by: Headers, listing: { listing_variant_id: string }) {
  const opened = await api.post("/merchant/pos/shifts", { opening_cash: 0 }, by)
  const shift = opened.data.shift.id as string
  const catalog = await api.get("/merchant/pos/catalog", by)
  const { id, price } = catalog.data.variants.find(
    (row: { id: string }) => row.id === listing.listing_variant_id
  )
  const sale = (unit_price: number): DeskSale => ({
    client_id: randomUUID(),
    shift_id: shift,
    sold_at: new Date().toISOString(),
    is_offline: true,
    lines: [{ variant_id: id, quantity: 1, unit_price }],
    payments: [{ method: "cash", amount: unit_price }],
  })
  const { data } = await api.post("/merchant/pos/sales", { sales: [sale(price), sale(price + 1)] }, by)
  const [done, review] = data.results
  return {
    shift,
    posSale: done.sale.id as string,
    posOrder: done.sale.order_id as string,
    posLine: done.sale.lines[0].id as string,
    posReview: review.sale.id as string,
  }
}

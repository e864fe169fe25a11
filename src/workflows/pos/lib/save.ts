import { MedusaContainer, OrderDTO } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId, Modules } from "@medusajs/framework/utils"
import { secretToken } from "../../../lib/ids"
import { CASH_PROVIDER } from "../../../lib/payment-providers"
import { drawShortCodes } from "../../../modules/order-group/lib/short-code"
import { BOOK_CAPTURES } from "../../order-group/lib/capture-sql"
import { ClaimedSale, DeskGoods, Shop } from "../types"
import { companyOrderOf, drawPayment, linesOf, parcelOf, takingsOf } from "./rows"
import * as sql from "./save-sql"

type Trx = { raw<T>(sql: string, bindings: unknown[]): Promise<{ rows: T[] }> }
type Takings = ReturnType<typeof takingsOf>

export type ToSave = {
  sale: ClaimedSale
  order: OrderDTO
  goods: Map<string, DeskGoods>
  shop: Shop
  /** The market's part, frozen into the lines. */
  commission_percent: string
}

/** The shelf holds less than the sale takes; nothing has been written. */
export class ShortStock extends Error {}

/**
 * Writes everything of a sale but Medusa's order, which is there already, in ONE transaction: stock, fulfilment, payment,
 * group, frozen lines and the sale's own mark. So a crash leaves all of it or nothing. Stock is changed under the locks that
 * every change of these items takes.
 * @returns the company order's id; null when the sale is no claim any more
 * @throws {ShortStock}
 */
export async function saveSale(container: MedusaContainer, input: ToSave): Promise<string | null> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const takings = takingsOf(input)
  const items = takings.map(({ item }) => item)
  const work = () => knex.transaction((trx: unknown) => write(trx as Trx, input, takings))
  return items.length > 0 ? container.resolve(Modules.LOCKING).execute(items, work, { timeout: 30 }) : work()
}

async function write(trx: Trx, input: ToSave, takings: Takings): Promise<string | null> {
  const { sale, order } = input
  const made = order.items!.map(({ id }) => id)
  const { rows } = await trx.raw<{ status: string; has_order: boolean }>(sql.LOCK_SALE, [
    made,
    made.length,
    sale.id,
  ])
  if (rows[0]?.status !== "placing") {
    return null
  }
  if (!rows[0].has_order) {
    throw new Error(`somebody else is at work on sale ${sale.id}`)
  }
  await takeStock(trx, input, takings)
  await handOver(trx, input)
  const payment = sale.total > 0 ? await openPayment(trx, sale) : null
  const short_code = await freeShortCode(trx, sale.company_id)
  const company = companyOrderOf(input, { short_code, token: secretToken(), payment })
  const lines = linesOf(input)
  const links = JSON.stringify(lines.map(({ id, pos_line_id }) => ({ id, pos_line_id })))
  await trx.raw(sql.WRITE_GROUP, [JSON.stringify(company), JSON.stringify(lines), links])
  if (payment) {
    const proof = JSON.stringify({ transaction: `pos:${sale.id}`, confirmed_by: sale.created_by })
    await trx.raw(BOOK_CAPTURES, [CASH_PROVIDER, proof, JSON.stringify([payment])])
  }
  return company.id
}

async function takeStock(trx: Trx, { sale, shop }: ToSave, takings: Takings): Promise<void> {
  const wanted = JSON.stringify(takings)
  const place = shop.stock_location_id
  if (sale.settle_action === "force") {
    await trx.raw(sql.CORRECT_STOCK, [
      wanted,
      place,
      sale.company_id,
      sale.id,
      place,
      sale.settle_note,
      sale.settled_by,
    ])
  }
  const { rows } = await trx.raw(sql.TAKE_STOCK, [wanted, place])
  if (rows.length !== takings.length) {
    throw new ShortStock(`sale ${sale.id} takes more than there is`)
  }
}

async function handOver(trx: Trx, input: ToSave): Promise<void> {
  const { sale, shop } = input
  const at = new Date()
  await trx.raw(sql.HAND_OVER, [
    generateEntityId(undefined, "ful"),
    shop.stock_location_id,
    at,
    at,
    sale.created_by,
    generateEntityId(undefined, "ordful"),
    sale.order_id,
    JSON.stringify(parcelOf(input)),
    sale.order_id,
  ])
}

async function openPayment(trx: Trx, { order_id, total }: ClaimedSale) {
  const payment = drawPayment(order_id)
  await trx.raw(sql.OPEN_PAYMENT, [
    total,
    payment.collection_id,
    payment.session_id,
    CASH_PROVIDER,
    generateEntityId(undefined, "ordpay"),
    order_id,
  ])
  return payment
}

async function freeShortCode(trx: Trx, companyId: string): Promise<string> {
  const drawn = drawShortCodes()
  const { rows } = await trx.raw<{ short_code: string }>(sql.TAKEN_CODES, [companyId, drawn])
  return drawn.find((code) => !rows.some((row) => row.short_code === code))!
}

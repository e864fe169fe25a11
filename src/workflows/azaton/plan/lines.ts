import { OrderLinePlan } from "../plans"
import { add, sumOf, tiyinOf, twoDecimals, withPercent } from "./money"
import { Notes } from "./notes"
import { decimalOf, idOf, isRecord, textOf, wholeOf } from "./values"

/** What the lines of orders, sales and receipts need to know about goods. */
export type ProductFacts = {
  company: string
  name: string
  /** Null where the present cost is none. */
  cost: string | null
  is_visible: boolean
  stock: number
}
export type FindProduct = (id: string) => ProductFacts | undefined

/** A line, and what is known of it beside what is written. */
export type ReadLine = OrderLinePlan & {
  /** As the item names it, whether it exists or not. */
  product_id: string | null
  /** The company of its goods; null where the source no longer has them. */
  company: string | null
  /** The cost was not in the item: the goods' present one. */
  is_cost_assumed: boolean
}

/**
 * The list that an `items` column holds; some clients stored JSON inside a JSON string.
 * @returns null when it is no list
 */
export function itemsOf(value: unknown, notes: Notes): unknown[] | null {
  let items = value
  if (typeof items === "string") {
    notes.add("items_double_encoded", "The items are JSON inside a JSON text.")
    try {
      items = JSON.parse(items)
    } catch {
      items = null
    }
  }
  if (!Array.isArray(items)) {
    notes.add("items_invalid", "The items are no list.")
    return null
  }
  return items
}

const notNegative = (value: unknown): string | null => {
  const decimal = decimalOf(value)
  return decimal === null || decimal.startsWith("-") ? null : decimal
}

type Item = Record<string, unknown>

/** Paid per piece and what a piece cost, by whichever client made the item (five shapes; see docs/azaton.md). */
export function pricesOf(item: Item): { unit_price: string; cost: string | null; percent: string | null } {
  const price = notNegative(item.price)
  const purchase = notNegative(item.purchase_price)
  const markup = decimalOf(item.markup_amount)
  const percent = notNegative(item.markup_percent)
  const named =
    notNegative(item.price_with_markup) ?? notNegative(item.selling_price) ?? notNegative(item.final_price)
  const marked =
    price === null
      ? null
      : markup !== null
        ? notNegative(add(price, markup))
        : percent !== null
          ? withPercent(price, percent)
          : null
  const derived = purchase !== null && price !== null ? price : marked
  const unit = named ?? derived ?? price ?? "0"
  // Where nothing else was there, the price itself was what the customer paid.
  const isPriceCost = named !== null || (purchase === null && marked !== null)
  return {
    unit_price: twoDecimals(unit)!,
    cost: twoDecimals(purchase ?? (isPriceCost ? price : null)),
    percent,
  }
}

/** Reads the items of a row; what is no line is dropped, and every oddity noted. */
export function readLines(items: unknown[], find: FindProduct, notes: Notes): ReadLine[] {
  return items.flatMap((item) => {
    const line = isRecord(item) ? readLine(item, find, notes) : null
    if (!line) {
      notes.add("line_dropped", "An item without goods or without a quantity.")
    }
    return line ?? []
  })
}

function readLine(item: Item, find: FindProduct, notes: Notes): ReadLine | null {
  const quantity = wholeOf(item.quantity)
  if (quantity === null || quantity < 1) {
    return null
  }
  if (decimalOf(item.quantity) !== String(quantity)) {
    notes.add("line_quantity_cut", `A quantity of ${textOf(item.quantity)} becomes ${quantity}.`)
  }
  const id = idOf(item.product_id) ?? idOf(item.id)
  const product = id === null ? undefined : find(id)
  if (!product) {
    notes.add("line_product_missing", id ? `Product ${id} does not exist.` : "The item names no product.")
  }
  const { unit_price, cost, percent } = pricesOf(item)
  return {
    product: product ? id : null,
    title: textOf(item.name) ?? textOf(product?.name) ?? `O‘chirilgan mahsulot #${id ?? "?"}`,
    quantity,
    unit_price,
    cost: cost ?? product?.cost ?? null,
    markup_percent: percent,
    color: textOf(item.color),
    product_id: id,
    company: product?.company ?? null,
    is_cost_assumed: cost === null && !!product?.cost,
  }
}

/** Σ price × quantity, in tiyin. */
export function totalOf(lines: Array<{ unit_price: string; quantity: number }>): bigint {
  return lines.reduce((sum, line) => sum + tiyinOf(line.unit_price) * BigInt(line.quantity), 0n)
}

/** Which goods, and how many of each: equal for a sale that copies an order. */
export function goodsOf(lines: ReadLine[]): string {
  return lines
    .map(({ product_id, quantity }) => `${product_id ?? "?"}×${quantity}`)
    .sort()
    .join(" ")
}

/** A line as it is written. */
export function plainLine({
  product_id: _,
  company: __,
  is_cost_assumed: ___,
  ...line
}: ReadLine): OrderLinePlan {
  return line
}

/** Where lines are worth more or less than the row says by over one so'm, the lines win. */
export function noteMismatch(lines: ReadLine[], total: unknown, notes: Notes): string | null {
  const stated = decimalOf(total)
  const difference = stated === null ? 0n : totalOf(lines) - tiyinOf(stated)
  if (difference <= 100n && difference >= -100n) {
    return null
  }
  notes.add("total_mismatch", `The lines make ${sumOf(totalOf(lines))}, the row said ${stated}.`)
  return stated
}

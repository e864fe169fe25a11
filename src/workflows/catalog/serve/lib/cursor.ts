import { CatalogErrors } from "../errors"
import { Order } from "./query"

/**
 * Where a page has ended: the order's own value and the id of its last product. The next page begins behind it, whatever has
 * been added before it meanwhile. It is opaque to storefronts, and read as strictly as any other input.
 */
export type Cursor = { order: Order; value: string | null; product_id: string }

const NUMBER = /^-?\d{1,30}(\.\d{1,30})?(e[+-]?\d{1,2})?$/
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
const PLACE = /^\d{1,9}$/
const ID = /^[\x21-\x7e]{1,200}$/

export function writeCursor({ order, value, product_id }: Cursor): string {
  return Buffer.from(JSON.stringify([order, value, product_id])).toString("base64url")
}

/**
 * Reads a cursor of the same order.
 * @throws {MedusaError} CATALOG_CURSOR_INVALID for anything that `writeCursor` did not write for this order
 */
export function readCursor(text: string, order: Order): Cursor {
  const cursor = parse(text)
  if (!cursor || cursor.order !== order || !isValue(cursor)) {
    throw CatalogErrors.cursorInvalid()
  }
  return cursor
}

function parse(text: string): Cursor | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
    const [order, value, id, ...more] = Array.isArray(read) ? (read as unknown[]) : []
    const isRight =
      typeof order === "string" &&
      (typeof value === "string" || value === null) &&
      typeof id === "string" &&
      ID.test(id) &&
      more.length === 0
    return isRight ? { order: order as Order, value, product_id: id } : undefined
  } catch {
    return undefined
  }
}

function isValue({ order, value }: Cursor): boolean {
  if (value === null) {
    return order === "price" || order === "-price"
  }
  if (order === "newest") {
    return MOMENT.test(value) && isMoment(value)
  }
  return order === "relevance" ? PLACE.test(value) : NUMBER.test(value)
}

/** What PostgreSQL takes too: JavaScript knows a 30 February and a year 0. */
function isMoment(text: string): boolean {
  const at = new Date(`${text.slice(0, 23)}Z`)
  return (
    !isNaN(at.getTime()) && at.getUTCFullYear() > 0 && at.toISOString().slice(0, 23) === text.slice(0, 23)
  )
}

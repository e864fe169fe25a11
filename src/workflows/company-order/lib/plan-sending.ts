import { OrderErrors } from "../../../modules/order-group/errors"

/** A line of an order, and how much of it is left to send; `needs_shipping` as Medusa has it. */
export type SendableLine = {
  id: string
  line_item_id: string
  title: string
  left: number
  needs_shipping: boolean
}

export type Sending = Array<{ id: string; quantity: number }>

/**
 * What to send: the given pieces, or all that is left. Medusa wants goods that need shipping and goods that don't in
 * fulfilments of their own, so up to two come of it; none when nothing is left.
 * @throws {MedusaError} FULFILL_LINE_UNKNOWN, FULFILL_QUANTITY_WRONG
 */
export function planSending(lines: SendableLine[], wanted?: Sending): Sending[] {
  for (const { id } of wanted ?? []) {
    if (!lines.some((line) => isLine(line, id))) {
      throw OrderErrors.sendLineUnknown(id)
    }
  }
  const parcel = lines.map((line) => ({ ...line, quantity: wanted ? piecesOf(line, wanted) : line.left }))
  return [true, false]
    .map((needsShipping) =>
      parcel
        .filter(({ needs_shipping, quantity }) => needs_shipping === needsShipping && quantity > 0)
        .map(({ line_item_id, quantity }) => ({ id: line_item_id, quantity }))
    )
    .filter((items) => items.length > 0)
}

const isLine = (line: SendableLine, id: string) => line.id === id || line.line_item_id === id

function piecesOf(line: SendableLine, wanted: Sending): number {
  const named = wanted.filter(({ id }) => isLine(line, id))
  const quantity = named.reduce((sum, item) => sum + item.quantity, 0)
  if (quantity > line.left) {
    throw OrderErrors.sendQuantityWrong(line.title, line.left)
  }
  return quantity
}

import type { Sale } from "./types"

/** Lines of a sale that may come back, and how many pieces of each. */
export const returnable = ({ lines }: Pick<Sale, "lines">) =>
  lines
    .map((line) => ({ ...line, left: line.quantity - line.returned_quantity }))
    .filter(({ left }) => left > 0)

/**
 * What the customer gets back, about: the server says the exact sum. The last pieces of a line take what is left of it, as the
 * server shares it (rounded down before).
 */
export function refundOf({ lines }: Pick<Sale, "lines">, chosen: Map<string, number>): number {
  return lines.reduce((sum, { id, total, quantity, returned_quantity }) => {
    const pieces = chosen.get(id) ?? 0
    const upTo = (count: number) => Math.floor((total * count) / quantity)
    return sum + upTo(returned_quantity + pieces) - upTo(returned_quantity)
  }, 0)
}

export const chosenLines = (chosen: Map<string, number>) =>
  [...chosen].filter(([, quantity]) => quantity > 0).map(([line_id, quantity]) => ({ line_id, quantity }))

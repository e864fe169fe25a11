import { reprice, type Basket } from "./basket"
import type { Problem } from "./types"

/**
 * The basket as it can be sold: today's prices, no more pieces than there are, without what is gone or may not be discounted.
 * Nothing of it happens unless the cashier agrees.
 */
export function fixBasket(basket: Basket, problems: Problem[]): Basket {
  const of = (kind: Problem["kind"]) => problems.filter((problem) => problem.kind === kind)
  const available = new Map(of("short").map(({ variant_id, available: left }) => [variant_id, left ?? 0]))
  const gone = new Set(of("gone").map(({ variant_id }) => variant_id))
  const mayDiscount = of("discount").length === 0
  const lines = basket.lines
    .filter(({ variant }) => !gone.has(variant.id) && available.get(variant.id) !== 0)
    .map((line) => ({
      ...line,
      quantity: Math.min(line.quantity, available.get(line.variant.id) ?? line.quantity),
      discount: mayDiscount ? line.discount : 0,
    }))
  const prices = new Map(of("price").map(({ variant_id, price }) => [variant_id, price!]))
  return reprice({ ...basket, lines, discount: mayDiscount ? basket.discount : 0 }, prices)
}

import { CartPlan } from "../plans"
import { Planned } from "../types"
import { FindProduct } from "./lines"
import { Notes, planned } from "./notes"
import { idOf, isRecord, timeOf, wholeOf } from "./values"

type Row = Record<string, unknown>

export type CartContext = {
  find: FindProduct
  customer: string | null
  isPrivate: (company: string) => boolean
  mayEnter: (customer: string, company: string) => boolean
  /** A newer cart of the same customer under another spelling of the telephone. */
  copyOf: (id: string) => string | null
}

/** A cart without what could not be bought any more; one that is left without lines is skipped. */
export function planCart(row: Row, context: CartContext): Planned<CartPlan> {
  const id = idOf(row.id)!
  const notes = new Notes()
  const facts = { table: "user_cart", legacy_id: id, notes }
  const { customer } = context
  const kept = context.copyOf(id)
  if (!customer || kept) {
    notes.add(
      "cart_empty",
      customer ? `Cart ${kept} of the same customer is newer.` : "No customer has the telephone."
    )
    return planned<CartPlan>("carts", null, { ...facts, ...(kept && { merged_into: kept }) })
  }
  const lines = [...wanted(row.cart)].flatMap(([product, quantity]) => {
    const found = context.find(product)
    const fault = !found
      ? "does not exist"
      : !found.is_visible
        ? "is not sold on the web"
        : context.isPrivate(found.company) && !context.mayEnter(customer, found.company)
          ? "belongs to a private company"
          : found.stock < 1 || quantity < 1
            ? "is out of stock"
            : null
    if (!found || fault) {
      notes.add("cart_line_dropped", `Product ${product} ${fault}.`)
      return []
    }
    if (quantity > found.stock) {
      notes.add("line_quantity_cut", `Of product ${product} only ${found.stock} are there.`)
    }
    return [{ product, quantity: Math.min(quantity, found.stock) }]
  })
  if (lines.length === 0) {
    notes.add("cart_empty", "No line is left.")
    return planned<CartPlan>("carts", null, facts)
  }
  return planned("carts", { customer, lines, updated_at: timeOf(row.updated_at) }, facts)
}

/** Product → quantity, of the object that the old pages kept or of the list that the handlers kept. */
function wanted(cart: unknown): Map<string, number> {
  const pairs: Array<[unknown, unknown]> = Array.isArray(cart)
    ? cart.map((entry: unknown) =>
        isRecord(entry) ? [entry.product_id ?? entry.id, entry.quantity ?? 1] : [entry, 1]
      )
    : isRecord(cart)
      ? Object.entries(cart)
      : []
  const found = new Map<string, number>()
  for (const [named, quantity] of pairs) {
    const id = idOf(named) ?? JSON.stringify(named)
    found.set(id, (found.get(id) ?? 0) + (wholeOf(quantity) ?? 0))
  }
  return found
}

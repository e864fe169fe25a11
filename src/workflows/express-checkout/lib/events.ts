import { Message } from "@medusajs/framework/types"
import { Batches } from "./rows"

/** Modules of the tables that a checkout writes, and what they call their rows: they tell of rows that they make themselves. */
const SOURCES: Record<string, [source: string, object: string]> = {
  cart: ["cart", "cart"],
  customer: ["customer", "customer"],
  order_group: ["order_group", "order_group"],
  order_address: ["order", "order_address"],
  order: ["order", "order"],
  order_summary: ["order", "order_summary"],
  order_line_item: ["order", "order_line_item"],
  order_item: ["order", "order_item"],
  order_line_item_tax_line: ["order", "order_line_item_tax_line"],
  order_line_item_adjustment: ["order", "order_line_item_adjustment"],
  order_shipping_method: ["order", "order_shipping_method"],
  order_shipping: ["order", "order_shipping"],
  order_shipping_method_tax_line: ["order", "order_shipping_method_tax_line"],
  order_shipping_method_adjustment: ["order", "order_shipping_method_adjustment"],
  reservation_item: ["inventory", "reservation_item"],
  payment_collection: ["payment", "payment_collection"],
  payment_session: ["payment", "payment_session"],
}

const LINKS: Record<string, [source: string, object: string]> = {
  order_cart: ["OrderOrderCartCartLink", "LinkOrderCart"],
  order_promotion: ["OrderOrderPromotionPromotionLink", "LinkOrderPromotion"],
  order_payment_collection: ["OrderOrderPaymentPaymentCollectionLink", "LinkOrderPaymentCollection"],
}

/** What Medusa's modules and links would have told of these rows; caches and indexes of a host live by it. */
export function rowEvents(batches: Batches): Message[] {
  return batches.flatMap(([table, rows]) => {
    const ids = rows.map(({ id }) => id as string)
    if (ids.length === 0) {
      return []
    }
    if (table in LINKS) {
      const [source, object] = LINKS[table]
      return [message(`${object}.attached`, source, object, "attached", ids.length === 1 ? ids[0] : ids)]
    }
    const [source, object] = SOURCES[table] ?? []
    return source ? ids.map((id) => created(source, object!, id)) : []
  })
}

/** Levels whose goods have been promised. */
export const levelEvents = (ids: string[]): Message[] =>
  ids.map((id) => message("inventory.inventory-level.updated", "inventory", "inventory_level", "updated", id))

const created = (source: string, object: string, id: string) =>
  message(`${source}.${object.replaceAll("_", "-")}.created`, source, object, "created", id)

const message = (
  name: string,
  source: string,
  object: string,
  action: string,
  id: string | string[]
): Message => ({ name, metadata: { source, object, action }, data: { id } }) as unknown as Message

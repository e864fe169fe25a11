/** How many of a variant can be sold, as Medusa works it out (`getVariantAvailability`), but for several channels at once. */

export type Lying = {
  inventory_item_id: string
  required_quantity: number
  location_id: string | null
  available: number
}

export type Sellable = { manage_inventory: boolean; allow_backorder: boolean }

/**
 * Pieces of a variant in some locations: of each inventory item what lies there, by what one piece needs, and the fewest of
 * all items. Null for a variant without items.
 */
export function availabilityOf(rows: Lying[], locations: Set<string>): number | null {
  const items = new Map<string, { required: number; available: number }>()
  for (const row of rows) {
    const item = items.get(row.inventory_item_id) ?? { required: row.required_quantity, available: 0 }
    item.available += row.location_id !== null && locations.has(row.location_id) ? row.available : 0
    items.set(row.inventory_item_id, item)
  }
  const pieces = [...items.values()].map(({ required, available }) => Math.floor(available / required))
  return pieces.length > 0 ? Math.min(...pieces) : null
}

/** A variant's piece of a document. A variant whose inventory nobody manages has no quantity, as in Medusa's own answer. */
export function stockPiece(
  variant: Sellable,
  quantity: number | null
): { isInStock: boolean; piece: string } {
  const isInStock = !variant.manage_inventory || variant.allow_backorder || (quantity ?? 0) > 0
  const counted = variant.manage_inventory ? `"inventory_quantity":${quantity},` : ""
  return { isInStock, piece: `${counted}"is_in_stock":${isInStock}` }
}

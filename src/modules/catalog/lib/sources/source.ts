/**
 * What documents are made of, and what a change of it concerns: goods themselves, where a look-up by index says which, or the
 * thing that changed (`src/workflows/catalog/widen.ts` finds its goods later, outside of the shopper's or seller's request).
 */

export type Source = {
  table: string
  /** A change of other columns changes no document; none: rows of this table only come and go. */
  columns: string[]
  /** Columns that tell rows apart. */
  key?: string[]
  /** Select of kind and id for the rows of `moved`, which have the key and the columns. */
  concerns: string
  /** Rows are written one at a time, on paths where somebody waits. */
  isSingle?: boolean
}

export const goods = (id: string, from = "") => `select 'product' as kind, ${id} as id from moved m ${from}`
export const thing = (kind: string, id: string) => `select '${kind}' as kind, ${id} as id from moved m`
export const everything = `select 'all' as kind, null::text as id from moved m`

export const VARIANT = (id: string) => goods("v.product_id", `join product_variant v on v.id = m.${id}`)
// Links that are gone have told of themselves; the indexes hold living ones only.
export const PRICED = (from: string, set: string) =>
  goods(
    "v.product_id",
    `${from} join product_variant_price_set ps on ps.price_set_id = ${set} and ps.deleted_at is null
     join product_variant v on v.id = ps.variant_id`
  )
export const STOCKED = (id: string) =>
  goods(
    "v.product_id",
    `join product_variant_inventory_item k on k.inventory_item_id = m.${id} and k.deleted_at is null
     join product_variant v on v.id = k.variant_id`
  )

import { LikePlan } from "../plans"
import { Planned } from "../types"
import { FindProduct } from "./lines"
import { Notes, planned } from "./notes"
import { idOf, isRecord } from "./values"

type Row = Record<string, unknown>

export type LikeContext = {
  find: FindProduct
  customer: string | null
  /** Pairs that an older row of the same customer made already. */
  hasPair: (product: string) => boolean
}

/** Pairs of a customer and goods. Each pair is a part of its own, named by the goods. */
export function planLikes(row: Row, { find, customer, hasPair }: LikeContext): Array<Planned<LikePlan>> {
  const id = idOf(row.id)!
  const notes = new Notes()
  const facts = { table: "user_likes", legacy_id: id }
  const skipped = () => planned<LikePlan>("likes", null, { ...facts, notes })
  if (!customer) {
    notes.add("like_dropped", "No customer has the telephone.")
    return [skipped()]
  }
  const products = new Set<string>()
  for (const entry of Array.isArray(row.likes) ? (row.likes as unknown[]) : []) {
    const product = idOf(isRecord(entry) ? entry.id : entry)
    if (product && find(product)) {
      products.add(product)
    } else {
      notes.add("like_dropped", `${JSON.stringify(entry)} names no goods.`)
    }
  }
  const pairs = [...products].filter((product) => !hasPair(product))
  const plans = pairs.map((product, index) =>
    planned(
      "likes",
      { customer, product },
      { ...facts, part: product, notes: index === 0 ? notes : new Notes() }
    )
  )
  return plans.length > 0 ? plans : [skipped()]
}

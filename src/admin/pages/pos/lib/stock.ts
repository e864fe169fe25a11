import type { Basket } from "./basket"
import type { Entry } from "./queue"
import type { CatalogVariant } from "./types"

/**
 * Pieces that left the shelf after the snapshot was taken, by variant: sales that wait or are under review, and those that
 * were answered after `fetchedAt` (the snapshot does not know them yet).
 */
export function takenSince(entries: Entry[], fetchedAt: number): Map<string, number> {
  const taken = new Map<string, number>()
  for (const { state, answered_at, request } of entries) {
    const isOut =
      state === "waiting" || state === "review" || (state === "done" && (answered_at ?? 0) >= fetchedAt)
    for (const { variant_id, quantity } of isOut ? request.lines : []) {
      taken.set(variant_id, (taken.get(variant_id) ?? 0) + quantity)
    }
  }
  return taken
}

/** What is left on the shelf as far as this desk knows; null for goods that are not counted. */
export function leftOf({ id, available }: CatalogVariant, taken: Map<string, number>): number | null {
  return available === null ? null : available - (taken.get(id) ?? 0)
}

/** Lines that want more than is left: a warning, for the shelf knows better than the snapshot. */
export function shortLines({ lines }: Basket, taken: Map<string, number>): Set<string> {
  const short = lines.filter(({ variant, quantity }) => {
    const left = leftOf(variant, taken)
    return left !== null && left < quantity
  })
  return new Set(short.map(({ variant }) => variant.id))
}

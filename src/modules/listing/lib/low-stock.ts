/** Pieces at or under which a variant counts as low in stock when its company named no number (business rule 17). */
export const LOW_STOCK = 10

/** Pieces at or under which low becomes urgent (business rule 17). */
export const URGENT_STOCK = 3

export type StockState = "in" | "low" | "urgent" | "out"

/** How a variant's stock stands: what can be sold of it against its threshold. */
export function stockState(available: number, threshold: number): StockState {
  if (available <= 0) {
    return "out"
  }
  if (available > threshold) {
    return "in"
  }
  return available <= URGENT_STOCK ? "urgent" : "low"
}

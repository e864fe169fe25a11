import type { PriceModel } from "./types"

/** How much an amount buys at a price: impressions (cpm, price of 1 000) or clicks (cpc); null when it cannot be said. */
export function countFor(amount: number | null, price: number | null, model: PriceModel): number | null {
  if (!amount || !price || Number.isNaN(amount) || Number.isNaN(price)) {
    return null
  }
  return Math.floor((amount / price) * (model === "cpm" ? 1000 : 1))
}

/** 12 345 → 12 000: an estimate does not pretend to know the last digit. */
export function rounded(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(count, 1))) - 1)
  return Math.floor(count / step) * step
}

/** Days from the first to the last, both counted; null without a last day or when it comes first. */
export function dayCount(from: string, to: string): number | null {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  return Number.isFinite(days) && days > 0 ? days : null
}

/** Share of a budget that is spent, 0 to 100. */
export const shareOf = (spent: number, total: number | null): number =>
  total ? Math.min(100, Math.round((spent / total) * 100)) : 0

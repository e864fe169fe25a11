import { STARS, Summary } from "./types"

/** One bar of the histogram; `share` is of all ratings, in per cent, and `size` of the longest bar. */
export type Bar = { stars: number; count: number; share: number; size: number }

/** Bars from five stars down to one; all empty while nobody has rated. */
export function barsOf({ histogram, count }: Pick<Summary, "histogram" | "count">): Bar[] {
  const counts = STARS.map((stars) => histogram[String(stars)] ?? 0)
  const longest = Math.max(...counts, 1)
  return STARS.map((stars, index) => ({
    stars,
    count: counts[index],
    share: count > 0 ? Math.round((counts[index] / count) * 100) : 0,
    size: (counts[index] / longest) * 100,
  }))
}

/** How full each of five stars is drawn, in per cent: 4.3 → 100, 100, 100, 100, 30. */
export const fills = (value: number): number[] =>
  [0, 1, 2, 3, 4].map((index) => Math.round(Math.min(1, Math.max(0, value - index)) * 100))

/** How a figure stands against the same figure of another period. */
export type Change = {
  difference: number
  /** Rounded to one decimal; null where a percent says nothing: after nothing, over zero, and beyond tenfold. */
  percent: number | null
  direction: "up" | "down" | "same"
}

const MOST_PERCENT = 1000

/**
 * The change of a figure. A loss that became smaller is a rise: the percent is of the size of what was.
 * @param now the figure of the period
 * @param before the figure it is compared with
 */
export function changeOf(now: number, before: number): Change {
  const difference = Math.round((now - before) * 100) / 100
  const percent = Math.round((difference / Math.abs(before)) * 1000) / 10
  const isTelling = before !== 0 && now * before >= 0 && Math.abs(percent) < MOST_PERCENT
  return {
    difference,
    percent: isTelling ? percent : null,
    direction: difference > 0 ? "up" : difference < 0 ? "down" : "same",
  }
}

/** A part of a whole in percent, to one decimal; 0 of nothing. */
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10

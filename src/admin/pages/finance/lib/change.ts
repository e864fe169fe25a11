/** How a figure stands against the same figure of another period. */
export type Change = {
  difference: number
  /** Rounded to one decimal; null where there was nothing to compare with. */
  percent: number | null
  direction: "up" | "down" | "same"
}

/**
 * The change of a figure. A loss that became smaller is a rise: the percent is of the size of what was.
 * @param now the figure of the period
 * @param before the figure it is compared with
 */
export function changeOf(now: number, before: number): Change {
  const difference = Math.round((now - before) * 100) / 100
  return {
    difference,
    percent: before === 0 ? null : Math.round((difference / Math.abs(before)) * 1000) / 10,
    direction: difference > 0 ? "up" : difference < 0 ? "down" : "same",
  }
}

/** A part of a whole in percent, to one decimal; 0 of nothing. */
export const shareOf = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10

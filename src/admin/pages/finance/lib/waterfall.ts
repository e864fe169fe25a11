import type { Figure, Figures } from "./types"

/** The way from revenue to net profit, step by step (business rule 14). */

export const WATERFALL = [
  { figure: "revenue", kind: "total" },
  { figure: "cost", kind: "minus" },
  { figure: "markup_profit", kind: "total" },
  { figure: "expenses", kind: "minus" },
  { figure: "commission", kind: "minus" },
  { figure: "ad_spend", kind: "minus" },
  { figure: "net_profit", kind: "total" },
] as const satisfies ReadonlyArray<{ figure: Figure; kind: "total" | "minus" }>

export type WaterfallFigure = (typeof WATERFALL)[number]["figure"]

export type WaterfallStep = {
  figure: WaterfallFigure
  kind: "total" | "minus"
  /** What the step adds: what is taken away is below zero. */
  amount: number
  /** Ends of the bar, in so'm. */
  low: number
  high: number
}

export type Waterfall = { steps: WaterfallStep[]; low: number; high: number }

/** Bars of the way; `low` and `high` are the ends of the scale, which always holds zero. */
export function waterfallOf(figures: Figures): Waterfall {
  let level = 0
  const steps = WATERFALL.map(({ figure, kind }): WaterfallStep => {
    const amount = kind === "total" ? figures[figure] : -figures[figure]
    const start = kind === "total" ? 0 : level
    const end = start + amount
    level = end
    return { figure, kind, amount: amount || 0, low: Math.min(start, end), high: Math.max(start, end) }
  })
  return {
    steps,
    low: Math.min(0, ...steps.map(({ low }) => low)),
    high: Math.max(0, ...steps.map(({ high }) => high)),
  }
}

/** Where a bar lies on a scale, in percent of its width; a bar that is there is never thinner than can be seen. */
export function placeOn(scale: { low: number; high: number }, bar: { low: number; high: number }) {
  const width = scale.high - scale.low
  if (width <= 0) {
    return { start: 0, size: 0 }
  }
  const percent = (value: number) => (value / width) * 100
  const size = bar.high > bar.low ? Math.max(0.5, percent(bar.high - bar.low)) : 0
  return { start: Math.min(percent(bar.low - scale.low), 100 - size), size }
}

import { Summary } from "../types"
import { Figures } from "./figures"

/** What tells the cost of goods, or lets it be reckoned. */
const COSTLY = ["cost", "markup_profit", "net_profit", "lines_without_cost"] as const

type Without<T extends Figures> = Omit<T, (typeof COSTLY)[number]>

/** A summary as somebody reads it who may not see what goods cost: those fields are absent. */
export function withoutCost(summary: Summary) {
  const { stock_value: _, ...shown } = summary
  return {
    ...bare(shown),
    compare: summary.compare && bare(summary.compare),
    series: summary.series.map(bare),
  }
}

function bare<T extends Figures>(figures: T): Without<T> {
  const rest: Partial<T> = { ...figures }
  COSTLY.forEach((name) => delete rest[name])
  return rest as unknown as Without<T>
}

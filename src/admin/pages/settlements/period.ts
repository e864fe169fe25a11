import { useText } from "../../lib/text"
import { Settlement } from "./lib/types"

/** "01.11.2026 – 15.11.2026" */
export function usePeriod() {
  const { date } = useText()
  const day = (text: string) => date(`${text}T00:00:00+05:00`)
  return ({ period_from, period_to }: Pick<Settlement, "period_from" | "period_to">) =>
    `${day(period_from)} – ${day(period_to)}`
}

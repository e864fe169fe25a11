import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import type { Problem } from "../lib/types"

/** Why a sale does not fit, in plain words, line by line. */
export function Problems({ problems }: { problems: Problem[] }) {
  const { t, money, number } = useText()
  const say = ({ kind, wanted = 0, available = 0, seen = 0, price = 0 }: Problem) => {
    switch (kind) {
      case "short":
        return t("pos.problem.short", { wanted: number(wanted), available: number(available) })
      case "price":
        return t("pos.problem.price", { seen: money(seen), price: money(price) })
      default:
        return t(`pos.problem.${kind}`)
    }
  }
  return (
    <ul className="flex flex-col gap-y-2">
      {problems.map((problem) => (
        <li key={`${problem.variant_id}-${problem.kind}`} className="bg-ui-bg-subtle rounded-md px-3 py-2">
          <Text size="small" weight="plus">
            {problem.title}
          </Text>
          <Text size="small" className="text-ui-fg-error">
            {say(problem)}
          </Text>
        </li>
      ))}
    </ul>
  )
}

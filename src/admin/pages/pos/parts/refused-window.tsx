import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import type { SaleResult } from "../lib/types"
import { BigButton } from "./key"
import { Problems } from "./problems"
import { Window } from "./window"

/** The server did not take the sale, and nothing has been sold: why, and what can be done. */
export function RefusedWindow({
  result,
  onFix,
  onClose,
}: {
  result: SaleResult
  onFix: () => void
  onClose: () => void
}) {
  const { t, explain } = useText()
  const problems = result.problems ?? []
  return (
    <Window title={t("pos.refused")} onClose={onClose}>
      <div role="alert" className="flex flex-col gap-3">
        <Text>{explain(result)}</Text>
        <Problems problems={problems} />
        <Text size="small" className="text-ui-fg-subtle">
          {t("pos.refusedHint")}
        </Text>
      </div>
      <div className="flex gap-2">
        <BigButton label={t("pos.backToBasket")} hotkey="Esc" onClick={onClose} />
        {problems.length > 0 && (
          <BigButton isMain data-first label={t("pos.fix")} hotkey="Enter" onClick={onFix} />
        )}
      </div>
    </Window>
  )
}

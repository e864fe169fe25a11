import { clx } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { shareOf } from "../lib/estimate"

/** What is spent, against what may be, as words and as a bar. */
export function BudgetBar({ spent, total }: { spent: number; total: number | null }) {
  const { t, money, number, percent } = useText()
  if (total === null) {
    return <span className="tabular-nums">{t("ads.spentOnly", { spent: money(spent) })}</span>
  }
  const share = shareOf(spent, total)
  return (
    <div className="flex min-w-[9rem] flex-col gap-y-1">
      <span className="whitespace-nowrap tabular-nums">
        {t("ads.spentOf", { spent: number(spent), total: money(total) })}
      </span>
      <div
        role="img"
        aria-label={t("ads.spentShare", { percent: percent(share) })}
        className="bg-ui-bg-component-pressed h-1.5 w-full overflow-hidden rounded-full"
      >
        <div
          className={clx(
            "h-full rounded-full",
            share >= 100 ? "bg-ui-tag-orange-icon" : "bg-ui-tag-blue-icon"
          )}
          style={{ width: `${share}%` }}
        />
      </div>
    </div>
  )
}

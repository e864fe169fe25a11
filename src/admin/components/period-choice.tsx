import { clx } from "@medusajs/ui"
import { dayOf } from "../lib/format"
import { Days, daysOf, Period, periodOf, PERIODS } from "../lib/periods"
import { useText } from "../lib/text"
import { DayRange } from "../pages/receipts/day-range"

/** Usual periods at one press, and two days for any other. On a telephone the row of them is drawn aside. */
export function PeriodChoice({
  days,
  periods = PERIODS,
  onChange,
}: {
  days: Days
  periods?: readonly Period[]
  onChange: (days: Days) => void
}) {
  const { t } = useText()
  const today = dayOf(new Date())
  const chosen = periodOf(days, today)
  return (
    <div className="flex min-w-0 flex-col gap-2 lg:flex-row lg:items-center">
      <div
        role="group"
        aria-label={t("words.period.name")}
        className="-mx-1 flex gap-x-1 overflow-x-auto px-1 py-1"
      >
        {periods.map((period) => (
          <button
            key={period}
            type="button"
            aria-pressed={period === chosen}
            onClick={() => onChange(daysOf(period, today))}
            className={clx(
              "txt-compact-small-plus shrink-0 whitespace-nowrap rounded-full px-3 py-1.5 outline-none transition-colors",
              "focus-visible:shadow-borders-interactive-with-focus",
              period === chosen
                ? "bg-ui-bg-base-pressed text-ui-fg-base"
                : "text-ui-fg-subtle hover:bg-ui-bg-base-hover"
            )}
          >
            {t(`words.period.${period}`)}
          </button>
        ))}
      </div>
      <DayRange from={days.from} to={days.to} onChange={(change) => onChange({ ...days, ...change })} />
    </div>
  )
}

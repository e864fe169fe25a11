import { Button } from "@medusajs/ui"
import { TextField } from "../../../components/field"
import { dayOf } from "../../../lib/format"
import { addDays } from "../../../lib/periods"
import { useText } from "../../../lib/text"
import { Step } from "./step"
import type { FormStep } from "./use-ad-form"

const LENGTHS = [
  { key: "week", days: 7 },
  { key: "twoWeeks", days: 14 },
  { key: "month", days: 30 },
] as const

/** First and last day. */
export function DaysStep({ form }: FormStep) {
  const { t } = useText()
  const { draft, set, wrong } = form
  const today = dayOf(new Date())
  const first = draft.starts_on > today ? draft.starts_on : today
  return (
    <Step name="days" title={t("ads.days.title")} wrong={wrong}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t("ads.days.starts")}
          hint={t("ads.days.startsHint")}
          type="date"
          value={draft.starts_on}
          onText={(starts_on) => set({ starts_on })}
        />
        <TextField
          label={t("ads.days.ends")}
          hint={t("ads.days.endsHint")}
          type="date"
          min={first}
          value={draft.ends_on}
          onText={(ends_on) => set({ ends_on })}
        />
      </div>
      <div role="group" aria-label={t("ads.days.quick")} className="flex flex-wrap gap-2">
        {LENGTHS.map(({ key, days }) => (
          <Button
            key={key}
            type="button"
            size="small"
            variant="secondary"
            aria-pressed={draft.ends_on === addDays(first, days - 1)}
            onClick={() => set({ ends_on: addDays(first, days - 1) })}
          >
            {t(`ads.days.${key}`)}
          </Button>
        ))}
      </div>
    </Step>
  )
}

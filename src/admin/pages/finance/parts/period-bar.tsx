import { useEffect, useState } from "react"
import { Hint } from "@medusajs/ui"
import { Choice } from "../../../components/field"
import { DayRange } from "../../receipts/day-range"
import { Segments } from "../charts/chart-or-table"
import { COMPARES, PERIODS, Period, readChosen } from "../lib/period"
import { useChosen } from "../use-finance"
import { useWords } from "../use-words"

/** Which days, and what to hold them against. */
export function PeriodBar() {
  const { t } = useWords()
  const { chosen, change } = useChosen()
  const options = PERIODS.map((value) => ({ value, label: t(`finance.period.${value}`) }))
  const choose = (period: Period) =>
    change(period === "own" ? { period, from: chosen.from, to: chosen.to } : { period })
  return (
    <div className="flex flex-wrap items-start gap-2 print:hidden">
      <div className="hidden lg:block">
        <Segments
          label={t("finance.period.label")}
          value={chosen.period}
          options={options}
          onChoose={choose}
        />
      </div>
      <div className="w-full sm:w-44 lg:hidden">
        <Choice
          label={t("finance.period.label")}
          value={chosen.period}
          options={options}
          onChoose={(value) => choose(value as Period)}
        />
      </div>
      {chosen.period === "own" && <OwnDays key={`${chosen.from}${chosen.to}`} />}
      <div className="w-full sm:w-64">
        <Choice
          label={t("finance.compare.label")}
          value={chosen.compare}
          options={COMPARES.map((value) => ({ value, label: t(`finance.compare.${value}`) }))}
          onChoose={(value) => change({ compare: value as (typeof COMPARES)[number] })}
        />
      </div>
    </div>
  )
}

/** Somebody types a date digit by digit: only two days that make a period are asked for. */
const PAUSE_MS = 500

function OwnDays() {
  const { t } = useWords()
  const { chosen, change } = useChosen()
  const [days, setDays] = useState({ from: chosen.from, to: chosen.to })
  const isOne = readChosen(new URLSearchParams({ period: "own", ...days }), chosen.to).period === "own"
  const isNew = days.from !== chosen.from || days.to !== chosen.to
  useEffect(() => {
    if (!isOne || !isNew) {
      return
    }
    const timer = setTimeout(() => change({ period: "own", ...days }), PAUSE_MS)
    return () => clearTimeout(timer)
    // Only typing counts: a new `change` is the same deed.
  }, [days])
  return (
    <div className="w-full sm:w-auto">
      <DayRange {...days} onChange={(part) => setDays((now) => ({ ...now, ...part }))} />
      {!isOne && <Hint variant="error">{t("finance.period.wrong")}</Hint>}
    </div>
  )
}

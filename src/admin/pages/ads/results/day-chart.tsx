import { useState } from "react"
import { Chart } from "../../../components/chart"
import { Segments } from "../../finance/charts/chart-or-table"
import { useText } from "../../../lib/text"
import type { ResultDay } from "../lib/types"

const SERIES = ["impressions", "clicks", "spent"] as const
type Series = (typeof SERIES)[number]
const COLORS: Record<Series, string> = {
  impressions: "var(--tag-blue-icon)",
  clicks: "var(--tag-green-icon)",
  spent: "var(--tag-orange-icon)",
}

/** One figure by days: they differ too much in size to share a scale. */
export function DayChart({ days }: { days: ResultDay[] }) {
  const { t, date, money, number } = useText()
  const [shown, setShown] = useState<Series>("impressions")
  return (
    <div className="flex min-w-0 flex-col gap-y-2">
      <div className="flex">
        <Segments
          label={t("ads.results.show")}
          value={shown}
          options={SERIES.map((value) => ({ value, label: t(`ads.results.${value}`) }))}
          onChoose={setShown}
        />
      </div>
      <Chart
        label={`${t("ads.results.byDay")}: ${t(`ads.results.${shown}`)}`}
        rows={days}
        x="day"
        series={[{ key: shown, name: t(`ads.results.${shown}`), color: COLORS[shown] }]}
        format={shown === "spent" ? money : number}
        formatShort={number}
        formatX={(day) => date(`${day}T12:00:00Z`).slice(0, 5)}
      />
    </div>
  )
}

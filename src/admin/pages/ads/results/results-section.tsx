import { useState } from "react"
import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { PeriodChoice } from "../../../components/period-choice"
import { Empty, Shown } from "../../../components/states"
import { dayOf } from "../../../lib/format"
import { addDays, Days } from "../../../lib/periods"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import type { Ad, AdResults, Side } from "../lib/types"
import { DayChart } from "./day-chart"
import { DayTable } from "./day-table"
import { Figures } from "./figures"

const PERIODS = ["today", "yesterday", "week", "month", "last_month", "year"] as const
const USUAL = 30

/** Days that have not come have brought nothing. */
const pastOf = ({ from, to }: Days, today: string): Days => ({ from, to: to > today ? today : to })

/** What an ad has brought: figures, and day by day as a chart and as a table beside it. */
export function ResultsSection({ side, ad }: { side: Side; ad: Ad }) {
  const { t } = useText()
  const today = dayOf(new Date())
  const [days, setDays] = useState<Days>({ from: addDays(today, 1 - USUAL), to: today })
  const read = useApi<{ results: AdResults }>(`${side}/ads/${ad.id}/results`, pastOf(days, today))
  return (
    <Section title={t("ads.results.title")} hint={t("ads.results.botsHint")} padded={false}>
      <div className="flex flex-col gap-y-4 px-4 py-4 md:px-6">
        <PeriodChoice days={days} periods={PERIODS} onChange={setDays} />
        <Shown read={read} rows={4}>
          {({ results }) => (
            <>
              <Figures results={results} />
              {results.impressions === 0 && results.clicks === 0 && results.orders === 0 ? (
                <Empty text={t("ads.results.empty")} hint={t("ads.results.emptyHint")} />
              ) : (
                <div className="grid gap-6 xl:grid-cols-2">
                  <DayChart days={results.days} />
                  <div className="flex min-w-0 flex-col gap-y-2">
                    <Text size="small" weight="plus">
                      {t("ads.results.table")}
                    </Text>
                    <DayTable days={results.days} />
                  </div>
                </div>
              )}
            </>
          )}
        </Shown>
      </div>
    </Section>
  )
}

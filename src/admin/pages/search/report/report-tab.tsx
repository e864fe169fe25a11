import { Hint, Text } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { Section } from "../../../components/page"
import { PeriodChoice } from "../../../components/period-choice"
import { Empty, Shown } from "../../../components/states"
import { dayOf } from "../../../lib/format"
import { addDays, Days } from "../../../lib/periods"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { isPeriod, pastOf } from "../lib/report"
import { Report, REPORT } from "../lib/types"
import { SearchChart } from "./search-chart"
import { Figures } from "./figures"
import { TopTexts, ZeroTexts } from "./texts"

const PERIODS = ["today", "yesterday", "week", "month", "last_month", "year"] as const
const USUAL = 30

/** What shoppers look for in a period that the address bar holds, and what they look for in vain. */
export function ReportTab({ onAdd }: { onAdd: (text: string) => void }) {
  const { t } = useText()
  const { days, choose } = useDays()
  const isWhole = isPeriod(days)
  const asked = pastOf(days, dayOf(new Date()))
  const read = useApi<{ report: Report }>(REPORT, asked, { enabled: isWhole })
  return (
    <>
      <Section>
        <div className="flex flex-col gap-y-4">
          <PeriodChoice days={days} periods={PERIODS} onChange={choose} />
          {isWhole ? (
            <Shown read={read} rows={2}>
              {({ report }) => <Figures report={report} />}
            </Shown>
          ) : (
            <Hint variant="error">{t("search.report.wrongDays")}</Hint>
          )}
          <Text size="xsmall" className="text-ui-fg-muted">
            {t("search.report.privacy")}
          </Text>
        </div>
      </Section>
      {isWhole && read.data && <Lists report={read.data.report} onAdd={onAdd} />}
    </>
  )
}

function Lists({ report, onAdd }: { report: Report; onAdd: (text: string) => void }) {
  const { t } = useText()
  if (report.searches === 0) {
    return (
      <Section>
        <Empty text={t("search.report.empty")} hint={t("search.report.emptyHint")} />
      </Section>
    )
  }
  return (
    <>
      <SearchChart report={report} />
      <div className="grid items-start gap-3 xl:grid-cols-2">
        <ZeroTexts texts={report.zero} onAdd={onAdd} />
        <TopTexts texts={report.top} />
      </div>
    </>
  )
}

/** The days that the address names; the last thirty when it names none. */
function useDays() {
  const [params, setParams] = useSearchParams()
  const today = dayOf(new Date())
  const days: Days = {
    from: params.get("from") ?? addDays(today, 1 - USUAL),
    to: params.get("to") ?? today,
  }
  const choose = (chosen: Days) =>
    setParams(
      (current) => {
        const next = new URLSearchParams(current)
        next.set("from", chosen.from)
        next.set("to", chosen.to)
        return next
      },
      { replace: true }
    )
  return { days, choose }
}

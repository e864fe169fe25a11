import { ReactNode } from "react"
import { Text } from "@medusajs/ui"
import { Page, Section } from "../../components/page"
import { Empty, Shown } from "../../components/states"
import { Segments } from "./charts/chart-or-table"
import { Answer, Summary } from "./lib/types"
import { Beginning, isQuiet } from "./parts/beginning"
import { Breakdown, Division, DIVISIONS } from "./parts/breakdown"
import { CashView } from "./parts/cash"
import { Expenses } from "./parts/expenses"
import { FigureCards } from "./parts/figures"
import { TopGoods } from "./parts/goods"
import { Headline } from "./parts/headline"
import { Notices } from "./parts/notices"
import { PeriodBar } from "./parts/period-bar"
import { PrintStyle } from "./parts/print-style"
import { Series } from "./parts/series"
import { SlowGoods } from "./parts/slow-goods"
import { Tools } from "./parts/tools"
import { Way } from "./parts/way"
import { useChosen, useFigures, useSource, View, VIEWS } from "./use-finance"
import { useWords } from "./use-words"

type Props = {
  title: string
  hint?: string
  /** Whose figures, told on paper, where there is no bar that says it. */
  whose: string
  filters?: ReactNode
  /** What the operator has below the profit. */
  below?: (answer: Answer) => ReactNode
}

/** The finance page, of a company and of the operator alike: a period, and four ways of looking at it. */
export function Dashboard({ title, hint, whose, filters, below }: Props) {
  const { t, span, dateTime } = useWords()
  const { chosen, view, set } = useChosen()
  const read = useFigures<Answer>(chosen, "summary", { compare: chosen.compare, by: chosen.by })
  return (
    <Page title={title} hint={hint} actions={<Tools chosen={chosen} />}>
      <PrintStyle />
      <Text size="small" className="hidden print:block">
        {`${whose} · ${span(chosen)} · ${t("finance.printed", { at: dateTime(new Date()) })}`}
      </Text>
      {filters}
      <PeriodBar />
      <Segments
        label={t("finance.views.label")}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`finance.views.${value}`) }))}
        onChoose={(value) => set("view", value === "profit" ? "" : value)}
      />
      <Shown read={read} rows={10}>
        {({ summary, companies }) =>
          isQuiet(summary) && view !== "goods" ? (
            <Beginning summary={summary} />
          ) : (
            <Viewed summary={summary} view={view} below={below?.({ summary, companies })} />
          )
        }
      </Shown>
    </Page>
  )
}

function Viewed({ summary, view, below }: { summary: Summary; view: View; below: ReactNode }) {
  const { t } = useWords()
  const { chosen } = useChosen()
  const { isMarket, hasCost } = useSource()
  switch (view) {
    case "cash":
      return <CashView summary={summary} />
    case "goods":
      return (
        <>
          <TopGoods key={`${chosen.from}${chosen.to}`} chosen={chosen} />
          {!isMarket && <SlowGoods key={`slow${chosen.from}${chosen.to}`} chosen={chosen} />}
        </>
      )
    case "parts":
      return <Parts />
    case "profit":
      return (
        <>
          {hasCost ? (
            <Headline summary={summary} chosen={chosen} />
          ) : (
            <Section>
              <Empty text={t("finance.hidden.title")} hint={t("finance.hidden.text")} />
            </Section>
          )}
          <Notices summary={summary} />
          {hasCost && <Way summary={summary} />}
          <Series summary={summary} />
          {below}
          <FigureCards summary={summary} />
          <Expenses summary={summary} />
        </>
      )
  }
}

function Parts() {
  const { chosen, divide, set } = useChosen()
  const { isMarket, scope } = useSource()
  const usual: Division = isMarket && !scope.company_id ? "company" : "category"
  const by = [...DIVISIONS, "company" as const].find((one) => one === divide) ?? usual
  return <Breakdown chosen={chosen} by={by} onChoose={(value) => set("divide", value)} />
}

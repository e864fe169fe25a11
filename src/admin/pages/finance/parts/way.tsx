import { DataList } from "../../../components/data-list"
import { BarRows } from "../charts/bar-rows"
import { ChartOrTable } from "../charts/chart-or-table"
import { shareOf } from "../lib/change"
import { expensesPlace, salesPlace } from "../lib/places"
import { Summary } from "../lib/types"
import { WaterfallFigure, waterfallOf } from "../lib/waterfall"
import { useSource } from "../use-finance"
import { useWords } from "../use-words"
import { Delta, Welcome } from "./delta"
import { Explain } from "./explain"

const WELCOME: Record<WaterfallFigure, Welcome> = {
  revenue: "up",
  cost: "neither",
  markup_profit: "up",
  expenses: "down",
  commission: "neither",
  ad_spend: "neither",
  net_profit: "up",
}

function colorOf(figure: WaterfallFigure, amount: number): string {
  if (figure === "revenue") {
    return "var(--tag-blue-icon)"
  }
  if (figure === "net_profit" || figure === "markup_profit") {
    return amount < 0 ? "var(--tag-red-icon)" : "var(--tag-green-icon)"
  }
  return "var(--tag-orange-icon)"
}

/** From revenue to net profit, step by step. */
export function Way({ summary }: { summary: Summary }) {
  const { t, money, percent } = useWords()
  const { isMarket } = useSource()
  const { steps } = waterfallOf(summary)
  const { compare } = summary
  const name = (figure: WaterfallFigure) => t(`finance.figure.${figure}`)
  const places: Partial<Record<WaterfallFigure, string>> = isMarket
    ? {}
    : { revenue: salesPlace(summary), expenses: expensesPlace(summary) }
  return (
    <ChartOrTable
      title={t("finance.way.title")}
      hint={t("finance.way.hint")}
      chart={
        <BarRows
          label={t("finance.way.title")}
          rows={steps.map(({ figure, kind, amount, low, high }) => ({
            key: figure,
            label: name(figure),
            value: money(amount),
            low,
            high,
            color: colorOf(figure, amount),
            to: places[figure],
            isStrong: kind === "total",
            explain: { name: name(figure), text: t(`finance.rule.${figure}`) },
          }))}
        />
      }
      table={
        <DataList
          label={t("finance.way.title")}
          rows={steps}
          idOf={({ figure }) => figure}
          columns={[
            {
              key: "step",
              title: t("finance.way.step"),
              value: ({ figure }) => (
                <span className="inline-flex items-center gap-x-1">
                  {name(figure)}
                  <Explain name={name(figure)}>{t(`finance.rule.${figure}`)}</Explain>
                </span>
              ),
            },
            {
              key: "amount",
              title: t("words.amount"),
              align: "end",
              value: ({ amount }) => money(amount),
            },
            {
              key: "share",
              title: t("finance.way.share"),
              align: "end",
              value: ({ amount }) => percent(shareOf(amount, summary.revenue)),
            },
            ...(compare
              ? [
                  {
                    key: "compare",
                    title: t("finance.compare.label"),
                    align: "end" as const,
                    value: ({ figure }: { figure: WaterfallFigure }) => (
                      <Delta
                        now={summary[figure]}
                        before={compare[figure]}
                        welcome={WELCOME[figure]}
                        format={money}
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      }
    />
  )
}

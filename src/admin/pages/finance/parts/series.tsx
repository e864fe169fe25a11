import { useNavigate } from "react-router-dom"
import { Column, DataList } from "../../../components/data-list"
import { ChartOrTable, Segments } from "../charts/chart-or-table"
import { Columns } from "../charts/columns"
import type { ColumnSeries } from "../charts/columns-drawing"
import { narrowTo, stepsFor } from "../lib/period"
import { salesPlace } from "../lib/places"
import { Figure, Part, Summary } from "../lib/types"
import { useChosen, useSource } from "../use-finance"
import { useWords } from "../use-words"

const SHOWN = [
  "orders",
  "revenue",
  "cost",
  "markup_profit",
  "expenses",
  "net_profit",
] as const satisfies Figure[]

const SHOWN_WITHOUT_COST = ["orders", "revenue", "expenses"] as const satisfies Figure[]

/** Revenue and net profit by day, week or month; a column leads to its days, a day to its sales. */
export function Series({ summary }: { summary: Summary }) {
  const { t, money, short, span, spanShort, dayShort, month, number } = useWords()
  const { chosen, change } = useChosen()
  const { isMarket, hasCost } = useSource()
  const navigate = useNavigate()
  const open = (part: Part) => {
    const narrower = narrowTo(part)
    if (narrower) {
      change(narrower)
    } else if (!isMarket) {
      navigate(salesPlace(part))
    }
  }
  const label = (part: Part) =>
    chosen.by === "month" ? month(part.from) : chosen.by === "week" ? spanShort(part) : dayShort(part.from)
  const steps = stepsFor(chosen)
  const columns: Array<Column<Part>> = [
    { key: "part", title: t("finance.series.part"), value: span },
    ...(hasCost ? SHOWN : SHOWN_WITHOUT_COST).map((figure) => ({
      key: figure,
      title: t(`finance.figure.${figure}`),
      align: "end" as const,
      value: (part: Part) => (figure === "orders" ? number(part.orders) : money(part[figure])),
    })),
  ]
  const lines: ColumnSeries[] = [
    { key: "revenue", name: t("finance.figure.revenue"), color: "var(--tag-blue-icon)", kind: "bar" },
    { key: "net_profit", name: t("finance.figure.net_profit"), color: "var(--tag-green-icon)", kind: "line" },
  ]
  const title = t(hasCost ? "finance.series.title" : "finance.figure.revenue")
  return (
    <ChartOrTable
      title={title}
      tip={t(isMarket ? "finance.series.marketHint" : "finance.series.hint")}
      actions={
        steps.length > 1 && (
          <Segments
            label={t("finance.by.label")}
            value={chosen.by}
            options={steps.map((value) => ({ value, label: t(`finance.by.${value}`) }))}
            onChoose={(by) => change({ by })}
          />
        )
      }
      chart={
        <Columns
          label={
            hasCost
              ? `${title}. ${t("finance.series.label", {
                  revenue: money(summary.revenue),
                  profit: money(summary.net_profit),
                })}`
              : title
          }
          rows={summary.series.map((part) => ({
            label: label(part),
            full: span(part),
            revenue: part.revenue,
            net_profit: part.net_profit,
          }))}
          series={hasCost ? lines : lines.slice(0, 1)}
          format={money}
          formatShort={short}
          onPick={(index) => open(summary.series[index])}
        />
      }
      table={
        <DataList
          label={title}
          rows={summary.series}
          idOf={({ from }) => from}
          columns={columns}
          onOpen={isMarket && chosen.by === "day" ? undefined : open}
        />
      }
    />
  )
}

import { Chart } from "../../../components/chart"
import { Column, DataList } from "../../../components/data-list"
import { ChartOrTable } from "../../finance/charts/chart-or-table"
import { usualStep } from "../../finance/lib/period"
import { useWords } from "../../finance/use-words"
import { Part, partsOf } from "../lib/report"
import type { Report } from "../lib/types"

/** Searches over time, those in vain beside all of them; as a chart, and as figures to be read. */
export function SearchChart({ report }: { report: Report }) {
  const { t, dayShort, month, number, span } = useWords()
  const step = usualStep(report)
  const parts = partsOf(report.days, step)
  const columns: Array<Column<Part>> = [
    { key: "days", title: t("search.report.day"), value: span },
    {
      key: "searches",
      title: t("search.report.searches"),
      align: "end",
      value: ({ searches }) => number(searches),
    },
    {
      key: "zero",
      title: t("search.report.zero"),
      align: "end",
      value: ({ zero_results }) => number(zero_results),
    },
  ]
  const series = [
    { key: "searches", name: t("search.report.searches"), color: "var(--tag-blue-icon)" },
    { key: "zero_results", name: t("search.report.zero"), color: "var(--tag-orange-icon)" },
  ]
  return (
    <ChartOrTable
      title={t("search.report.byDay")}
      chart={
        <>
          <Chart
            label={t("search.report.chartLabel", {
              searches: number(report.searches),
              zero: number(report.zero_results),
            })}
            rows={parts}
            x="from"
            series={series}
            format={number}
            formatX={step === "month" ? month : dayShort}
          />
          <ul className="flex flex-wrap justify-center gap-x-4 pt-2" aria-hidden>
            {series.map(({ key, name, color }) => (
              <li key={key} className="txt-small text-ui-fg-subtle inline-flex items-center gap-x-2">
                <span className="size-2.5 rounded-sm" style={{ background: color }} />
                {name}
              </li>
            ))}
          </ul>
        </>
      }
      table={
        <div className="max-h-[320px] overflow-y-auto">
          <DataList
            label={t("search.report.byDay")}
            rows={parts.filter(({ searches }) => searches > 0).reverse()}
            columns={columns}
            idOf={({ from }) => from}
          />
        </div>
      }
    />
  )
}

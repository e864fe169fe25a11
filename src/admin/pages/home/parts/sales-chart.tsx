import { Chart } from "../../../components/chart"
import { Section } from "../../../components/page"
import { Empty } from "../../../components/states"
import { useText } from "../../../lib/text"
import { Day } from "../lib/types"

/** "2026-11-21" → "21.11". */
const dayAndMonth = (date: string) => `${date.slice(8, 10)}.${date.slice(5, 7)}`

/** Sales by day; profit beside them for those who may see it. */
export function SalesChart({ series }: { series: Day[] }) {
  const { t, money, number } = useText()
  const total = series.reduce((sum, day) => sum + day.total, 0)
  const short = (value: number) => {
    const size = Math.abs(value)
    return size >= 1_000_000
      ? t("home.million", { value: number(Math.round(value / 100_000) / 10) })
      : size >= 1000
        ? t("home.thousand", { value: number(Math.round(value / 1000)) })
        : number(value)
  }
  const hasSold = series.some(({ orders, total }) => orders > 0 || total !== 0)
  const lines = [
    { key: "total", name: t("home.salesName"), color: "var(--tag-blue-icon)" },
    ...(series[0]?.profit === undefined
      ? []
      : [{ key: "profit", name: t("home.profitName"), color: "var(--tag-green-icon)" }]),
  ]
  return (
    <Section
      title={t("home.sales")}
      hint={t("home.salesHint")}
      actions={
        hasSold &&
        lines.length > 1 &&
        lines.map(({ key, name, color }) => <Legend key={key} name={name} color={color} />)
      }
    >
      {hasSold ? (
        <Chart
          label={t("home.salesChart", { total: money(total) })}
          rows={series.map(({ date, total, profit }) => ({
            date,
            total,
            ...(profit !== undefined && { profit }),
          }))}
          x="date"
          series={lines}
          format={money}
          formatShort={short}
          formatX={dayAndMonth}
        />
      ) : (
        <Empty text={t("home.noSales")} hint={t("home.noSalesHint")} />
      )}
    </Section>
  )
}

function Legend({ name, color }: { name: string; color: string }) {
  return (
    <span className="txt-small text-ui-fg-subtle inline-flex items-center gap-x-2">
      <span aria-hidden className="size-2.5 rounded-sm" style={{ background: color }} />
      {name}
    </span>
  )
}

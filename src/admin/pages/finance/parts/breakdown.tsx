import { Text } from "@medusajs/ui"
import { Column, DataList } from "../../../components/data-list"
import { Empty, Shown } from "../../../components/states"
import { BarRows } from "../charts/bar-rows"
import { ChartOrTable, Segments } from "../charts/chart-or-table"
import { Columns } from "../charts/columns"
import { Chosen } from "../lib/period"
import { salesPlace } from "../lib/places"
import { BreakdownRow } from "../lib/types"
import { useFigures, useSource } from "../use-finance"
import { useWords } from "../use-words"

export const DIVISIONS = ["category", "channel", "payment", "cashier", "hour", "weekday"] as const
export type Division = (typeof DIVISIONS)[number] | "company"
/** Those with an order of their own are columns side by side; the others are bars, the greatest first. */
const isOrdered = (by: Division) => by === "hour" || by === "weekday"

/** What the revenue is made of, divided as the reader likes. */
export function Breakdown({
  chosen,
  by,
  onChoose,
}: {
  chosen: Chosen
  by: Division
  onChoose: (by: Division) => void
}) {
  const { t } = useWords()
  const { isMarket, scope } = useSource()
  const divisions: Division[] = isMarket && !scope.company_id ? ["company", ...DIVISIONS] : [...DIVISIONS]
  const read = useFigures<{ breakdown: BreakdownRow[] }>(chosen, "breakdown", { by })
  return (
    <>
      <Segments
        label={t("finance.parts.by")}
        value={by}
        options={divisions.map((value) => ({ value, label: t(`finance.parts.${value}`) }))}
        onChoose={onChoose}
      />
      <Shown read={read}>{({ breakdown }) => <Divided rows={breakdown} chosen={chosen} by={by} />}</Shown>
    </>
  )
}

function Divided({ rows, chosen, by }: { rows: BreakdownRow[]; chosen: Chosen; by: Division }) {
  const words = useWords()
  const { t, money, number, percent, short } = words
  const { isMarket } = useSource()
  const nameOf = useRowName(by)
  const title = `${t("finance.parts.title")}: ${t(`finance.parts.${by}`).toLowerCase()}`
  if (!rows.some(({ revenue, orders }) => revenue !== 0 || orders !== 0)) {
    return <ChartOrTable title={title} chart={<Empty text={t("finance.parts.none")} />} table={<Empty />} />
  }
  const place = ({ key }: BreakdownRow): string | undefined =>
    isMarket
      ? undefined
      : by === "channel"
        ? salesPlace(chosen, { channel: key })
        : by === "payment"
          ? salesPlace(chosen, { payment: key })
          : by === "cashier"
            ? salesPlace(chosen, { cashier_id: key })
            : undefined
  const most = rows.reduce((best, row) => (row.revenue > best.revenue ? row : best))
  const columns: Array<Column<BreakdownRow>> = [
    { key: "name", title: t(`finance.parts.${by}`), value: nameOf },
    { key: "orders", title: t("finance.parts.purchases"), align: "end", value: (row) => number(row.orders) },
    { key: "revenue", title: t("finance.parts.revenue"), align: "end", value: (row) => money(row.revenue) },
    ...(rows.some(({ profit }) => profit !== undefined)
      ? [
          {
            key: "profit",
            title: t("finance.parts.profit"),
            align: "end" as const,
            value: ({ profit }: BreakdownRow) => (profit === undefined ? "—" : money(profit)),
          },
        ]
      : []),
    { key: "share", title: t("finance.parts.share"), align: "end", value: (row) => percent(row.share) },
  ]
  return (
    <ChartOrTable
      title={title}
      chart={
        isOrdered(by) ? (
          <>
            <Columns
              label={`${title}. ${t("finance.parts.most", { name: nameOf(most), value: money(most.revenue) })}`}
              rows={rows.map((row) => ({
                label: by === "hour" ? row.key : nameOf(row).slice(0, 2),
                full: nameOf(row),
                revenue: row.revenue,
              }))}
              series={[
                {
                  key: "revenue",
                  name: t("finance.parts.revenue"),
                  color: "var(--tag-blue-icon)",
                  kind: "bar",
                },
              ]}
              format={money}
              formatShort={short}
            />
            <Text size="small" className="text-ui-fg-subtle pt-2">
              {t("finance.parts.most", { name: nameOf(most), value: money(most.revenue) })}
            </Text>
          </>
        ) : (
          <BarRows
            label={title}
            rows={rows.map((row) => ({
              key: row.key,
              label: nameOf(row),
              note: percent(row.share),
              value: money(row.revenue),
              low: Math.min(0, row.revenue),
              high: Math.max(0, row.revenue),
              color: "var(--tag-blue-icon)",
              to: place(row),
            }))}
          />
        )
      }
      table={<DataList label={title} rows={rows} columns={columns} idOf={({ key }) => key} />}
    />
  )
}

/** The name of a row: an hour as "09:00–10:00", a day of the week by its name, everything else as the server says. */
function useRowName(by: Division) {
  const { t, nameOf, methodName } = useWords()
  return ({ key, name }: BreakdownRow): string => {
    if (by === "hour") {
      const hour = String(Number(key)).padStart(2, "0")
      return `${hour}:00–${hour}:59`
    }
    if (by === "weekday") {
      const day = (["1", "2", "3", "4", "5", "6", "7"] as const).find((one) => one === key)
      return day ? t(`finance.parts.days.${day}`) : nameOf(name)
    }
    return by === "payment" ? methodName(key) : nameOf(name) || "—"
  }
}

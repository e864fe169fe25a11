import { Text } from "@medusajs/ui"
import { Column, DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
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
  const { t, money, percent, short, nameOf } = useWords()
  const { isMarket } = useSource()
  const columns = useColumns(rows, by)
  const title = `${t("finance.parts.title")}: ${t(`finance.parts.${by}`).toLowerCase()}`
  if (!rows.some(({ revenue, orders }) => revenue !== 0 || orders)) {
    return (
      <Section title={title}>
        <Empty text={t("finance.parts.none")} />
      </Section>
    )
  }
  const greatest = rows.reduce((best, row) => (row.revenue > best.revenue ? row : best))
  const most = t("finance.parts.most", { name: nameOf(greatest.name), value: money(greatest.revenue) })
  return (
    <ChartOrTable
      title={title}
      chart={
        isOrdered(by) ? (
          <>
            <Columns
              label={`${title}. ${most}`}
              rows={rows.map(({ key, name, revenue }) => ({
                label: by === "hour" ? key : nameOf(name).slice(0, 3),
                full: nameOf(name),
                revenue,
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
              {most}
            </Text>
          </>
        ) : (
          <BarRows
            label={title}
            rows={rows.map(({ key, name, revenue, share }) => ({
              key,
              label: nameOf(name),
              note: percent(share),
              value: money(revenue),
              low: Math.min(0, revenue),
              high: Math.max(0, revenue),
              color: "var(--tag-blue-icon)",
              to: isMarket ? undefined : placeOf(by, key, chosen),
            }))}
          />
        )
      }
      table={<DataList label={title} rows={rows} columns={columns} idOf={({ key }) => key} />}
    />
  )
}

/** The sales that a row is made of, where the journal can tell them apart. */
function placeOf(by: Division, key: string, chosen: Chosen): string | undefined {
  const filter = { channel: "channel", payment: "payment", cashier: "cashier_id" } as const
  const name = by in filter ? filter[by as keyof typeof filter] : undefined
  return name && key && key !== "none" ? salesPlace(chosen, { [name]: key }) : undefined
}

function useColumns(rows: BreakdownRow[], by: Division): Array<Column<BreakdownRow>> {
  const { t, money, number, percent, nameOf } = useWords()
  const orders: Column<BreakdownRow> = {
    key: "orders",
    title: t("finance.parts.purchases"),
    align: "end",
    value: (row) => number(row.orders ?? 0),
  }
  const profit: Column<BreakdownRow> = {
    key: "profit",
    title: t("finance.parts.profit"),
    align: "end",
    value: (row) => money(row.profit ?? 0),
  }
  return [
    { key: "name", title: t(`finance.parts.${by}`), value: ({ name }) => nameOf(name) },
    ...(rows.some((row) => row.orders !== null) ? [orders] : []),
    {
      key: "quantity",
      title: t("finance.parts.quantity"),
      align: "end",
      value: (row) => number(row.quantity),
    },
    { key: "revenue", title: t("finance.parts.revenue"), align: "end", value: (row) => money(row.revenue) },
    ...(rows.some((row) => row.profit !== undefined) ? [profit] : []),
    { key: "share", title: t("finance.parts.share"), align: "end", value: (row) => percent(row.share) },
  ]
}

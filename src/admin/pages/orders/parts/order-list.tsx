import { Badge } from "@medusajs/ui"
import { Column, DataList } from "../../../components/data-list"
import { StatePill } from "../../../components/state-pill"
import { Empty } from "../../../components/states"
import { useText } from "../../../lib/text"
import { Filters, isNarrowed } from "../lib/filters"
import { OrderRow } from "../lib/types"

/** A page of orders. */
export function OrderList({
  orders,
  filters,
  onOpen,
}: {
  orders: OrderRow[]
  filters: Filters
  onOpen: (order: OrderRow) => void
}) {
  const { t } = useText()
  const isSearch = isNarrowed(filters) || filters.status !== ""
  return (
    <DataList
      label={t("orders.title")}
      rows={orders}
      columns={useColumns(orders.some(({ profit }) => profit !== undefined))}
      idOf={({ id }) => id}
      onOpen={onOpen}
      empty={
        isSearch ? (
          <Empty text={t("words.nothingFound")} hint={t("orders.nothingHint")} />
        ) : (
          <Empty text={t("orders.empty")} hint={t("orders.emptyHint")} />
        )
      }
    />
  )
}

function useColumns(showsProfit: boolean): Array<Column<OrderRow>> {
  const { t, lang, money, dateTime } = useText()
  return [
    {
      key: "code",
      title: t("orders.columns.code"),
      value: ({ short_code, channel }) => (
        <span className="inline-flex items-center gap-x-2 tabular-nums">
          {short_code}
          {channel === "pos" && <Badge size="2xsmall">{t("orders.channels.pos")}</Badge>}
        </span>
      ),
    },
    {
      key: "status",
      title: t("words.status"),
      value: ({ status }) => <StatePill state={status} label={t(`orders.status.${status}`)} />,
    },
    {
      key: "buyer",
      title: t("orders.columns.buyer"),
      value: ({ customer_name, customer_phone }) => (
        <div className="flex max-w-56 flex-col">
          <span className="truncate">{customer_name ?? t("orders.noName")}</span>
          {customer_phone && <span className="text-ui-fg-muted tabular-nums">{customer_phone}</span>}
        </div>
      ),
    },
    {
      key: "payment",
      title: t("orders.columns.payment"),
      value: ({ payment }) => payment.name[lang],
      isSmallHidden: true,
    },
    { key: "date", title: t("orders.columns.date"), value: ({ created_at }) => dateTime(created_at) },
    { key: "total", title: t("orders.columns.total"), align: "end", value: ({ total }) => money(total) },
    ...(showsProfit
      ? [
          {
            key: "profit",
            title: t("orders.columns.profit"),
            align: "end" as const,
            value: ({ profit }: OrderRow) => money(profit ?? 0),
          },
        ]
      : []),
  ]
}

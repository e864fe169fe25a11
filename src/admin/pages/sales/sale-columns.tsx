import { Text } from "@medusajs/ui"
import { Column } from "../../components/data-list"
import { StatePill } from "../../components/state-pill"
import { useText } from "../../lib/text"
import { providerName } from "../market/lib/providers"
import { Sale } from "./lib/types"

const DESK = ["pos_cash", "pos_card"] as const
const isDesk = (method: string): method is (typeof DESK)[number] =>
  (DESK as readonly string[]).includes(method)

/** Columns of the journal; profit where the server tells it. */
export function useSaleColumns(showsProfit: boolean): Array<Column<Sale>> {
  const { t, time, money } = useText()
  const nameOf = (method: string) =>
    isDesk(method) ? t(`sales.methods.${method}`) : providerName(method, t("sales.methods.cash"))
  return [
    {
      key: "what",
      title: t("sales.kind"),
      value: ({ kind, at, short_code, receipt_number }) => (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1">
          <span className="text-ui-fg-muted tabular-nums">{time(at)}</span>
          <StatePill state={kind === "sale" ? "done" : "refused"} label={t(`sales.kinds.${kind}`)} />
          <span>{receipt_number ?? short_code}</span>
        </span>
      ),
    },
    { key: "goods", title: t("sales.goods"), value: (sale) => <Goods sale={sale} /> },
    {
      key: "channel",
      title: t("sales.channel"),
      value: ({ channel, cashier }) => (
        <span className="flex flex-col py-1">
          {t(`sales.channels.${channel}`)}
          {cashier?.name && (
            <Text size="xsmall" className="text-ui-fg-muted max-w-40 truncate">
              {cashier.name}
            </Text>
          )}
        </span>
      ),
    },
    {
      key: "payment",
      title: t("sales.payment"),
      value: ({ payments }) => payments.map(({ method }) => nameOf(method)).join(", ") || "—",
    },
    ...(showsProfit
      ? [
          {
            key: "profit",
            title: t("sales.profit"),
            align: "end" as const,
            value: ({ profit }: Sale) => (profit === undefined ? "—" : money(profit)),
          },
        ]
      : []),
    {
      key: "total",
      title: t("words.total"),
      align: "end",
      value: ({ total }) => (
        <span className={total < 0 ? "text-ui-fg-error font-medium" : "font-medium"}>{money(total)}</span>
      ),
    },
  ]
}

/** What was sold, and to whom where that is known. */
function Goods({ sale: { lines, customer_name, customer_phone } }: { sale: Sale }) {
  const { t, number } = useText()
  const [first, ...others] = lines
  if (!first) {
    return <span className="text-ui-fg-muted">—</span>
  }
  return (
    <span className="block max-w-72 whitespace-normal break-words">
      {first.title}
      {first.quantity !== null && <span className="text-ui-fg-muted">{` × ${number(first.quantity)}`}</span>}
      {others.length > 0 && (
        <span className="text-ui-fg-muted">{` ${t("sales.more", { count: number(others.length) })}`}</span>
      )}
      {(customer_name || customer_phone) && (
        <Text size="xsmall" className="text-ui-fg-muted">
          {[customer_name, customer_phone].filter(Boolean).join(" · ")}
        </Text>
      )}
    </span>
  )
}

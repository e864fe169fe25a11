import { useEffect } from "react"
import { clx } from "@medusajs/ui"
import { useNavigate, useSearchParams } from "react-router-dom"
import { Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { Shown } from "../../components/states"
import { markOrdersSeen } from "../../lib/new-orders"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { changed, Filters, filtersOf, LIMIT, queryOf } from "./lib/filters"
import { OrderRow, STATUSES } from "./lib/types"
import { FiltersBar } from "./parts/filters-bar"
import { OrderList } from "./parts/order-list"

type Answer = { orders: OrderRow[]; count: number; count_is_estimate: boolean }

/** Where nobody tells of news, the page asks. */
const ASK_MS = 60_000

/** The orders of a company, newest first. */
export default function IndexPage() {
  const { t, number } = useText()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const filters = filtersOf(params)
  const change = (next: Partial<Filters>) => setParams(changed(filters, next), { replace: true })
  const read = useApi<Answer>("/merchant/orders", queryOf(filters), { refetchInterval: ASK_MS })
  const newest = read.data?.orders[0]?.id
  useEffect(() => {
    // Looking at the list is having seen what is new in it.
    if (newest && document.visibilityState === "visible") {
      void markOrdersSeen()
    }
  }, [newest])
  return (
    <Page title={t("orders.title")}>
      <Section padded={false}>
        <Tabs value={filters.status} onChoose={(status) => change({ status })} />
        <FiltersBar filters={filters} onChange={change} />
        <Shown read={read}>
          {({ orders, count, count_is_estimate }) => (
            <>
              <OrderList
                orders={orders}
                filters={filters}
                onOpen={({ id }) => navigate(`/shop/orders/${id}`)}
              />
              {count_is_estimate && (
                <p className="txt-small text-ui-fg-muted px-4 pt-3 md:px-6">
                  {t("orders.about", { count: number(count) })}
                </p>
              )}
              <Pager
                count={count}
                offset={filters.offset}
                limit={LIMIT}
                onMove={(offset) => change({ offset })}
              />
            </>
          )}
        </Shown>
      </Section>
    </Page>
  )
}

/** The states of orders, one to look at; on a telephone the row of them is drawn aside. */
function Tabs({
  value,
  onChoose,
}: {
  value: Filters["status"]
  onChoose: (status: Filters["status"]) => void
}) {
  const { t } = useText()
  return (
    <nav aria-label={t("words.status")} className="flex gap-x-1 overflow-x-auto px-2 py-2 md:px-4">
      {(["", ...STATUSES] as const).map((status) => (
        <button
          key={status}
          type="button"
          aria-current={status === value}
          onClick={() => onChoose(status)}
          className={clx(
            "txt-compact-small-plus shrink-0 whitespace-nowrap rounded-full px-3 py-1.5 outline-none transition-colors",
            "focus-visible:shadow-borders-interactive-with-focus",
            status === value
              ? "bg-ui-bg-base-pressed text-ui-fg-base"
              : "text-ui-fg-subtle hover:bg-ui-bg-base-hover"
          )}
        >
          {t(`orders.tabs.${status || "all"}`)}
        </button>
      ))}
    </nav>
  )
}

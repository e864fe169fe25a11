import { Button, InlineTip } from "@medusajs/ui"
import { ArrowLeft } from "@medusajs/icons"
import { Link, useParams } from "react-router-dom"
import { Page } from "../../components/page"
import { StatePill } from "../../components/state-pill"
import { Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Order } from "./lib/types"
import { OrderActions } from "./parts/actions"
import { BuyerSection } from "./parts/buyer-section"
import { DocumentsSection } from "./parts/documents-section"
import { HistorySection } from "./parts/history-section"
import { ItemsSection } from "./parts/items-section"
import { RefundsSection } from "./parts/refunds-section"

/** One order: its goods and money, its buyer, its papers, its life, and what can be done now. */
export default function DetailPage() {
  const { id } = useParams<{ id: string }>()
  const read = useApi<{ order: Order }>(`/merchant/orders/${id}`)
  return <Shown read={read}>{({ order }) => <OrderPage order={order} />}</Shown>
}

function OrderPage({ order }: { order: Order }) {
  const { t, dateTime } = useText()
  return (
    <Page
      title={t("orders.order", { code: order.short_code })}
      hint={dateTime(order.created_at)}
      actions={
        <>
          <Button size="small" variant="transparent" asChild>
            <Link to="/shop/orders">
              <ArrowLeft />
              {t("orders.title")}
            </Link>
          </Button>
          <StatePill state={order.status} label={t(`orders.status.${order.status}`)} />
        </>
      }
    >
      <OrderActions order={order} />
      {order.is_legacy && <InlineTip label={t("orders.legacy")}>{t("orders.legacyHint")}</InlineTip>}
      <div className="grid grid-cols-1 gap-3 xl:grid-cols-[2fr_1fr]">
        <div className="flex min-w-0 flex-col gap-y-3">
          <ItemsSection order={order} />
          <RefundsSection refunds={order.refunds} />
          <HistorySection history={order.history} />
        </div>
        <div className="flex min-w-0 flex-col gap-y-3">
          <BuyerSection order={order} />
          <DocumentsSection order={order} />
        </div>
      </div>
    </Page>
  )
}

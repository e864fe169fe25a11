import { useState } from "react"
import { Button } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { api } from "../../../lib/api"
import { useAct } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { Order } from "../lib/types"
import { RefundDrawer } from "./refund-drawer"

type Body = { reason?: string }

/** What the reader can do to the order now, as the server says; the likeliest first. */
export function OrderActions({ order }: { order: Order }) {
  const { t, money } = useText()
  const [isRefunding, setRefunding] = useState(false)
  const total = money(order.total)
  const confirm = useOrderAct(order, "confirm-payment", t("orders.actions.confirmed"))
  const fulfill = useOrderAct(order, "fulfill", t("orders.actions.fulfilled"))
  const deliver = useOrderAct(order, "deliver", t("orders.actions.delivered"))
  const cancel = useOrderAct(order, "cancel", t("orders.actions.cancelled"))
  const can = (action: Order["actions"][number]) => order.actions.includes(action)
  const isBusy = [confirm, fulfill, deliver, cancel].some(({ isPending }) => isPending)
  if (order.actions.length === 0) {
    return null
  }
  return (
    <div className="flex flex-wrap gap-2 px-1">
      {can("confirm-payment") && (
        <ConfirmButton
          variant="primary"
          label={t("orders.actions.confirm")}
          title={t("orders.actions.confirmTitle")}
          question={t("orders.actions.confirmQuestion", { amount: total })}
          isLoading={confirm.isPending}
          disabled={isBusy}
          onConfirm={() => confirm.mutate({})}
        />
      )}
      {can("fulfill") && (
        <ConfirmButton
          variant="primary"
          label={t("orders.actions.fulfill")}
          title={t("orders.actions.fulfillTitle")}
          question={t("orders.actions.fulfillQuestion")}
          isLoading={fulfill.isPending}
          disabled={isBusy}
          onConfirm={() => fulfill.mutate({})}
        />
      )}
      {can("deliver") && (
        <ConfirmButton
          variant={can("fulfill") ? "secondary" : "primary"}
          label={t("orders.actions.deliver")}
          title={t("orders.actions.deliverTitle")}
          question={t(
            can("fulfill") ? "orders.actions.deliverNowQuestion" : "orders.actions.deliverQuestion"
          )}
          isLoading={deliver.isPending}
          disabled={isBusy}
          onConfirm={() => deliver.mutate({})}
        />
      )}
      {can("refund") && (
        <Button size="small" variant="secondary" disabled={isBusy} onClick={() => setRefunding(true)}>
          {t("orders.actions.refund")}
        </Button>
      )}
      {can("cancel") && (
        <ConfirmButton
          isDanger
          asksReason
          label={t("orders.actions.cancel")}
          title={t("orders.actions.cancelTitle")}
          question={
            order.paid_total > 0
              ? t("orders.actions.cancelPaidQuestion", { amount: total })
              : t("orders.actions.cancelQuestion")
          }
          isLoading={cancel.isPending}
          disabled={isBusy}
          onConfirm={(reason) => cancel.mutate({ reason })}
        />
      )}
      {isRefunding && <RefundDrawer order={order} onClose={() => setRefunding(false)} />}
    </div>
  )
}

function useOrderAct({ id }: Order, verb: string, said: string) {
  return useAct((body: Body) => api.post(`/merchant/orders/${id}/${verb}`, body), said)
}

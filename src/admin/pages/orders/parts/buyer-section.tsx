import { Copy } from "@medusajs/ui"
import { Fact, Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { Order } from "../lib/types"

/** Who bought, where it goes, how it is paid. */
export function BuyerSection({ order }: { order: Order }) {
  const { t, lang, dateTime } = useText()
  const { shipping_address: at } = order
  const address = [at?.province, at?.city, at?.address_1, at?.address_2].filter(Boolean).join(", ")
  return (
    <Section title={t("orders.buyer")}>
      <Fact label={t("orders.name")}>{order.customer_name ?? t("orders.noName")}</Fact>
      {order.customer_phone && (
        <Fact label={t("orders.phone")}>
          <span className="inline-flex items-center gap-x-2">
            <a href={`tel:${order.customer_phone}`} className="text-ui-fg-interactive tabular-nums">
              {order.customer_phone}
            </a>
            <Copy content={order.customer_phone} aria-label={t("orders.copyPhone")} />
          </span>
        </Fact>
      )}
      {address && <Fact label={t("orders.address")}>{address}</Fact>}
      {order.delivery && <Fact label={t("orders.delivery")}>{order.delivery.name}</Fact>}
      <Fact label={t("orders.payment")}>{order.payment.name[lang]}</Fact>
      {order.paid_at && <Fact label={t("orders.paidAt")}>{dateTime(order.paid_at)}</Fact>}
      {order.status === "pending" && order.expires_at && (
        <Fact label={t("orders.payBefore")}>{dateTime(order.expires_at)}</Fact>
      )}
      <Fact label={t("orders.channel")}>{t(`orders.channels.${order.channel}`)}</Fact>
    </Section>
  )
}

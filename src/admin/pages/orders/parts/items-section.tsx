import { ReactNode } from "react"
import { clx, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { Order, OrderItem } from "../lib/types"

/** The goods of an order and what they come to. */
export function ItemsSection({ order }: { order: Order }) {
  const { t, money } = useText()
  return (
    <Section title={t("orders.items")} padded={false}>
      <ul className="divide-y">
        {order.items.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </ul>
      <dl className="flex flex-col gap-y-2 border-t px-4 py-4 md:px-6">
        <Sum label={t("orders.goods")}>{money(order.item_total)}</Sum>
        {order.discount_total > 0 && <Sum label={t("orders.discount")}>{money(-order.discount_total)}</Sum>}
        <Sum label={[t("orders.delivery"), order.delivery?.name].filter(Boolean).join(" · ")}>
          {money(order.shipping_total)}
        </Sum>
        <Sum label={t("orders.total")} isStrong>
          {money(order.total)}
        </Sum>
        {order.refunded_total > 0 && <Sum label={t("orders.refunded")}>{money(-order.refunded_total)}</Sum>}
        {order.profit !== undefined && <Sum label={t("orders.profit")}>{money(order.profit)}</Sum>}
      </dl>
    </Section>
  )
}

function Item({ item }: { item: OrderItem }) {
  const { t, money, number } = useText()
  const notes = [
    `${t("orders.pieces", { count: number(item.quantity) })} × ${money(item.unit_price)}`,
    item.sent_quantity > 0 && t("orders.sent", { count: number(item.sent_quantity) }),
    item.refunded_quantity > 0 && t("orders.refundedPieces", { count: number(item.refunded_quantity) }),
    typeof item.cost === "number" && t("orders.cost", { cost: money(item.cost) }),
  ]
  return (
    <li className="flex items-start gap-3 px-4 py-3 md:px-6">
      {item.thumbnail && (
        <img
          src={item.thumbnail}
          alt=""
          loading="lazy"
          className="size-10 shrink-0 rounded-md object-cover"
        />
      )}
      <div className="min-w-0 flex-1">
        <Text size="small" weight="plus" className="break-words">
          {item.listing_id ? (
            <Link to={`/shop/warehouse/${item.listing_id}`} className="hover:underline">
              {item.title}
            </Link>
          ) : (
            item.title
          )}
        </Text>
        <Text size="small" className="text-ui-fg-subtle flex flex-wrap gap-x-3">
          {notes.filter(Boolean).map((note) => (
            <span key={String(note)} className="whitespace-nowrap">
              {note}
            </span>
          ))}
        </Text>
      </div>
      <Text size="small" weight="plus" className="shrink-0 tabular-nums">
        {money(item.total)}
      </Text>
    </li>
  )
}

function Sum({ label, isStrong, children }: { label: string; isStrong?: boolean; children: ReactNode }) {
  return (
    <div
      className={clx("flex justify-between gap-3", {
        "txt-small text-ui-fg-subtle": !isStrong,
        "txt-medium-plus border-t pt-2": isStrong,
      })}
    >
      <dt className="min-w-0 break-words">{label}</dt>
      <dd className="shrink-0 tabular-nums">{children}</dd>
    </div>
  )
}

import { useText } from "../../../lib/text"
import { Card } from "./card"

/** What waits for the shop's people; each card leads to the orders it counts. */
export function WaitingCards({
  waiting,
  unread,
}: {
  waiting: { to_confirm: number; to_ship: number }
  unread: number
}) {
  const { t, number } = useText()
  const cards = [
    { label: t("home.unread"), count: unread, to: "/shop/orders" },
    { label: t("home.toConfirm"), count: waiting.to_confirm, to: "/shop/orders?status=pending" },
    { label: t("home.toShip"), count: waiting.to_ship, to: "/shop/orders?status=paid" },
  ]
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
      {cards.map(({ label, count, to }) => (
        <Card
          key={to}
          label={label}
          value={number(count)}
          note={count > 0 ? t("home.look") : t("home.nothingWaits")}
          to={to}
          isCalling={count > 0}
        />
      ))}
    </div>
  )
}

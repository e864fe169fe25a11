import { useText } from "../../../lib/text"
import { Day } from "../lib/types"
import { Card } from "./card"

/** Today beside yesterday. */
export function TodayCards({ today, yesterday }: { today: Day; yesterday: Day }) {
  const { t, money } = useText()
  const before = (value: number) => t("home.yesterday", { value: money(value) })
  return (
    <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      <Card
        label={`${t("home.today")} · ${t("home.ordersToday", { count: today.orders })}`}
        value={money(today.total)}
        note={before(yesterday.total)}
      />
      {today.profit !== undefined && (
        <Card
          label={t("home.profitToday")}
          value={money(today.profit)}
          note={before(yesterday.profit ?? 0)}
        />
      )}
    </div>
  )
}

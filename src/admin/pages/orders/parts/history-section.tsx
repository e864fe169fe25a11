import { clx, Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { HistoryEvent, HistoryKind } from "../lib/types"

const COLORS: Record<HistoryKind, string> = {
  created: "bg-ui-tag-neutral-icon",
  paid: "bg-ui-tag-green-icon",
  shipped: "bg-ui-tag-blue-icon",
  delivered: "bg-ui-tag-green-icon",
  refund_started: "bg-ui-tag-orange-icon",
  refunded: "bg-ui-tag-purple-icon",
  cancelled: "bg-ui-tag-red-icon",
}

/** The life of an order, the latest first. */
export function HistorySection({ history }: { history: HistoryEvent[] }) {
  const { t } = useText()
  return (
    <Section title={t("orders.history")}>
      <ol className="flex flex-col">
        {[...history].reverse().map((event, index) => (
          <Step
            key={`${event.kind}${event.at}${index}`}
            event={event}
            isLast={index === history.length - 1}
          />
        ))}
      </ol>
    </Section>
  )
}

function Step({ event, isLast }: { event: HistoryEvent; isLast: boolean }) {
  const { t, money, dateTime } = useText()
  const { kind, at, by, amount, reason } = event
  const who = by && (by.is_market ? t("orders.byMarket") : by.name)
  return (
    <li className="flex gap-x-3">
      <div className="flex flex-col items-center" aria-hidden>
        <span className={clx("mt-1.5 size-2 shrink-0 rounded-full", COLORS[kind])} />
        {!isLast && <span className="bg-ui-border-base w-px flex-1" />}
      </div>
      <div className={clx("min-w-0", { "pb-4": !isLast })}>
        <Text size="small" weight="plus">
          {t(`orders.events.${kind}`, { amount: money(amount ?? 0) })}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {[dateTime(at), who, reason].filter(Boolean).join(" · ")}
        </Text>
      </div>
    </li>
  )
}

import { Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { StatePill } from "../../../components/state-pill"
import { useText } from "../../../lib/text"
import { Refund } from "../lib/types"

/** Money that went back or is on its way; what a person has to do about it stands beside. */
export function RefundsSection({ refunds }: { refunds: Refund[] }) {
  const { t, lang, money, dateTime } = useText()
  if (refunds.length === 0) {
    return null
  }
  return (
    <Section title={t("orders.refund.list")} padded={false}>
      <ul className="divide-y">
        {refunds.map(({ id, status, amount, reason, restock, created_at, instructions }) => (
          <li key={id} className="flex flex-col gap-y-1 px-4 py-3 md:px-6">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <Text size="small" weight="plus" className="tabular-nums">
                {money(amount)}
              </Text>
              <StatePill state={status} label={t(`orders.refund.status.${status}`)} />
            </div>
            <Text size="small" className="text-ui-fg-subtle break-words">
              {[dateTime(created_at), reason, restock && t("orders.refund.restocked")]
                .filter(Boolean)
                .join(" · ")}
            </Text>
            {instructions && <Text size="small">{instructions[lang]}</Text>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

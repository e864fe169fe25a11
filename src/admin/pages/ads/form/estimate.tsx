import { ReactNode } from "react"
import { Text } from "@medusajs/ui"
import { dayOf } from "../../../lib/format"
import { useText } from "../../../lib/text"
import { AdDraft, wholeOf } from "../lib/draft"
import { countFor, dayCount, rounded } from "../lib/estimate"
import { useFunds } from "../parts/funds"

/** What the money would buy, at once as it is typed; and whether the company has it. */
export function Estimate({ draft }: { draft: AdDraft }) {
  const { t, money, number } = useText()
  const funds = useFunds().data?.funds
  const total = wholeOf(draft.total_budget)
  const count = countFor(total, wholeOf(draft.price), draft.price_model)
  if (total === null || count === null) {
    return (
      <Box>
        <Text size="small" className="text-ui-fg-subtle">
          {t("ads.price.estimateNone")}
        </Text>
      </Box>
    )
  }
  const today = dayOf(new Date())
  const days = dayCount(draft.starts_on > today ? draft.starts_on : today, draft.ends_on)
  const daily = countFor(wholeOf(draft.daily_budget), wholeOf(draft.price), draft.price_model)
  const perDay = days && Math.min(Math.floor(count / days), daily ?? Infinity)
  return (
    <Box>
      <Text size="small" className="text-ui-fg-subtle">
        {t("ads.price.estimateTitle")}
      </Text>
      <Text size="large" weight="plus" className="tabular-nums">
        {t(draft.price_model === "cpm" ? "ads.price.estimateCpm" : "ads.price.estimateCpc", {
          amount: money(total),
          many: number(rounded(count)),
        })}
      </Text>
      {!!perDay && !!days && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("ads.price.estimateDays", { days: number(days), perDay: number(rounded(perDay)) })}
        </Text>
      )}
      {funds && (
        <Text
          size="small"
          className={funds.available >= total ? "text-ui-fg-subtle" : "text-ui-tag-orange-text"}
        >
          {t(funds.available >= total ? "ads.price.enough" : "ads.price.notEnough", {
            amount: money(Math.max(0, funds.available)),
          })}
        </Text>
      )}
    </Box>
  )
}

function Box({ children }: { children: ReactNode }) {
  return (
    <div aria-live="polite" className="bg-ui-bg-component flex flex-col gap-y-1 rounded-lg px-4 py-3">
      {children}
    </div>
  )
}

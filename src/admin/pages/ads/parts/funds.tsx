import { Text } from "@medusajs/ui"
import { CreditCard } from "@medusajs/icons"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import type { Funds } from "../lib/types"

export const useFunds = () => useApi<{ funds: Funds }>("/merchant/ads/funds")

/** What the company has for ads, and where it comes from. */
export function FundsStrip() {
  const { t, money } = useText()
  const { data } = useFunds()
  if (!data) {
    return null
  }
  const { available, reserved } = data.funds
  return (
    <div className="bg-ui-bg-base shadow-elevation-card-rest flex flex-wrap items-center gap-x-6 gap-y-2 rounded-lg px-4 py-3 md:px-6">
      <CreditCard className="text-ui-fg-subtle hidden sm:block" aria-hidden />
      <div className="min-w-0">
        <Text size="xsmall" className="text-ui-fg-muted">
          {t("ads.funds.title")}
        </Text>
        <Text weight="plus" className="tabular-nums">
          {money(Math.max(0, available))}
        </Text>
      </div>
      {reserved > 0 && (
        <div className="min-w-0">
          <Text size="xsmall" className="text-ui-fg-muted">
            {t("ads.funds.reserved")}
          </Text>
          <Text weight="plus" className="tabular-nums">
            {money(reserved)}
          </Text>
        </div>
      )}
      <Text size="small" className="text-ui-fg-subtle min-w-[16rem] flex-1">
        {t(available > 0 ? "ads.funds.hint" : "ads.funds.none")}
      </Text>
    </div>
  )
}

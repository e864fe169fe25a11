import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import type { AdResults } from "../lib/types"
import { useAdWords } from "../parts/use-ad-words"

/** The figures of a period, each with what it means. */
export function Figures({ results }: { results: AdResults }) {
  const { t, number, money } = useText()
  const { share } = useAdWords(undefined)
  const { impressions, clicks, ctr, spent, orders, revenue } = results
  const perOrder = orders > 0 && spent > 0 ? Math.round(spent / orders) : null
  const figures = [
    {
      name: t("ads.results.impressions"),
      value: number(impressions),
      hint: t("ads.results.impressionsHint"),
    },
    { name: t("ads.results.clicks"), value: number(clicks), hint: t("ads.results.clicksHint") },
    { name: t("ads.results.ctr"), value: share(ctr), hint: t("ads.results.ctrHint") },
    { name: t("ads.results.spent"), value: money(spent), hint: t("ads.results.spentHint") },
    { name: t("ads.results.orders"), value: number(orders), hint: t("ads.results.ordersHint") },
    {
      name: t("ads.results.revenue"),
      value: money(revenue),
      hint: perOrder === null ? undefined : t("ads.results.perOrder", { amount: money(perOrder) }),
    },
  ]
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-3">
      {figures.map(({ name, value, hint }) => (
        <div key={name} className="bg-ui-bg-component min-w-0 rounded-lg px-3 py-2">
          <dt className="txt-small text-ui-fg-subtle">{name}</dt>
          <dd className="txt-large-plus break-words tabular-nums">{value}</dd>
          {hint && (
            <Text as="span" size="xsmall" className="text-ui-fg-muted">
              {hint}
            </Text>
          )}
        </div>
      ))}
    </dl>
  )
}

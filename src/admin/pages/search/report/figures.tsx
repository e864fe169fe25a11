import { Text } from "@medusajs/ui"
import { useText } from "../../../lib/text"
import { rateOf } from "../lib/report"
import type { Report } from "../lib/types"

/** How much is searched, and how often in vain. */
export function Figures({ report }: { report: Report }) {
  const { t, number, percent } = useText()
  const figures = [
    {
      name: t("search.report.searches"),
      value: number(report.searches),
      hint: t("search.report.searchesHint"),
    },
    { name: t("search.report.zero"), value: number(report.zero_results), hint: t("search.report.zeroHint") },
    { name: t("search.report.rate"), value: percent(rateOf(report)), hint: t("search.report.rateHint") },
  ]
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-3">
      {figures.map(({ name, value, hint }) => (
        <div key={name} className="bg-ui-bg-component min-w-0 rounded-lg px-3 py-2 max-md:last:col-span-2">
          <dt className="txt-small text-ui-fg-subtle">{name}</dt>
          <dd className="txt-large-plus break-words tabular-nums">{value}</dd>
          <Text as="span" size="xsmall" className="text-ui-fg-muted">
            {hint}
          </Text>
        </div>
      ))}
    </dl>
  )
}

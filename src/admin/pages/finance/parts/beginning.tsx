import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Section } from "../../../components/page"
import { Empty } from "../../../components/states"
import { Summary } from "../lib/types"
import { useChosen, useSource } from "../use-finance"
import { useWords } from "../use-words"

const STEPS = [
  { key: "goods", to: "/shop/warehouse" },
  { key: "sell", to: "/shop/pos" },
  { key: "spend", to: "/shop/expenses" },
] as const

/** Whether nothing at all happened in the period. */
export const isQuiet = (summary: Summary): boolean =>
  summary.orders === 0 &&
  summary.refunds_count === 0 &&
  summary.expenses === 0 &&
  summary.commission === 0 &&
  summary.ad_spend === 0 &&
  summary.cash.in_total === 0 &&
  summary.cash.net === 0

/** Instead of a page of noughts: what a new shop does first, or that these days were quiet. */
export function Beginning({ summary }: { summary: Summary }) {
  const { t } = useWords()
  const { isMarket } = useSource()
  const { chosen, change } = useChosen()
  if (isMarket || summary.stock_value !== 0) {
    return (
      <Section>
        <Empty text={t("finance.empty.quiet")} hint={t("finance.empty.quietHint")}>
          {chosen.period !== "year" && (
            <Button size="small" variant="secondary" onClick={() => change({ period: "year" })}>
              {t("finance.empty.year")}
            </Button>
          )}
        </Empty>
      </Section>
    )
  }
  return (
    <Section>
      <Empty text={t("finance.empty.title")} hint={t("finance.empty.text")}>
        <ol className="txt-small flex list-decimal flex-col gap-y-2 ps-5 text-start">
          {STEPS.map(({ key, to }) => (
            <li key={key}>
              <Link to={to} className="text-ui-fg-interactive underline">
                {t(`finance.empty.${key}`)}
              </Link>
            </li>
          ))}
        </ol>
      </Empty>
    </Section>
  )
}

import { Heading, Text } from "@medusajs/ui"
import { Section } from "../../../components/page"
import { Chosen } from "../lib/period"
import { Summary } from "../lib/types"
import { useSource } from "../use-finance"
import { useWords } from "../use-words"
import { Delta } from "./delta"
import { Explain } from "./explain"
import { StockValue } from "./figures"

/** Did we earn: the net profit in one sentence. */
export function Headline({ summary, chosen }: { summary: Summary; chosen: Chosen }) {
  const { t, money, number, day, span } = useWords()
  const { isMarket } = useSource()
  const sentence = useSentence(summary.net_profit)
  const isDay = chosen.period === "own" && chosen.from === chosen.to
  const when = t(isDay ? "finance.when.day" : `finance.when.${chosen.period}`, {
    from: day(chosen.from),
    to: day(chosen.to),
  })
  const { net_profit, revenue, compare } = summary
  const costs = summary.expenses + summary.commission + summary.ad_spend
  return (
    <Section>
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-[1fr_auto]">
        <div className="flex flex-col gap-y-2">
          <Text className="text-ui-fg-subtle">
            {sentence(when)}
            <span className="ms-1">
              <Explain name={t("finance.figure.net_profit")}>{t("finance.rule.net_profit")}</Explain>
            </span>
          </Text>
          <Heading level="h2" className="text-3xl tabular-nums md:text-4xl" data-figure="net_profit">
            {money(net_profit)}
          </Heading>
          {compare && (
            <div>
              <Delta now={net_profit} before={compare.net_profit} format={money} />
              <Text size="xsmall" className="text-ui-fg-muted">
                {t("finance.compare.with", { from: day(compare.from), to: day(compare.to) })}
              </Text>
            </div>
          )}
          <Text size="small" className="text-ui-fg-subtle">
            {net_profit > 0 && revenue > 0
              ? t("finance.headline.kept", { value: number(Math.round((net_profit / revenue) * 1000) / 10) })
              : net_profit < 0
                ? t("finance.headline.notCovered", {
                    costs: money(costs),
                    markup: money(summary.markup_profit),
                  })
                : null}
          </Text>
          {isMarket && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("finance.headline.marketCommission", { value: money(summary.commission) })}
            </Text>
          )}
          <Text size="xsmall" className="text-ui-fg-muted">
            {span(chosen)}
          </Text>
        </div>
        <StockValue summary={summary} />
      </div>
    </Section>
  )
}

function useSentence(net: number) {
  const { t } = useWords()
  const { isMarket, companyName } = useSource()
  return (when: string): string => {
    if (net === 0) {
      return t("finance.headline.even", { when })
    }
    if (companyName) {
      const key = net > 0 ? "finance.headline.companyEarned" : "finance.headline.companyLost"
      return t(key, { when, name: companyName })
    }
    if (isMarket) {
      return t(net > 0 ? "finance.headline.marketEarned" : "finance.headline.marketLost", { when })
    }
    return t(net > 0 ? "finance.headline.earned" : "finance.headline.lost", { when })
  }
}

import { ReactNode } from "react"
import { Heading, Text } from "@medusajs/ui"
import { CheckCircle, CreditCard, ReceiptPercent } from "@medusajs/icons"
import { useText } from "../../../lib/text"
import { usePlacements } from "../lib/use-ads"
import { useFunds } from "./funds"

const least = (prices: number[]): number | null => (prices.length > 0 ? Math.min(...prices) : null)

/** What an ad is, what it costs and how it is paid, for a company that has none yet. */
export function FirstSteps({ children }: { children: ReactNode }) {
  const { t, money } = useText()
  const places = usePlacements("/merchant").data?.ad_placements.filter(({ is_active }) => is_active) ?? []
  const funds = useFunds().data?.funds
  const cpm = least(places.map(({ minimum_cpm }) => minimum_cpm))
  const cpc = least(places.map(({ minimum_cpc }) => minimum_cpc))
  const cost =
    cpm !== null && cpc !== null
      ? t("ads.start.cost", { cpm: money(cpm), cpc: money(cpc) })
      : t("ads.start.costPlain")
  const pay = funds
    ? t("ads.start.pay", { amount: money(Math.max(0, funds.available)) })
    : t("ads.start.payPlain")
  return (
    <div className="flex flex-col items-center gap-y-6 px-4 py-10 text-center">
      <div className="flex flex-col gap-y-2">
        <Heading level="h2">{t("ads.start.title")}</Heading>
        <Text className="text-ui-fg-subtle">{t("ads.start.text")}</Text>
      </div>
      <ul className="grid w-full max-w-4xl gap-3 text-start md:grid-cols-3">
        <Point icon={<ReceiptPercent aria-hidden />} title={t("ads.start.costTitle")} text={cost} />
        <Point icon={<CreditCard aria-hidden />} title={t("ads.start.payTitle")} text={pay} />
        <Point
          icon={<CheckCircle aria-hidden />}
          title={t("ads.start.checkTitle")}
          text={t("ads.start.check")}
        />
      </ul>
      {children}
    </div>
  )
}

function Point({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <li className="bg-ui-bg-component border-ui-border-base flex flex-col gap-y-2 rounded-lg border p-4">
      <span className="text-ui-fg-subtle flex items-center gap-2">
        {icon}
        <Text size="small" weight="plus" className="text-ui-fg-base">
          {title}
        </Text>
      </span>
      <Text size="small" className="text-ui-fg-subtle">
        {text}
      </Text>
    </li>
  )
}

import { Fact, Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import type { Ad, AdPlacement, Side } from "../lib/types"
import { useAdWords } from "./use-ad-words"
import { useTargetWords } from "./use-target-words"

/** How an ad is set. */
export function AdFacts({ side, ad, places }: { side: Side; ad: Ad; places: AdPlacement[] | undefined }) {
  const { t, money, dateTime } = useText()
  const words = useAdWords(places)
  const target = useTargetWords(side, ad.target)
  const isHouse = side === "/admin" && !ad.company_id && !ad.company
  const price = t(ad.price_model === "cpm" ? "ads.facts.perCpm" : "ads.facts.perCpc", {
    amount: money(ad.price),
  })
  const sum = (amount: number | null) => (amount === null ? t("ads.facts.notSet") : money(amount))
  return (
    <Section title={t("ads.facts.title")}>
      <div className="divide-y">
        {side === "/admin" && (
          <Fact label={t("ads.facts.company")}>{ad.company?.name ?? t("ads.facts.market")}</Fact>
        )}
        <Fact label={t("ads.facts.kind")}>{t(`ads.kind.${ad.kind}`)}</Fact>
        <Fact label={t("ads.facts.place")}>{words.placeName(ad.placement)}</Fact>
        {ad.product && <Fact label={t("ads.facts.product")}>{ad.product.title}</Fact>}
        <Fact label={t("ads.facts.days")}>{words.days(ad)}</Fact>
        <Fact label={t("ads.facts.price")}>{isHouse ? t("ads.facts.free") : price}</Fact>
        {!isHouse && (
          <>
            <Fact label={t("ads.facts.total")}>{sum(ad.total_budget)}</Fact>
            <Fact label={t("ads.facts.daily")}>{sum(ad.daily_budget)}</Fact>
            <Fact label={t("ads.facts.pacing")}>{t(`ads.price.${ad.pacing}`)}</Fact>
          </>
        )}
        <Fact label={t("ads.facts.cap")}>
          {ad.frequency_cap === null
            ? t("ads.facts.noCap")
            : t("ads.facts.capTimes", { times: ad.frequency_cap })}
        </Fact>
        <Fact label={t("ads.facts.target")}>
          {target.length === 0
            ? t("ads.target.everybody")
            : target.map((line) => <div key={line}>{line}</div>)}
        </Fact>
        <Fact label={t("ads.facts.created")}>{dateTime(ad.created_at)}</Fact>
        {ad.reviewed_at && <Fact label={t("ads.facts.reviewed")}>{dateTime(ad.reviewed_at)}</Fact>}
      </div>
    </Section>
  )
}

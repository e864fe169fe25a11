import { useState } from "react"
import { Link } from "react-router-dom"
import { Badge, Button, Text } from "@medusajs/ui"
import { Fact, Section } from "../../../components/page"
import { useText } from "../../../lib/text"
import { newestLook } from "../../ads/lib/state"
import type { Ad, AdPlacement } from "../../ads/lib/types"
import { useAdWords } from "../../ads/parts/use-ad-words"
import { useTargetWords } from "../../ads/parts/use-target-words"
import { LooksSideBySide } from "./looks-side-by-side"
import { ReviewButtons } from "./review-buttons"

/** One ad that waits: what shoppers would see in each language, to whom, and the two answers. */
export function ReviewCard({ ad, places }: { ad: Ad; places: AdPlacement[] | undefined }) {
  const { t, dateTime, money } = useText()
  const words = useAdWords(places)
  const target = useTargetWords("/admin", ad.target)
  const [isOldShown, showOld] = useState(false)
  const look = newestLook(ad)
  const since = look?.submitted_at ?? ad.submitted_at
  const isChange = !!ad.creative && !!ad.next_creative
  const company = ad.company?.name ?? t("ads.facts.market")
  return (
    <section aria-label={ad.name}>
      <Section
        title={ad.name}
        hint={`${company} · ${words.placeName(ad.placement)}`}
        actions={<ReviewButtons ad={ad} />}
      >
        <div className="flex flex-col gap-y-4">
          <div className="flex flex-wrap items-center gap-2">
            {since && (
              <Text size="small" className="text-ui-fg-subtle">
                {t("ads.market.waitingSince", { date: dateTime(since) })}
              </Text>
            )}
            {isChange && (
              <Badge size="2xsmall" color="blue">
                {t("ads.market.isChange")}
              </Badge>
            )}
          </div>
          <LooksSideBySide ad={ad} contents={look?.content ?? {}} place={words.placeOf(ad.placement)} />
          <div className="grid gap-x-8 md:grid-cols-2">
            <Fact label={t("ads.facts.days")}>{words.days(ad)}</Fact>
            <Fact label={t("ads.facts.price")}>
              {t(ad.price_model === "cpm" ? "ads.facts.perCpm" : "ads.facts.perCpc", {
                amount: money(ad.price),
              })}
            </Fact>
            <Fact label={t("ads.facts.total")}>
              {ad.total_budget === null ? t("ads.facts.notSet") : money(ad.total_budget)}
            </Fact>
            <Fact label={t("ads.facts.target")}>
              {target.length === 0
                ? t("ads.target.everybody")
                : target.map((line) => <div key={line}>{line}</div>)}
            </Fact>
          </div>
          <div className="flex flex-wrap gap-2">
            {isChange && (
              <Button
                size="small"
                variant="secondary"
                aria-expanded={isOldShown}
                onClick={() => showOld(!isOldShown)}
              >
                {t("ads.market.showOld")}
              </Button>
            )}
            <Button size="small" variant="secondary" asChild>
              <Link to={`/market/ads/${ad.id}`}>{t("words.more")}</Link>
            </Button>
          </div>
          {isOldShown && ad.creative && (
            <LooksSideBySide ad={ad} contents={ad.creative.content} place={words.placeOf(ad.placement)} />
          )}
        </div>
      </Section>
    </section>
  )
}

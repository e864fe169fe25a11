import { Link, useParams } from "react-router-dom"
import { Button } from "@medusajs/ui"
import { ConfirmButton } from "../../../components/confirm"
import { Page, Section } from "../../../components/page"
import { Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { hasLook, stateOf } from "../../ads/lib/state"
import type { Ad } from "../../ads/lib/types"
import { useAdActs, usePlacements } from "../../ads/lib/use-ads"
import { AdFacts } from "../../ads/parts/ad-facts"
import { AdState } from "../../ads/parts/ad-state"
import { Refusal } from "../../ads/parts/refusal"
import { useAdWords } from "../../ads/parts/use-ad-words"
import { ResultsSection } from "../../ads/results/results-section"
import { LooksSideBySide } from "./looks-side-by-side"
import { ReviewButtons } from "./review-buttons"

/** One ad, as the operator sees it. */
export default function MarketAdPage() {
  const { id } = useParams()
  const { t } = useText()
  const read = useApi<{ ad: Ad }>(`/admin/ads/${id}`)
  return (
    <div className="flex flex-col gap-y-2">
      <Link to="/market/ads" className="txt-compact-small text-ui-fg-interactive px-1">
        {`← ${t("shell.nav.marketAds")}`}
      </Link>
      <Shown read={read}>{({ ad }) => <Detail ad={ad} />}</Shown>
    </div>
  )
}

const isHouse = (ad: Ad) => !ad.company && !ad.company_id
const waits = (ad: Ad) => ad.next_creative?.status === "pending" || ad.status === "pending"

function Detail({ ad }: { ad: Ad }) {
  const { t } = useText()
  const places = usePlacements("/admin").data?.ad_placements
  const { placeOf, placeName } = useAdWords(places)
  const place = placeOf(ad.placement)
  return (
    <Page
      title={ad.name}
      hint={`${ad.company?.name ?? t("ads.facts.market")} · ${placeName(ad.placement)}`}
      actions={<Actions ad={ad} />}
    >
      <div className="px-1">
        <AdState ad={ad} />
      </div>
      <Refusal ad={ad} isMine={false} />
      {ad.next_creative && (
        <Section title={t(ad.creative ? "ads.facts.nextLook" : "ads.facts.look")}>
          <LooksSideBySide ad={ad} contents={ad.next_creative.content} place={place} />
        </Section>
      )}
      {(ad.creative || !ad.next_creative) && (
        <Section title={t(ad.next_creative ? "ads.market.showOld" : "ads.facts.look")}>
          <LooksSideBySide ad={ad} contents={ad.creative?.content ?? {}} place={place} />
        </Section>
      )}
      <ResultsSection side="/admin" ad={ad} />
      <AdFacts side="/admin" ad={ad} places={places} />
    </Page>
  )
}

function Actions({ ad }: { ad: Ad }) {
  const { t } = useText()
  const { pause, resume } = useAdActs("/admin", ad)
  const isRunning = hasLook(ad) && stateOf(ad) !== "expired"
  return (
    <>
      {isHouse(ad) && stateOf(ad) !== "expired" && (
        <Button size="small" variant="secondary" asChild>
          <Link to={`/market/ads/${ad.id}/edit`}>{t("words.edit")}</Link>
        </Button>
      )}
      {isRunning &&
        (ad.is_paused ? (
          <Button
            size="small"
            variant="secondary"
            isLoading={resume.isPending}
            onClick={() => resume.mutate()}
          >
            {t("ads.actions.resume")}
          </Button>
        ) : (
          <ConfirmButton
            label={t("ads.actions.pause")}
            question={t(isHouse(ad) ? "ads.market.pauseHouseQuestion" : "ads.market.pauseQuestion", {
              name: ad.name,
            })}
            isLoading={pause.isPending}
            onConfirm={() => pause.mutate()}
          />
        ))}
      {waits(ad) && <ReviewButtons ad={ad} />}
    </>
  )
}

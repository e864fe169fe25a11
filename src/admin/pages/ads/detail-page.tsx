import { Link, useParams } from "react-router-dom"
import { Page } from "../../components/page"
import { Shown } from "../../components/states"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { hasLook } from "./lib/state"
import type { Ad } from "./lib/types"
import { usePlacements } from "./lib/use-ads"
import { AdActions } from "./parts/ad-actions"
import { AdFacts } from "./parts/ad-facts"
import { Looks } from "./parts/looks"
import { StateNote } from "./parts/state-note"
import { useAdWords } from "./parts/use-ad-words"
import { ResultsSection } from "./results/results-section"

/** One ad of a company: its state, what it has brought, how it looks and how it is set. */
export default function AdDetailPage() {
  const { id } = useParams()
  const { t } = useText()
  const read = useApi<{ ad: Ad }>(`/merchant/ads/${id}`)
  return (
    <div className="flex flex-col gap-y-2">
      <Link to="/shop/ads" className="txt-compact-small text-ui-fg-interactive px-1">
        {`← ${t("shell.nav.ads")}`}
      </Link>
      <Shown read={read}>{({ ad }) => <Detail ad={ad} />}</Shown>
    </div>
  )
}

function Detail({ ad }: { ad: Ad }) {
  const { t } = useText()
  const { can, name } = useCompany()
  const places = usePlacements("/merchant").data?.ad_placements
  const { placeOf, placeName } = useAdWords(places)
  const place = placeOf(ad.placement)
  const wasShown = hasLook(ad) || ad.status === "expired" || ad.impressions > 0
  return (
    <Page title={ad.name} hint={placeName(ad.placement)} actions={can("ad:write") && <AdActions ad={ad} />}>
      <StateNote ad={ad} />
      {wasShown && <ResultsSection side="/merchant" ad={ad} />}
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-y-3">
          {ad.next_creative && (
            <Looks
              title={t(ad.creative ? "ads.facts.nextLook" : "ads.facts.look")}
              ad={ad}
              creative={ad.next_creative}
              place={place}
              advertiser={name}
            />
          )}
          {(ad.creative || !ad.next_creative) && (
            <Looks
              title={t("ads.facts.look")}
              ad={ad}
              creative={ad.creative}
              place={place}
              advertiser={name}
            />
          )}
        </div>
        <AdFacts side="/merchant" ad={ad} places={places} />
      </div>
    </Page>
  )
}

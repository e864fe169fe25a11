import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import type { AdsPage } from "../../ads/lib/types"
import { usePlacements } from "../../ads/lib/use-ads"
import { useList } from "../lib/use-list"
import { ReviewCard } from "./review-card"

/** Ads are looked at one by one, so that a page holds few. */
const CARDS = 5

/** What waits for the operator, the longest wait first. */
export function Queue() {
  const { t } = useText()
  const list = useList([])
  const places = usePlacements("/admin").data?.ad_placements
  const read = useApi<AdsPage>("/admin/ads", { status: "pending", limit: CARDS, offset: list.offset })
  return (
    <Shown read={read}>
      {({ ads, count }) =>
        ads.length === 0 ? (
          <Section>
            <Empty text={t("ads.market.queueEmpty")} hint={t("ads.market.queueEmptyHint")} />
          </Section>
        ) : (
          <div className="flex flex-col gap-y-3">
            {ads.map((ad) => (
              <ReviewCard key={ad.id} ad={ad} places={places} />
            ))}
            <Pager count={count} offset={list.offset} limit={CARDS} onMove={list.move} />
          </div>
        )
      }
    </Shown>
  )
}

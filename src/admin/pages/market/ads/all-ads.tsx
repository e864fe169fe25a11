import { Link, useNavigate } from "react-router-dom"
import { Button } from "@medusajs/ui"
import { DataList } from "../../../components/data-list"
import { Section } from "../../../components/page"
import { Pager } from "../../../components/pager"
import { Empty, Shown } from "../../../components/states"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import { AdsPage } from "../../ads/lib/types"
import { usePlacements } from "../../ads/lib/use-ads"
import { AdFilters } from "../../ads/parts/ad-filters"
import { useAdColumns } from "../../ads/parts/use-ad-columns"
import { PAGE_SIZE, useList } from "../lib/use-list"

/** Ads of all companies, or the market's own, by state and name. */
export function AllAds({ isHouse = false }: { isHouse?: boolean }) {
  const { t } = useText()
  const navigate = useNavigate()
  const list = useList(["q", "status"])
  const columns = useAdColumns("/admin", usePlacements("/admin").data?.ad_placements)
  const read = useApi<AdsPage>("/admin/ads", {
    ...list.filters,
    ...(isHouse && { is_house: true }),
    limit: PAGE_SIZE,
    offset: list.offset,
  })
  const isFiltered = !!list.filters.q || !!list.filters.status
  return (
    <Section padded={false}>
      <AdFilters list={list} label={t("ads.market.searchHint")} />
      <Shown read={read}>
        {({ ads, count }) => (
          <>
            <DataList
              label={t(isHouse ? "ads.market.house" : "ads.market.all")}
              rows={ads}
              columns={isHouse ? columns.filter(({ key }) => key !== "budget") : columns}
              idOf={({ id }) => id}
              onOpen={({ id }) => navigate(`/market/ads/${id}`)}
              empty={isHouse && !isFiltered ? <NoHouse /> : <Empty text={t("words.nothingFound")} />}
            />
            <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
          </>
        )}
      </Shown>
    </Section>
  )
}

function NoHouse() {
  const { t } = useText()
  return (
    <Empty text={t("ads.market.houseEmpty")} hint={t("ads.market.houseEmptyHint")}>
      <Button size="small" asChild>
        <Link to="/market/ads/new">{t("ads.market.addHouse")}</Link>
      </Button>
    </Empty>
  )
}

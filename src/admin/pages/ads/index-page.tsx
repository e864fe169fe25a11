import { Link, useNavigate } from "react-router-dom"
import { Button } from "@medusajs/ui"
import { DataList } from "../../components/data-list"
import { Page, Section } from "../../components/page"
import { Pager } from "../../components/pager"
import { Empty, Shown } from "../../components/states"
import { useCompany } from "../../lib/company"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { PAGE_SIZE, useList } from "../market/lib/use-list"
import { AdsPage } from "./lib/types"
import { usePlacements } from "./lib/use-ads"
import { AdFilters, AdList } from "./parts/ad-filters"
import { FirstSteps } from "./parts/first-steps"
import { FundsStrip } from "./parts/funds"
import { useAdColumns } from "./parts/use-ad-columns"

/** The ads of a company. */
export default function AdsIndexPage() {
  const { t } = useText()
  const { can } = useCompany()
  const list = useList(["q", "status"])
  const { q, status } = list.filters
  const read = useApi<AdsPage>("/merchant/ads", { q, status, limit: PAGE_SIZE, offset: list.offset })
  const hasNone = read.data?.count === 0 && !q && !status
  const add = can("ad:write") && (
    <Button size="small" asChild>
      <Link to="/shop/ads/new">{t("ads.add")}</Link>
    </Button>
  )
  return (
    <Page title={t("shell.nav.ads")} hint={t("ads.hint")} actions={!hasNone && add}>
      {!hasNone && <FundsStrip />}
      <Section padded={false}>
        {hasNone ? <FirstSteps>{add}</FirstSteps> : <List read={read} list={list} />}
      </Section>
    </Page>
  )
}

type Read = ReturnType<typeof useApi<AdsPage>>

function List({ read, list }: { read: Read; list: AdList }) {
  const { t } = useText()
  const navigate = useNavigate()
  const columns = useAdColumns("/merchant", usePlacements("/merchant").data?.ad_placements)
  return (
    <>
      <AdFilters list={list} label={t("ads.search")} />
      <Shown read={read}>
        {({ ads, count }) => (
          <>
            <DataList
              label={t("shell.nav.ads")}
              rows={ads}
              columns={columns}
              idOf={({ id }) => id}
              onOpen={({ id }) => navigate(`/shop/ads/${id}`)}
              empty={<Empty text={t("words.nothingFound")} />}
            />
            <Pager count={count} offset={list.offset} limit={PAGE_SIZE} onMove={list.move} />
          </>
        )}
      </Shown>
    </>
  )
}

import { Link, useSearchParams } from "react-router-dom"
import { Badge, Button, Tabs } from "@medusajs/ui"
import { Page } from "../../../components/page"
import { useApi } from "../../../lib/query"
import { useText } from "../../../lib/text"
import type { AdsPage } from "../../ads/lib/types"
import { AllAds } from "./all-ads"
import { PlacementsTab } from "./placements-tab"
import { Queue } from "./queue"

const TABS = ["queue", "all", "house", "placements"] as const
type Tab = (typeof TABS)[number]
const isTab = (value: string | null): value is Tab => (TABS as readonly (string | null)[]).includes(value)

/** The operator's side of ads: what waits, all there is, the market's own, and the places. */
export default function MarketAdsPage() {
  const { t } = useText()
  const [params, setParams] = useSearchParams()
  const asked = params.get("tab")
  const tab = isTab(asked) ? asked : "queue"
  const waiting = useApi<AdsPage>("/admin/ads", { status: "pending", limit: 1 }).data?.count ?? 0
  return (
    <Page
      title={t("shell.nav.marketAds")}
      hint={t("ads.market.hint")}
      actions={
        <Button size="small" variant="secondary" asChild>
          <Link to="/market/ads/new">{t("ads.market.addHouse")}</Link>
        </Button>
      }
    >
      <Tabs
        value={tab}
        onValueChange={(next) => setParams(next === "queue" ? {} : { tab: next }, { replace: true })}
        className="flex flex-col gap-y-3"
      >
        <Tabs.List className="flex-wrap">
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name} className="gap-x-2">
              {t(`ads.market.${name}`)}
              {name === "queue" && waiting > 0 && (
                <Badge size="2xsmall" color="orange">
                  {waiting}
                </Badge>
              )}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="queue">
          <Queue />
        </Tabs.Content>
        <Tabs.Content value="all">
          <AllAds />
        </Tabs.Content>
        <Tabs.Content value="house">
          <AllAds isHouse />
        </Tabs.Content>
        <Tabs.Content value="placements">
          <PlacementsTab />
        </Tabs.Content>
      </Tabs>
    </Page>
  )
}

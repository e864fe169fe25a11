import { Tabs } from "@medusajs/ui"
import { Page } from "../../components/page"
import { Shown } from "../../components/states"
import { useApi } from "../../lib/query"
import { useText } from "../../lib/text"
import { Summary } from "./lib/types"
import { GoodsReviews } from "./parts/goods-reviews"
import { ShopRatings } from "./parts/shop-ratings"
import { RatingSummary } from "./parts/summary"

/** What shoppers say of the shop and its goods; an answer is written where the review stands. */
export default function ReviewsPage() {
  const { t } = useText()
  const read = useApi<{ summary: Summary }>("/merchant/ratings", { limit: 1 })
  return (
    <Page title={t("shell.nav.reviews")} hint={t("reviews.hint")}>
      <Shown read={read} rows={3}>
        {({ summary }) => <RatingSummary summary={summary} />}
      </Shown>
      <Tabs defaultValue="goods" className="flex flex-col gap-y-3">
        <Tabs.List>
          <Tabs.Trigger value="goods">{t("reviews.tabs.goods")}</Tabs.Trigger>
          <Tabs.Trigger value="shop">{t("reviews.tabs.shop")}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="goods">
          <GoodsReviews />
        </Tabs.Content>
        <Tabs.Content value="shop">
          <ShopRatings />
        </Tabs.Content>
      </Tabs>
    </Page>
  )
}

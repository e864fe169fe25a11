import { lazy } from "react"
import { MarketPage } from "../../../../components/market-page"

const Content = lazy(() => import("../../../../pages/market/ads/detail-page"))

const Page = () => (
  <MarketPage>
    <Content />
  </MarketPage>
)

export default Page

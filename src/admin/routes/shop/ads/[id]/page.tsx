import { lazy } from "react"
import { ShopPage } from "../../../../components/shop-page"

const Content = lazy(() => import("../../../../pages/ads/detail-page"))

const Page = () => (
  <ShopPage name="ads">
    <Content />
  </ShopPage>
)

export default Page

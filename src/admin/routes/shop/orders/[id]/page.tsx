import { lazy } from "react"
import { ShopPage } from "../../../../components/shop-page"

const Content = lazy(() => import("../../../../pages/orders/detail-page"))

const Page = () => (
  <ShopPage name="orders">
    <Content />
  </ShopPage>
)

export default Page

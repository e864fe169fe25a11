import { lazy } from "react"
import { ShopPage } from "../../../../components/shop-page"

const Content = lazy(() => import("../../../../pages/warehouse/detail-page"))

const Page = () => (
  <ShopPage name="warehouse">
    <Content />
  </ShopPage>
)

export default Page

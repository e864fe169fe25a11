import { lazy } from "react"
import { ShopPage } from "../../../../components/shop-page"

const Content = lazy(() => import("../../../../pages/settlements/detail-page"))

const Page = () => (
  <ShopPage name="settlements">
    <Content />
  </ShopPage>
)

export default Page

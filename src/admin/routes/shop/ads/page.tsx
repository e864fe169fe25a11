import { defineRouteConfig } from "@medusajs/admin-sdk"
import { RocketLaunch } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/ads/index-page"))

const Page = () => (
  <ShopPage name="ads">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.ads",
  translationNs: "bozor",
  icon: RocketLaunch,
  rank: 6.3,
})

export default Page

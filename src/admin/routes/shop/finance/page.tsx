import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChartBar } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/finance/index-page"))

const Page = () => (
  <ShopPage name="finance">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.finance",
  translationNs: "bozor",
  icon: ChartBar,
  rank: 9,
})

export default Page

import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CurrencyDollar } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/settlements/index-page"))

const Page = () => (
  <ShopPage name="settlements">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.settlements",
  translationNs: "bozor",
  icon: CurrencyDollar,
  rank: 11,
})

export default Page

import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShoppingBag } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/sales/index-page"))

const Page = () => (
  <ShopPage name="sales">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.sales",
  translationNs: "bozor",
  icon: ShoppingBag,
  rank: 7,
})

export default Page

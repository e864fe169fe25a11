import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ShoppingCart } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/orders/index-page"))

const Page = () => (
  <ShopPage name="orders">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.orders",
  translationNs: "bozor",
  icon: ShoppingCart,
  rank: 2,
})

export default Page

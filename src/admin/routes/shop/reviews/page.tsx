import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Star } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/reviews/index-page"))

const Page = () => (
  <ShopPage name="reviews">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.reviews",
  translationNs: "bozor",
  icon: Star,
  rank: 6.6,
})

export default Page

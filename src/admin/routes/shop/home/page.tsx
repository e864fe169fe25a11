import { defineRouteConfig } from "@medusajs/admin-sdk"
import { House } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/home/index-page"))

const Page = () => (
  <ShopPage name="home">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.home",
  translationNs: "bozor",
  icon: House,
  rank: 1,
})

export default Page

import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Users } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/team/index-page"))

const Page = () => (
  <ShopPage name="team">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.team",
  translationNs: "bozor",
  icon: Users,
  rank: 12,
})

export default Page

import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CogSixTooth } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/settings/index-page"))

const Page = () => (
  <ShopPage name="settings">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.settings",
  translationNs: "bozor",
  icon: CogSixTooth,
  rank: 13,
})

export default Page

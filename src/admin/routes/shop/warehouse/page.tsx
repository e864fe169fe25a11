import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Buildings } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/warehouse/index-page"))

const Page = () => (
  <ShopPage name="warehouse">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.warehouse",
  translationNs: "bozor",
  icon: Buildings,
  rank: 3,
})

export default Page

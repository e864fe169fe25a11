import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowPath } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/exchange/index-page"))

const Page = () => (
  <ShopPage name="import">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.import",
  translationNs: "bozor",
  icon: ArrowPath,
  rank: 4,
})

export default Page

import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CashSolid } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/pos/index-page"))

const Page = () => (
  <ShopPage name="pos">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.pos",
  translationNs: "bozor",
  icon: CashSolid,
  rank: 5,
})

export default Page

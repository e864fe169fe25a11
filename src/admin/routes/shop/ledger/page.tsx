import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BookOpen } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/ledger/index-page"))

const Page = () => (
  <ShopPage name="ledger">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.ledger",
  translationNs: "bozor",
  icon: BookOpen,
  rank: 10,
})

export default Page

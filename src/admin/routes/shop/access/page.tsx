import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Key } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/access/index-page"))

const Page = () => (
  <ShopPage name="access">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.access",
  translationNs: "bozor",
  icon: Key,
  rank: 12.5,
})

export default Page

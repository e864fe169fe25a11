import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/receipts/index-page"))

const Page = () => (
  <ShopPage name="receipts">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.receipts",
  translationNs: "bozor",
  icon: DocumentText,
  rank: 6,
})

export default Page

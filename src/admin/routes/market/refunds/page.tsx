import { defineRouteConfig } from "@medusajs/admin-sdk"
import { lazy } from "react"
import { MarketPage } from "../../../components/market-page"

const Content = lazy(() => import("../../../pages/market/refunds-page"))

const Page = () => (
  <MarketPage>
    <Content />
  </MarketPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.refunds",
  translationNs: "bozor",
  rank: 4,
})

export default Page

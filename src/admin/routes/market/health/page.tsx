import { defineRouteConfig } from "@medusajs/admin-sdk"
import { lazy } from "react"
import { MarketPage } from "../../../components/market-page"

const Content = lazy(() => import("../../../pages/market/health-page"))

const Page = () => (
  <MarketPage>
    <Content />
  </MarketPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.health",
  translationNs: "bozor",
  rank: 6,
})

export default Page

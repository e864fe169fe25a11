import { defineRouteConfig } from "@medusajs/admin-sdk"
import { lazy } from "react"
import { MarketPage } from "../../../components/market-page"

const Content = lazy(() => import("../../../pages/search/index-page"))

const Page = () => (
  <MarketPage>
    <Content />
  </MarketPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.search",
  translationNs: "bozor",
  rank: 1.8,
})

export default Page

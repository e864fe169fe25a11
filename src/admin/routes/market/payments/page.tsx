import { defineRouteConfig } from "@medusajs/admin-sdk"
import { lazy } from "react"
import { MarketPage } from "../../../components/market-page"

const Content = lazy(() => import("../../../pages/market/payments-page"))

const Page = () => (
  <MarketPage>
    <Content />
  </MarketPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.payments",
  translationNs: "bozor",
  rank: 3,
})

export default Page

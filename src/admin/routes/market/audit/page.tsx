import { defineRouteConfig } from "@medusajs/admin-sdk"
import { lazy } from "react"
import { MarketPage } from "../../../components/market-page"

const Content = lazy(() => import("../../../pages/market/audit-page"))

const Page = () => (
  <MarketPage>
    <Content />
  </MarketPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.audit",
  translationNs: "bozor",
  rank: 5,
})

export default Page

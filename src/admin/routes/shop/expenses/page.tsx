import { defineRouteConfig } from "@medusajs/admin-sdk"
import { CreditCard } from "@medusajs/icons"
import { lazy } from "react"
import { ShopPage } from "../../../components/shop-page"

const Content = lazy(() => import("../../../pages/expenses/index-page"))

const Page = () => (
  <ShopPage name="expenses">
    <Content />
  </ShopPage>
)

export const config = defineRouteConfig({
  label: "shell.nav.expenses",
  translationNs: "bozor",
  icon: CreditCard,
  rank: 8,
})

export default Page

import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Navigate } from "react-router-dom"

/** The heading of the operator's pages in the sidebar; by itself it leads to the first of them. */
const Page = () => <Navigate to="/market/companies" replace />

export const config = defineRouteConfig({
  label: "shell.nav.market",
  translationNs: "bozor",
  icon: BuildingStorefront,
  rank: 20,
})

export default Page

import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { UnsentSales } from "../components/unsent-sales"

const Widget = () => <UnsentSales />

export const config = defineWidgetConfig({ zone: "topbar" })

export default Widget

import { MedusaContainer } from "@medusajs/framework/types"
import { unreadOrders } from "../order-group/queries/unread"
import { dailySales } from "./queries/daily-sales"
import { lowStock } from "./queries/low-stock"
import { waitingOrders } from "./queries/waiting-orders"

type Input = { company_id: string; member_id: string; permissions: readonly string[] }

/** Days that the chart shows, today included. */
const DAYS = 30

/**
 * What a company's person sees first: money with `order:read`, profit with `listing:cost` besides, stock with
 * `listing:read`; what the person may not see is left out. Four statements at most.
 */
export async function companyHome(container: MedusaContainer, input: Input) {
  const may = (permission: string) => input.permissions.includes(permission)
  const orders = may("order:read") && (await ordersOf(container, input, may("listing:cost")))
  const stock = may("listing:read") && { low_stock: await lowStock(container, input.company_id) }
  return { ...(orders || {}), ...(stock || {}) }
}

async function ordersOf(container: MedusaContainer, input: Input, showsProfit: boolean) {
  const series = await dailySales(container, {
    company_id: input.company_id,
    days: DAYS,
    shows_profit: showsProfit,
  })
  const [yesterday, today] = series.slice(-2)
  const { unread_orders } = await unreadOrders(container, input)
  return {
    today,
    yesterday,
    waiting: await waitingOrders(container, input.company_id),
    unread_orders,
    series,
  }
}

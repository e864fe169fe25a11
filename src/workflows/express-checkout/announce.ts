import { MedusaContainer } from "@medusajs/framework/types"
import { Modules, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { OrderGroupEvents } from "../../modules/order-group/events"
import { Drawn } from "./lib/draw"
import { levelEvents, rowEvents } from "./lib/events"

/** Tells of a checkout that stands, as a cart's completion and the modules that it works with do. */
export async function announce(container: MedusaContainer, drawn: Drawn, levels: string[]): Promise<void> {
  const { group, orders, paid } = drawn
  await container
    .resolve(Modules.EVENT_BUS)
    .emit([
      ...rowEvents([...drawn.first, ...drawn.rest]),
      ...levelEvents(levels),
      ...orders.map(({ id }) => ({ name: OrderWorkflowEvents.PLACED, data: { id } })),
      { name: OrderGroupEvents.CREATED, data: { id: group.id } },
      ...(group.is_paid ? [{ name: OrderGroupEvents.PAID, data: { id: group.id } }] : []),
      ...paid.map((data) => ({ name: OrderGroupEvents.ORDER_PAID, data })),
    ])
}

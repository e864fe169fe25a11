import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, OrderStatus } from "@medusajs/framework/utils"
import { CompanyOrderDTO } from "../../../modules/order-group/service"
import { hasHandedOver } from "./handed-over"
import { bookBack, dropOpenChanges } from "./book-back"

export type GroupOrder = { id: string; status: string }

/** What shows that the money has gone back at the provider's side, named by what it came with. */
export type RefundMark = { refund_proof: { transaction?: string; refund?: string; time?: number } }

/** The Medusa orders of company orders. */
export async function readGroupOrders(
  container: MedusaContainer,
  orders: Array<Pick<CompanyOrderDTO, "order_id">>
): Promise<GroupOrder[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "status"],
    filters: { id: orders.map(({ order_id }) => order_id) },
  })
  return data as unknown as GroupOrder[]
}

/**
 * Cancels an order unless it is cancelled. With `mark` the rest of its money is booked as given back before that: Medusa's
 * cancellation swallows a refund that fails, and after a crash nothing would make up for what is missing.
 */
export async function cancelGroupOrder(
  container: MedusaContainer,
  order: GroupOrder,
  mark?: RefundMark
): Promise<void> {
  if (mark) {
    const proof = mark.refund_proof
    const key = proof.refund ?? proof.transaction ?? order.id
    await bookBack(container, order.id, { key, amount: "all", proof })
  }
  // Goods that have left can't be called back by a cancellation: their money is booked, and the order stays "returned".
  const stays = mark && (await hasHandedOver(container, order.id))
  if (order.status !== OrderStatus.CANCELED && !stays) {
    await dropOpenChanges(container, order.id)
    await cancelOrderWorkflow(container).run({ input: { order_id: order.id, no_notification: true } })
  }
}

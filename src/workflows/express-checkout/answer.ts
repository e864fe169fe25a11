import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { groupById } from "../order-group/queries"

/** The group that a checkout became, and its first order, as a cart's completion answers them. */
export async function answerOf(container: MedusaContainer, groupId: string, fields: string[]) {
  const order_group = await groupById(container, groupId)
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields,
    filters: { id: order_group.orders[0].id },
  })
  return { order: data[0], order_group }
}

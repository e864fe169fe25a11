import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { assertId } from "../../../lib/errors"
import { GATEWAY_MODULE } from "../../../modules/gateway"
import GatewayModuleService from "../../../modules/gateway/service"
import { ORDER_GROUP_MODULE } from "../../../modules/order-group"
import OrderGroupModuleService from "../../../modules/order-group/service"

type Input = { group_id: string; cart_id: string; claimed_at: string }

/**
 * Takes apart what a crashed checkout left: its orders are found by the group's id in their metadata, their
 * reservations and payment collections go with them, and the cart can be completed again. Nobody was ever told of
 * any of it. Every statement can be repeated.
 */
const discardCheckoutStep = createStep("discard-checkout", async (input: Input, { container }) => {
  assertId(input.group_id, "order group id")
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const { rows: orders } = await knex.raw<{ rows: Array<{ id: string }> }>(
    `select id from "order" where metadata ->> 'order_group_id' = ? and created_at >= ?::timestamptz - interval '1 minute'`,
    [input.group_id, input.claimed_at]
  )
  const orderIds = orders.map(({ id }) => id)
  if (orderIds.length > 0) {
    const { rows: lines } = await knex.raw<{ rows: Array<{ item_id: string }> }>(
      `select item_id from order_item where order_id = any(?)`,
      [orderIds]
    )
    await container.resolve(Modules.INVENTORY).deleteReservationItemsByLineItem(lines.map(({ item_id }) => item_id))
    const { rows: links } = await knex.raw<{ rows: Array<{ order_id: string; payment_collection_id: string }> }>(
      `select l.order_id, l.payment_collection_id from order_payment_collection l
        where l.order_id = any(?) and l.deleted_at is null and not exists
              (select 1 from cart_payment_collection c where c.payment_collection_id = l.payment_collection_id)`,
      [orderIds]
    )
    await container.resolve(Modules.PAYMENT).deletePaymentCollections(links.map((row) => row.payment_collection_id))
    await container.resolve(ContainerRegistrationKeys.LINK).delete({ [Modules.ORDER]: { order_id: orderIds } })
    await container.resolve(Modules.ORDER).deleteOrders(orderIds)
  }
  const companyOrders = await groups.listCompanyOrders({ group_id: input.group_id }, { select: ["id"] })
  const ids = companyOrders.map(({ id }) => id)
  const lines = ids.length ? await groups.listCompanyOrderLines({ company_order_id: ids }, { select: ["id"] }) : []
  await groups.deleteCompanyOrderLines(lines.map(({ id }) => id))
  await groups.deleteCompanyOrders(ids)
  await container.resolve<GatewayModuleService>(GATEWAY_MODULE).discardPayable(input.group_id)
  await container.resolve(Modules.CART).updateCarts([{ id: input.cart_id, completed_at: null } as never])
  await groups.deleteOrderGroups(input.group_id)
  return new StepResponse({ orders: orderIds.length })
})

/** Clears a checkout that a crash interrupted, so that its shopper can press "pay" again. */
export const discardCheckoutWorkflow = createWorkflow("discard-checkout-workflow", (input: WorkflowData<Input>) => {
  return new WorkflowResponse(discardCheckoutStep(input))
})

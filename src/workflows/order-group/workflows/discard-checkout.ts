import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
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
  // The lock of the cart: a checkout that is slow, but alive, is let finish, and then is no claim any more.
  const discarded = await container
    .resolve(Modules.LOCKING)
    .execute(input.cart_id, () => discard(container, input), { timeout: 30 })
  return new StepResponse({ discarded })
})

async function discard(container: MedusaContainer, input: Input): Promise<boolean> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const [claim] = await groups.listOrderGroups(
    { id: input.group_id, status: "placing" },
    { select: ["id"], take: 1 }
  )
  if (!claim) {
    return false
  }
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
    await freeStock(
      container,
      lines.map(({ item_id }) => item_id)
    )
    const { rows: links } = await knex.raw<{
      rows: Array<{ order_id: string; payment_collection_id: string }>
    }>(
      `select l.order_id, l.payment_collection_id from order_payment_collection l
        where l.order_id = any(?) and l.deleted_at is null and not exists
              (select 1 from cart_payment_collection c where c.payment_collection_id = l.payment_collection_id)`,
      [orderIds]
    )
    await container
      .resolve(Modules.PAYMENT)
      .deletePaymentCollections(links.map((row) => row.payment_collection_id))
    // Not `link.delete`: that would take the cart's own payment collection with it.
    await knex.raw(`delete from order_payment_collection where order_id = any(?)`, [orderIds])
    await knex.raw(`delete from order_cart where order_id = any(?)`, [orderIds])
    await knex.raw(`delete from order_promotion where order_id = any(?)`, [orderIds])
    await container.resolve(Modules.ORDER).deleteOrders(orderIds)
  }
  const companyOrders = await groups.listCompanyOrders({ group_id: input.group_id }, { select: ["id"] })
  const ids = companyOrders.map(({ id }) => id)
  const lines = ids.length
    ? await groups.listCompanyOrderLines({ company_order_id: ids }, { select: ["id"] })
    : []
  await groups.deleteCompanyOrderLines(lines.map(({ id }) => id))
  await groups.deleteCompanyOrders(ids)
  await container.resolve<GatewayModuleService>(GATEWAY_MODULE).discardPayable(input.group_id)
  await container.resolve(Modules.CART).updateCarts([{ id: input.cart_id, completed_at: null } as never])
  await groups.deleteOrderGroups(input.group_id)
  return true
}

/** Gives reserved goods back under the lock that every change of their stock takes. */
async function freeStock(container: MedusaContainer, lineItemIds: string[]): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const reservations = await inventory.listReservationItems({ line_item_id: lineItemIds })
  const items = [...new Set(reservations.map(({ inventory_item_id }) => inventory_item_id))].sort()
  if (items.length > 0) {
    await container
      .resolve(Modules.LOCKING)
      .execute(items, () => inventory.deleteReservationItemsByLineItem(lineItemIds), { timeout: 30 })
  }
}

/** Clears a checkout that a crash interrupted, so that its shopper can press "pay" again. */
export const discardCheckoutWorkflow = createWorkflow(
  "discard-checkout-workflow",
  (input: WorkflowData<Input>) => {
    return new WorkflowResponse(discardCheckoutStep(input))
  }
)

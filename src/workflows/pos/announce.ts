import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, OrderWorkflowEvents } from "@medusajs/framework/utils"
import { OrderGroupEvents } from "../../modules/order-group/events"
import { issueReceiptWorkflow } from "../receipt"
import { ClaimedSale } from "./types"

/**
 * Issues the receipt at once, because the customer waits for it, and tells of the sale as of any paid order. Whatever
 * fails here is made up for by the jobs of receipts and ledger, which look at the rows.
 */
export async function announceSale(
  container: MedusaContainer,
  sale: ClaimedSale,
  companyOrderId: string
): Promise<void> {
  try {
    if (sale.total > 0) {
      await issueReceiptWorkflow(container).run({ input: { company_order_id: companyOrderId } })
    }
    const { order_id, company_id, group_id } = sale
    await container.resolve(Modules.EVENT_BUS).emit([
      { name: OrderWorkflowEvents.PLACED, data: { id: order_id } },
      { name: OrderGroupEvents.CREATED, data: { id: group_id } },
      { name: OrderGroupEvents.PAID, data: { id: group_id } },
      {
        name: OrderGroupEvents.ORDER_PAID,
        data: { id: companyOrderId, order_id, company_id, order_group_id: group_id },
      },
    ])
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`sale ${sale.id} is done; its receipt or news come later, by the jobs`, error as Error)
  }
}

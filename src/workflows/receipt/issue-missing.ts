import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listMissing } from "./queries/source"
import { issueReceiptWorkflow } from "./workflows/issue-receipt"
import { issueRefundReceiptWorkflow } from "./workflows/issue-refund-receipt"

/**
 * Issues what an event that was never told has left out. One that fails is logged and left for the next run; it does not
 * keep the others.
 * @param before orders paid and refunds made later are still being told of
 * @returns how many were issued
 */
export async function issueMissingReceipts(container: MedusaContainer, before: Date): Promise<number> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let issued = 0
  for (const { company_order_id, refund_id } of await listMissing(container, before)) {
    try {
      await (refund_id
        ? issueRefundReceiptWorkflow(container).run({ input: { refund_id } })
        : issueReceiptWorkflow(container).run({ input: { company_order_id } }))
      issued++
    } catch (error) {
      const what = refund_id ? `refund ${refund_id}` : `order ${company_order_id}`
      logger.error(`the receipt of ${what} could not be issued; the next run tries again`, error as Error)
    }
  }
  return issued
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import { RefundErrors } from "../../modules/order-group/errors"
import { NewRefund, RefundView } from "../../modules/order-group/lib/refund-rows"
import OrderGroupModuleService from "../../modules/order-group/service"
import { pursueRefund } from "./pursue"

export { completeRefundByHand, giveUpRefund } from "./by-hand"
export { resumeRefunds } from "./pursue"

type Written = { refund: RefundView; isNew: boolean }

/**
 * Refunds a company's paid order, whole or in part. First the refund is written down, which nobody can do for more than
 * was paid; then the provider is asked, or the refund is due by hand; a success is booked everywhere.
 * @param around what has to hold while the refund is written down (a lock and its checks)
 * @returns the refund as it stands: succeeded, due, or processing while the provider's answer is unknown
 *   (the same request again goes on with the same refund)
 * @throws {MedusaError} the refusals of `planRefund`; REFUND_REFUSED with the provider's reason, and nothing has changed
 */
export async function refundOrder(
  container: MedusaContainer,
  input: NewRefund,
  around: (write: () => Promise<Written>) => Promise<Written> = (write) => write()
): Promise<RefundView> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const { refund } = await around(() => groups.requestRefund(input))
  const pursued = await pursueRefund(container, refund.id)
  if (pursued.status === "failed") {
    throw RefundErrors.refused(pursued.error ?? "it was given up")
  }
  return pursued
}

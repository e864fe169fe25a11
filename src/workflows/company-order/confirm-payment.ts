import { MedusaContainer } from "@medusajs/framework/types"
import { CASH_PROVIDER } from "../../lib/payment-providers"
import { OrderErrors } from "../../modules/order-group/errors"
import { settleOrderGroupWorkflow, underGroupLock } from "../order-group"
import { findActedOrder } from "./find"
import { secureStock } from "./secure-stock"

/**
 * A company's person confirms that an order that is paid at the shop has been paid (business rule 8): under the group's
 * lock its state is checked, then all its lines, and the money is booked. Receipt and books follow by event. Confirming
 * again changes nothing.
 * @throws {MedusaError} 404, CONFIRM_PROVIDER_PAYS, CONFIRM_ORDER_CLOSED, CONFIRM_SHORT_STOCK with the short lines
 */
export async function confirmPayment(
  container: MedusaContainer,
  input: { order_id: string; company_id: string; confirmed_by: string }
): Promise<void> {
  const { group_id } = await findActedOrder(container, input)
  await underGroupLock(container, group_id, async () => {
    const order = await findActedOrder(container, input)
    if (order.provider_id !== CASH_PROVIDER) {
      throw OrderErrors.confirmProvider()
    }
    if (order.is_canceled) {
      throw OrderErrors.confirmClosed()
    }
    if (order.is_paid) {
      return
    }
    if (order.group_status !== "pending") {
      throw OrderErrors.confirmClosed()
    }
    await secureStock(container, order.id)
    await settleOrderGroupWorkflow(container).run({
      input: {
        group_id,
        company_order_id: order.id,
        provider_id: CASH_PROVIDER,
        proof: { transaction: `cash:${order.id}`, confirmed_by: input.confirmed_by },
      },
    })
  })
}

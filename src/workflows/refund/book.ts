import { MedusaContainer } from "@medusajs/framework/types"
import { RefundView } from "../../modules/order-group/lib/refund-rows"
import { bookBack } from "../order-group/lib/book-back"

/** Books a refund that has happened in Medusa's payment and order; a run after an interruption adds what is missing. */
export function bookRefund(container: MedusaContainer, refund: RefundView): Promise<void> {
  return bookBack(container, refund.order_id, {
    key: refund.id,
    amount: refund.amount,
    proof: { refund: refund.id },
  })
}

import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED } = MedusaError.Types

/** Every refusal of the receipt room. */
export const ReceiptErrors = {
  orderNotPaid: (companyOrderId: string) =>
    catalogueError(
      NOT_ALLOWED,
      "RECEIPT_ORDER_NOT_PAID",
      `Order ${companyOrderId} has not been paid; its receipt is issued when it is`
    ),
  refundNotDone: (refundId: string) =>
    catalogueError(
      NOT_ALLOWED,
      "RECEIPT_REFUND_NOT_DONE",
      `Refund ${refundId} has not succeeded; its receipt is issued when it has`
    ),
  notRetryable: (status: string) =>
    catalogueError(
      NOT_ALLOWED,
      "FISCAL_NOT_RETRYABLE",
      `A fiscal submission that is ${status} has nothing to be tried again; only a waiting, sent or failed one has`
    ),
}

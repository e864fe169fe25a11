import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { RECEIPT_MODULE } from "../../../modules/receipt"
import { ReceiptErrors } from "../../../modules/receipt/errors"
import ReceiptModuleService from "../../../modules/receipt/service"
import { refundDraft, saleDraft } from "../lib/draft"
import { readRefund, readSale } from "../queries/source"

/**
 * Issues the receipt of a paid order. There is no way back: a receipt that has been issued stands.
 * @throws {MedusaError} RECEIPT_ORDER_NOT_PAID
 */
export const issueReceiptStep = createStep(
  "issue-receipt",
  async (input: { company_order_id: string }, { container }) => {
    const receipts = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
    const issued = await receipts.saleOf(input.company_order_id)
    if (issued) {
      return new StepResponse(issued)
    }
    const source = await readSale(container, input.company_order_id)
    if (!source.is_paid) {
      throw ReceiptErrors.orderNotPaid(source.company_order_id)
    }
    return new StepResponse(await receipts.issue(saleDraft(source, receipts.options), new Date()))
  }
)

/**
 * The order that a refund is of.
 * @throws {MedusaError} RECEIPT_REFUND_NOT_DONE
 */
export const loadRefundStep = createStep(
  "load-refund-for-receipt",
  async (input: { refund_id: string }, { container }) => {
    const { company_order_id, refund } = await readRefund(container, input.refund_id)
    if (refund.status !== "succeeded") {
      throw ReceiptErrors.refundNotDone(refund.id)
    }
    return new StepResponse({ company_order_id })
  }
)

/** Issues the receipt of a refund that has succeeded; the sale's receipt is there already. */
export const issueRefundReceiptStep = createStep(
  "issue-refund-receipt",
  async (input: { refund_id: string; sale_number_text: string }, { container }) => {
    const receipts = container.resolve<ReceiptModuleService>(RECEIPT_MODULE)
    const issued = await receipts.refundReceiptOf(input.refund_id)
    if (issued) {
      return new StepResponse(issued)
    }
    const source = await readRefund(container, input.refund_id)
    const draft = refundDraft(source, input.sale_number_text, receipts.options)
    return new StepResponse(await receipts.issue(draft, new Date()))
  }
)

import { MedusaContainer } from "@medusajs/framework/types"
import { fiscalFactsOf } from "../../../modules/receipt/lib/fiscal"
import { FiscalOutcome, FiscalSubmissionView } from "../../../modules/receipt/types"
import { submitFiscal } from "../../click/fiscal"
import { clickOptions, findClickPayment, merchantApiOf } from "../../click/payment"

/**
 * Sends Click the goods of a payment. Click documents no idempotency, so what has been sent is not sent again: from then on
 * it is only asked for the receipt's address.
 */
export async function submitToClick(
  container: MedusaContainer,
  submission: FiscalSubmissionView
): Promise<FiscalOutcome> {
  const transaction_id = submission.transaction_id!
  if (submission.status === "sent") {
    return askClick(container, transaction_id)
  }
  const outcome = await submitFiscal(container, { transaction_id })
  if (outcome.kind === "not_sent") {
    return { kind: outcome.retry ? "waiting" : "failed", reason: outcome.reason }
  }
  return { kind: fiscalFactsOf(outcome.data) ? "confirmed" : "sent", data: outcome.data }
}

async function askClick(container: MedusaContainer, transactionId: string): Promise<FiscalOutcome> {
  const payment = await findClickPayment(container, transactionId)
  const api = payment && merchantApiOf(clickOptions(container), payment.provider_id)
  const qr_code_url = (payment && (await api?.fiscalData(payment.click_paydoc_id))) ?? null
  return qr_code_url ? { kind: "confirmed", data: { qr_code_url } } : { kind: "sent", data: {} }
}

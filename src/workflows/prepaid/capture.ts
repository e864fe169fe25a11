import { MedusaContainer, PaymentDTO } from "@medusajs/framework/types"
import { MathBN, Modules, PaymentSessionStatus } from "@medusajs/framework/utils"
import { TransactionView } from "../../modules/gateway/types"
import { isRefused } from "./lib/outcome"
import { providerCalls } from "./provider"

/** The real payment behind a transaction has been cancelled, or can't be captured any more. */
export class PaymentGone extends Error {
  override name = "PaymentGone"
}

/**
 * Captures the real payment behind a transaction of a provider that is paid before the order exists; the shares of the
 * orders are captured on the proof of it. Transactions of other providers have none. Repeating it changes nothing.
 * @throws {PaymentGone} when the provider will never capture it
 */
export async function captureReal(container: MedusaContainer, transaction: TransactionView): Promise<void> {
  const { payment_id } = transaction.account
  if (typeof payment_id !== "string") {
    return
  }
  const payments = container.resolve(Modules.PAYMENT)
  const payment = await payments.retrievePayment(payment_id, { relations: ["captures"] })
  if (payment.captured_at) {
    return
  }
  try {
    const interrupted = fullCapture(payment)
    if (interrupted) {
      await finishCapture(container, payment, interrupted)
    } else {
      await payments.capturePayment({ payment_id })
    }
  } catch (error) {
    throw (await isGone(container, payment, error)) ? new PaymentGone((error as Error).message) : error
  }
}

/**
 * Medusa writes its capture before it asks the provider. After a crash in between, Medusa holds the payment for captured
 * and asks nobody; the provider is asked again here, with the key that Medusa used.
 */
async function finishCapture(container: MedusaContainer, payment: PaymentDTO, captureId: string) {
  const { data } = await providerCalls(container).capturePayment(payment.provider_id, {
    data: payment.data,
    context: { idempotency_key: captureId },
  })
  await container
    .resolve(Modules.PAYMENT)
    .updatePayment({ id: payment.id, data, captured_at: new Date() } as never)
}

function fullCapture({ captures, amount }: PaymentDTO): string | null {
  const captured = MathBN.sum(0, ...(captures ?? []).map((capture) => capture.amount as number))
  return captures?.length && MathBN.gte(captured, amount) ? captures[0].id : null
}

/** A refusal is final only when the provider itself says that the payment is over. */
async function isGone(container: MedusaContainer, payment: PaymentDTO, error: unknown): Promise<boolean> {
  if (!isRefused(error)) {
    return false
  }
  const { status } = await providerCalls(container).getStatus(payment.provider_id, { data: payment.data })
  return status === PaymentSessionStatus.CANCELED || status === PaymentSessionStatus.ERROR
}

import { BigNumberInput } from "@medusajs/framework/types"
import { providerKind } from "../../../lib/payment-providers"
import { stripeAmount } from "../../../providers/stripe/amount"

/** A payment as its provider sees it, read from the data that the provider's own answer was kept in. */
export type PaymentFacts = {
  /** The payment's own id at the provider (a PaymentIntent's, at Stripe). */
  external_id: string
  /** What speaks against the payment being the one that was asked for; null when nothing does. */
  doubt: "amount" | "currency" | "session" | null
}

type Expected = { session_id: string; amount: BigNumberInput; currency_code: string }

/**
 * Reads a provider's data of an authorised payment. A shopper may have put keys into a session's data, so where the
 * shape is known (Stripe) amount, currency and session are compared; elsewhere only the id is taken, and Medusa's own
 * session amount has to do.
 * @param fallbackId used when the provider gives its payments no id
 */
export function paymentFacts(
  providerId: string,
  data: Record<string, unknown> | null | undefined,
  expected: Expected,
  fallbackId: string
): PaymentFacts {
  const external_id = typeof data?.id === "string" && data.id ? data.id : fallbackId
  return { external_id, doubt: providerKind(providerId) === "stripe" ? stripeDoubt(data, expected) : null }
}

function stripeDoubt(data: Record<string, unknown> | null | undefined, expected: Expected) {
  const currency = String(data?.currency ?? "").toLowerCase()
  if (currency !== expected.currency_code.toLowerCase()) {
    return "currency"
  }
  const paid = data?.status === "succeeded" ? data.amount_received : data?.amount_capturable
  if (paid !== stripeAmount(expected.amount, currency)) {
    return "amount"
  }
  const metadata = data?.metadata as { session_id?: unknown } | undefined
  return metadata?.session_id === expected.session_id ? null : "session"
}

import { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { Modules, PaymentSessionStatus } from "@medusajs/framework/utils"

type Data = Record<string, unknown> | undefined
type Call = { data: Data; context: { idempotency_key: string } }

/** Medusa's own way to its payment providers, below the payment module's methods. */
export type ProviderCalls = {
  getStatus(providerId: string, input: { data: Data }): Promise<{ status: PaymentSessionStatus; data?: Data }>
  capturePayment(providerId: string, input: Call): Promise<{ data?: Data }>
  refundPayment(providerId: string, input: Call & { amount: BigNumberInput }): Promise<{ data?: Data }>
}

/**
 * The payment module's provider service. The module makes a new capture or refund row for each try and takes that row's id
 * for the provider's idempotency key, so a repetition after a lost answer would be a second refund. A call with a key of
 * our own has to go past it; the module offers no public way (2.21.2, `refundPaymentFromProvider_`).
 */
export function providerCalls(container: MedusaContainer): ProviderCalls {
  const module = container.resolve(Modules.PAYMENT) as unknown as { paymentProviderService_: ProviderCalls }
  return module.paymentProviderService_
}

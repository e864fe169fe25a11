import { randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { UzumCheckoutOptions, UzumTerminal } from "../../lib/options"
import { uzumCheckoutProviderId } from "../../lib/payment-providers"
import { GATEWAY_MODULE } from "../../modules/gateway"
import GatewayModuleService from "../../modules/gateway/service"
import { TransactionView } from "../../modules/gateway/types"
import { CheckoutLanguage, UzumCheckoutClient } from "../../providers/uzum-checkout/client"

export type TransactionKey = { provider_id: string; external_id: string }

/** What every part of the flow works with. */
export type CheckoutContext = {
  container: MedusaContainer
  gateway: GatewayModuleService
  options: UzumCheckoutOptions
  terminal: UzumTerminal
  provider_id: string
  client: UzumCheckoutClient
  /** Milliseconds since 1970, read once. */
  now: number
}

/**
 * The terminal of a payment provider.
 * @returns null when it is not configured any more
 */
export function contextOf(
  container: MedusaContainer,
  providerId: string,
  now: number,
  language?: CheckoutLanguage
): CheckoutContext | null {
  const gateway = container.resolve<GatewayModuleService>(GATEWAY_MODULE)
  const options = gateway.options.uzum_checkout
  const terminal = options.terminals.find(({ id }) => uzumCheckoutProviderId(id) === providerId)
  if (!terminal) {
    return null
  }
  const client = new UzumCheckoutClient(terminal, globalThis.fetch, language)
  return { container, gateway, options, terminal, provider_id: providerId, client, now }
}

/** What is kept of a registration and of what was asked for it afterwards. */
export type CheckoutDetails = {
  order_number?: string
  redirect_url?: string
  return_url?: string
  /** Milliseconds since 1970 at which the page's time is over. */
  session_ends_at?: number
  complete_operation_id?: string
  reverse_operation_id?: string
  return_operation_id?: string
  /** A closed payment brought money after all, and what was asked about it has not ended: the job goes on. */
  unfinished?: boolean
  /** How often Uzum has refused to let go of held money. */
  release_refusals?: number
  /** Milliseconds since 1970 at which the job looked last. */
  looked_at?: number
  /** The last look at a closed payment, for money that came late, has been had. */
  looked_after_close?: boolean
}

export function detailsOf(row: Pick<TransactionView, "details">): CheckoutDetails {
  return (row.details ?? {}) as CheckoutDetails
}

export type OperationName = "complete" | "reverse" | "return"

/**
 * The idempotency key of an operation: stored before Uzum is asked for the first time, the same at every repetition
 * (K-05, K-06). A payment that was closed is marked, so that the job does not lose sight of it.
 */
export function operationId(
  { gateway }: CheckoutContext,
  key: TransactionKey,
  name: OperationName
): Promise<string> {
  const field = `${name}_operation_id` as const
  const fresh = randomUUID()
  return gateway.decide(key, ({ own }) => {
    const id = (own && detailsOf(own)[field]) ?? fresh
    const details = { [field]: id, ...(own?.state === -1 && { unfinished: true }) }
    return { updates: own ? [{ id: own.id, set: { details } }] : [], answer: id }
  })
}

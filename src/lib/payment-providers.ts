import { BozorOptions } from "./options"

/** Names of payment providers as Medusa makes them: `pp_<identifier>_<id of the registration>`. */

export const CASH_PROVIDER = "pp_cash_cash"
/** An order's share of a payment that was made for the whole cart; never offered to a shopper. */
export const SHARE_PROVIDER = "pp_share_share"
export const SYSTEM_PROVIDER = "pp_system_default"
export const STRIPE_PROVIDER = "pp_stripe_stripe"

/** Medusa's id of the payment provider of a Payme cash box. */
export const paymeProviderId = (cashboxId: string) => `pp_payme_${cashboxId}`

/** Medusa's id of the payment provider of a Click service. */
export const clickProviderId = (serviceId: string) => `pp_click_${serviceId}`

/** Medusa's id of the payment provider of an Uzum Bank service. */
export const uzumProviderId = (serviceId: string) => `pp_uzum_${serviceId}`

/** Medusa's id of the payment provider of an Uzum Checkout terminal. */
export const uzumCheckoutProviderId = (terminalId: string) => `pp_uzumcheckout_${terminalId}`

/** What kind of provider an id names: the part between `pp_` and the registration's own id. */
export function providerKind(providerId: string): string {
  return /^pp_(.+)_[^_]+$/.exec(providerId)?.[1] ?? providerId
}

/** Providers that are paid after the order exists and tell us so by calls: Payme, Click, Uzum Bank, Uzum Checkout. */
export function callingProviders(options: BozorOptions): string[] {
  return [
    ...options.payme.cashboxes.map(({ id }) => paymeProviderId(id)),
    ...options.click.services.map(({ id }) => clickProviderId(id)),
    ...options.uzum.services.map(({ id }) => uzumProviderId(id)),
    ...options.uzum_checkout.terminals.map(({ id }) => uzumCheckoutProviderId(id)),
  ]
}

/** Everything that a region can offer its shoppers. */
export function offeredProviders(options: BozorOptions): string[] {
  return [
    ...callingProviders(options),
    ...(options.stripe.api_key ? [STRIPE_PROVIDER] : []),
    ...(options.cash.enabled ? [CASH_PROVIDER] : []),
  ]
}

/**
 * Whether a provider is paid before the order exists (Stripe, and any other of Medusa's): one real payment for the whole
 * cart, of which each company's order gets a share.
 */
export function isPrepaid(providerId: string, options: BozorOptions): boolean {
  const others = [CASH_PROVIDER, SHARE_PROVIDER, SYSTEM_PROVIDER, ...callingProviders(options)]
  return !others.includes(providerId)
}

/** The provider of an order's own session: a payment for the whole cart is booked in the orders as their shares of it. */
export function bookingProvider(providerId: string, options: BozorOptions): string {
  return isPrepaid(providerId, options) ? SHARE_PROVIDER : providerId
}

const NAMES: Record<string, string> = {
  payme: "Payme",
  click: "Click",
  uzum: "Uzum Bank",
  uzumcheckout: "Uzum Checkout",
  stripe: "Stripe",
}
const AT_SHOP = { uz: "Do‘konda to‘lanadi", ru: "Оплата в магазине", en: "Paid at the shop" }
const NOTHING = { uz: "To‘lov talab qilinmaydi", ru: "Оплата не требуется", en: "Nothing to pay" }

/** A way to pay as people read it; brands are called the same in every language. */
export function paymentName(providerId: string | null) {
  const kind = providerId === null || providerId === SYSTEM_PROVIDER ? "none" : providerKind(providerId)
  const brand = NAMES[kind] ?? kind
  const name = kind === "none" ? NOTHING : kind === "cash" ? AT_SHOP : { uz: brand, ru: brand, en: brand }
  return { kind, name }
}

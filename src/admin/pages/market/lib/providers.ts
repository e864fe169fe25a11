import { providerKind } from "../../../../lib/payment-providers"

/** Names of payment providers; all but cash are the same in every language. */
const NAMES: Record<string, string> = {
  payme: "Payme",
  click: "Click",
  uzum: "Uzum Bank",
  uzumcheckout: "Uzum Checkout",
  stripe: "Stripe",
}

/**
 * `pp_payme_payme` → "Payme"; with its own id where a market has several: "Payme (main)".
 * @param cash what cash is called in the reader's language
 */
export function providerName(providerId: string | null, cash: string): string {
  if (!providerId) {
    return "—"
  }
  const kind = providerKind(providerId)
  if (kind === "cash") {
    return cash
  }
  const own = providerId.split("_").at(-1)!
  const name = NAMES[kind] ?? providerId
  return own === kind || !NAMES[kind] ? name : `${name} (${own})`
}

/** Providers as one registration of each is called. */
export const PROVIDERS = ["payme", "click", "uzum", "uzumcheckout", "stripe"].map((kind) => ({
  value: `pp_${kind}_${kind}`,
  label: NAMES[kind],
}))

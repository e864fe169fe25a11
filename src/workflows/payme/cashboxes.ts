import { PaymeOptions } from "../../lib/options"
import { paymeProviderId } from "../../lib/payment-providers"
import { Cashbox } from "../../providers/payme/protocol"

/** A cash box as the Merchant API authenticates it, with Medusa's id of its payment provider and its account field. */
export type PaymeCashboxSetting = Cashbox & { provider_id: string; account_field: string }

/**
 * The configured cash boxes. A key that Payme replaced (`ChangePassword`) takes the place of the configured one.
 * @param replaced SHA-256 of replaced keys by provider id
 */
export function cashboxesOf(
  options: PaymeOptions,
  replaced: Record<string, string> = {}
): PaymeCashboxSetting[] {
  return options.cashboxes.map((box) => {
    const provider_id = paymeProviderId(box.id)
    const sha256 = replaced[provider_id]
    return { ...box, provider_id, key: sha256 ? { sha256 } : box.key, sandbox: options.sandbox }
  })
}

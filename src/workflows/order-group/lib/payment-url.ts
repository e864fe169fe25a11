import { paymeProviderId, PaymeOptions } from "../../../lib/options"
import { PayableView } from "../../../modules/gateway/types"
import { checkoutUrl } from "../../../providers/payme/protocol"

export type PaymentPage = { lang?: "uz" | "ru" | "en"; return_url?: string }

const LIVE_HOST = "https://checkout.paycom.uz"
const SANDBOX_HOST = "https://test.paycom.uz"

/** Where the shopper pays, while there is something to pay; null before and after. */
export function paymentUrlOf(
  payable: PayableView | undefined,
  options: PaymeOptions,
  page: PaymentPage
): string | null {
  const cashbox = options.cashboxes.find(({ id }) => paymeProviderId(id) === payable?.provider_id)
  if (!payable || !cashbox || payable.status !== "open" || (payable.expires_at ?? Infinity) <= Date.now()) {
    return null
  }
  return checkoutUrl({
    host: options.checkout_url ?? (options.sandbox ? SANDBOX_HOST : LIVE_HOST),
    merchantId: cashbox.merchant_id,
    account: { [cashbox.account_field]: payable.reference },
    amountTiyin: payable.amount_tiyin,
    lang: page.lang,
    returnUrl: page.return_url,
  })
}

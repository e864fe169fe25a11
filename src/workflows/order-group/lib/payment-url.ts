import { BozorOptions } from "../../../lib/options"
import {
  clickProviderId,
  paymeProviderId,
  providerKind,
  uzumProviderId,
} from "../../../lib/payment-providers"
import { PayableView } from "../../../modules/gateway/types"
import { payLink } from "../../../providers/click/protocol"
import { checkoutUrl } from "../../../providers/payme/protocol"
import { openServiceUrl } from "../../../providers/uzum/protocol"

export type PaymentPage = { lang?: "uz" | "ru" | "en"; return_url?: string }
type Link = (
  payable: PayableView,
  providerId: string,
  options: BozorOptions,
  page: PaymentPage
) => string | null

const LIVE_HOST = "https://checkout.paycom.uz"
const SANDBOX_HOST = "https://test.paycom.uz"

/** Where the shopper pays at each kind of provider; a provider that is no longer configured has no page. */
const LINKS: Record<string, Link> = {
  payme(payable, providerId, { payme }, page) {
    const cashbox = payme.cashboxes.find(({ id }) => paymeProviderId(id) === providerId)
    return cashbox
      ? checkoutUrl({
          host: payme.checkout_url ?? (payme.sandbox ? SANDBOX_HOST : LIVE_HOST),
          merchantId: cashbox.merchant_id,
          account: { [cashbox.account_field]: payable.reference },
          amountTiyin: payable.amount_tiyin,
          lang: page.lang,
          returnUrl: page.return_url,
        })
      : null
  },
  click(payable, providerId, { click }, page) {
    const service = click.services.find(({ id }) => clickProviderId(id) === providerId)
    return service
      ? payLink({
          pay_url: click.pay_url,
          service_id: service.service_id,
          merchant_id: service.merchant_id,
          amount_tiyin: payable.amount_tiyin,
          reference: payable.reference,
          return_url: page.return_url,
        })
      : null
  },
  uzum(payable, providerId, { uzum }, page) {
    const service = uzum.services.find(({ id }) => uzumProviderId(id) === providerId)
    return service
      ? openServiceUrl({
          base: uzum.open_service_url,
          serviceId: service.service_id,
          account: { field: service.account_field, value: payable.reference },
          amountTiyin: uzum.include_amount_in_link ? payable.amount_tiyin : undefined,
          redirectUrl: page.return_url,
        })
      : null
  },
}

/** Whether a payable can still be paid. */
export function isPayable(payable: PayableView | undefined): payable is PayableView {
  return payable?.status === "open" && (payable.expires_at ?? Infinity) > Date.now()
}

/**
 * Where the shopper pays at one provider, while there is something to pay; null before and after, and for Uzum Checkout,
 * whose page has to be asked for (`uzumCheckoutUrl`).
 */
export function paymentUrlOf(
  payable: PayableView | undefined,
  providerId: string,
  options: BozorOptions,
  page: PaymentPage
): string | null {
  return isPayable(payable)
    ? (LINKS[providerKind(providerId)]?.(payable, providerId, options, page) ?? null)
    : null
}

/** The page of the chosen provider, and those of every other that may be paid instead. */
export function paymentPagesOf(payable: PayableView | undefined, options: BozorOptions, page: PaymentPage) {
  const offered = isPayable(payable) ? payable.provider_ids : []
  return {
    payment_url: payable ? paymentUrlOf(payable, payable.provider_id, options, page) : null,
    payment_options: offered.map((provider_id) => ({
      provider_id,
      payment_url: paymentUrlOf(payable, provider_id, options, page),
    })),
  }
}

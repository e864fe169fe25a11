import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { providerKind } from "../../../lib/payment-providers"
import { PayableView } from "../../../modules/gateway/types"
import { uzumCheckoutUrl } from "../../uzum-checkout"
import { isPayable, PaymentPage, paymentPagesOf } from "./payment-url"

type Pages = ReturnType<typeof paymentPagesOf>

/**
 * Adds the page of Uzum Checkout, which has to be asked for over the network: only where one group is read, and only for
 * the provider that the shopper chose, or `ask` names. An order can be read while Uzum is down; its page is null then.
 */
export async function withCheckoutPage(
  container: MedusaContainer,
  payable: PayableView | undefined,
  pages: Pages,
  page: PaymentPage & { ask?: string }
): Promise<Pages> {
  const wanted = page.ask ?? payable?.provider_id
  if (!isPayable(payable) || providerKind(wanted ?? "") !== "uzumcheckout") {
    return pages
  }
  const payment_url = await uzumCheckoutUrl(container, payable, page).catch((error: Error) => {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`no page of Uzum Checkout: ${error.message}`)
    return null
  })
  return {
    payment_url: wanted === payable.provider_id ? payment_url : pages.payment_url,
    payment_options: pages.payment_options.map((option) =>
      option.provider_id === wanted ? { ...option, payment_url } : option
    ),
  }
}

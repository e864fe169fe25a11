import { ClickEmulator } from "./click"
import { PaymeEmulator } from "./payme"
import { StripeEmulator } from "./stripe"
import { UzumEmulator } from "./uzum"
import { UzumCheckoutEmulator } from "./uzum-checkout"

/**
 * The emulators of a demo market: `npm start` runs them beside the server, one for each provider that the developer has no
 * account of.
 */

/** Everything here speaks of settings by the name of their variable. */
type Settings = Record<string, string>

/** A running emulator: which settings lead the market to it, and where a person looks at it. */
export type RunningEmulator = { settings: Settings; page: string; stop: () => Promise<void> }

type Start = (market: string, of: Settings, port: number) => Promise<RunningEmulator>

const STARTS: Record<string, Start> = {
  async payme(market_url, of, port) {
    const cashboxes = [{ merchant_id: of.PAYME_MERCHANT_ID, key: of.PAYME_KEY }]
    const payme = new PaymeEmulator({ market_url, cashboxes })
    const settings = { PAYME_CHECKOUT_URL: await payme.listen(port) }
    return { settings, page: payme.cabinet_url, stop: () => payme.close() }
  },

  async click(market_url, of, port) {
    const service = {
      service_id: of.CLICK_SERVICE_ID,
      merchant_id: of.CLICK_MERCHANT_ID,
      secret_key: of.CLICK_SECRET_KEY,
      merchant_user_id: of.CLICK_MERCHANT_USER_ID,
    }
    const click = new ClickEmulator({ market_url, services: [service] })
    await click.listen(port)
    const settings = { CLICK_PAY_URL: click.pay_url, CLICK_API_URL: click.api_url }
    return { settings, page: click.pay_url, stop: () => click.close() }
  },

  async uzum(market_url, of, port) {
    const service = {
      service_id: Number(of.UZUM_SERVICE_ID),
      login: of.UZUM_LOGIN,
      password: of.UZUM_PASSWORD,
      account_field: of.UZUM_ACCOUNT_FIELD ?? "order_id",
    }
    const bank = new UzumEmulator({ market_url, services: [service] })
    await bank.listen(port)
    const settings = { UZUM_OPEN_SERVICE_URL: bank.open_service_url, UZUM_AMOUNT_IN_LINK: "1" }
    return { settings, page: bank.open_service_url, stop: () => bank.close() }
  },

  async uzumcheckout(market_url, of, port) {
    const checkout = new UzumCheckoutEmulator({
      callback_url: `${market_url}/hooks/uzum-checkout/${of.UZUM_CHECKOUT_CALLBACK_TOKEN}`,
      terminals: [{ terminal_id: of.UZUM_CHECKOUT_TERMINAL_ID, api_key: of.UZUM_CHECKOUT_API_KEY }],
    })
    await checkout.listen(port)
    const settings = { UZUM_CHECKOUT_URL: checkout.base_url }
    return { settings, page: checkout.address, stop: () => checkout.close() }
  },

  async stripe(market_url, of, port) {
    const stripe = new StripeEmulator({
      apiKey: of.STRIPE_API_KEY,
      webhookSecret: of.STRIPE_WEBHOOK_SECRET,
      webhookUrl: `${market_url}/hooks/payment/stripe_stripe`,
      isAutomatic: true,
    })
    const settings = { STRIPE_API_URL: await stripe.start(port) }
    return { settings, page: `${stripe.url}/pay`, stop: () => stripe.stop() }
  },
}

/**
 * Starts the emulator of one kind of provider.
 * @param settings the market's made-up ids and secrets of that provider, by the name of their variable
 * @param port of the loopback interface; it has to be free
 */
export function startEmulator(
  kind: string,
  marketUrl: string,
  settings: Settings,
  port: number
): Promise<RunningEmulator> {
  return STARTS[kind](marketUrl, settings, port)
}

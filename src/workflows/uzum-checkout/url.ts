import { generateEntityId, Modules } from "@medusajs/framework/utils"
import { MedusaContainer } from "@medusajs/framework/types"
import { providerKind } from "../../lib/payment-providers"
import { ORDER_GROUP_MODULE } from "../../modules/order-group"
import OrderGroupModuleService from "../../modules/order-group/service"
import { PayableView, TransactionView } from "../../modules/gateway/types"
import { CheckoutLanguage } from "../../providers/uzum-checkout/client"
import {
  CHECKOUT_ERROR,
  UzumCheckoutRefusal,
  UzumCheckoutUnknown,
} from "../../providers/uzum-checkout/errors"
import { isTaken } from "../gateway/context"
import { cartOfPayment } from "./cart-lines"
import { CheckoutContext, contextOf, detailsOf } from "./context"
import { UzumCheckoutErrors } from "./errors"
import { lookAtCheckout } from "./look"

export type CheckoutPage = { lang?: CheckoutLanguage; return_url?: string }

/** A page that is about to close is not worth sending anybody to. */
const WORTHWHILE_MS = 60_000
/** Pages of one order that may be open at once, each with another way back; money that came twice goes back. */
const MAX_LIVE = 3
/** The shortest time that Uzum lets a page have. */
const SHORTEST_SECONDS = 600
/** Order numbers that were used up by answers that never arrived (K-02). */
const MAX_LOST = 20

/**
 * Where the shopper pays at Uzum Checkout. The payment is registered when the page is asked for: a page that is still open
 * is given again unless it leads back elsewhere, one whose time is over is replaced (K-11).
 * @returns null when there is nothing to pay any more, or Uzum Checkout may not be paid
 * @throws {MedusaError} UZUM_CHECKOUT_UNAVAILABLE, UZUM_CHECKOUT_CART_WRONG
 */
export async function uzumCheckoutUrl(
  container: MedusaContainer,
  payable: PayableView,
  page: CheckoutPage = {}
): Promise<string | null> {
  const providers = [payable.provider_id, ...payable.provider_ids]
  const providerId = providers.find((id) => providerKind(id) === "uzumcheckout")
  const context = providerId && contextOf(container, providerId, Date.now(), page.lang)
  if (!context) {
    return null
  }
  const job = () => urlLocked(context, payable, page)
  try {
    return await container
      .resolve(Modules.LOCKING)
      .execute(`uzum-checkout:${payable.id}`, job, { timeout: 60 })
  } catch (error) {
    const isTheirs = error instanceof UzumCheckoutRefusal || error instanceof UzumCheckoutUnknown
    if (isTheirs || error instanceof RangeError) {
      throw UzumCheckoutErrors.unavailable(error.message)
    }
    throw error
  }
}

async function urlLocked(context: CheckoutContext, payable: PayableView, page: CheckoutPage) {
  const before = await attemptsOf(context, payable)
  for (const { provider_id, external_id } of before.filter(({ state }) => state === 1)) {
    await lookAtCheckout(context.container, { provider_id, external_id }, context.now).catch(unlessUnknown)
  }
  const view = await context.gateway.viewByReference({
    provider_id: context.provider_id,
    reference: payable.reference,
  })
  const isOver = (view?.payable.expires_at ?? Infinity) <= context.now
  if (view?.payable.status !== "open" || isOver || isTaken(view.transactions)) {
    return null
  }
  const attempts = view.transactions.filter(({ provider_id }) => provider_id === context.provider_id)
  const live = attempts
    .filter(({ state }) => state === 1)
    .map(detailsOf)
    .filter(({ session_ends_at = 0 }) => session_ends_at > context.now + WORTHWHILE_MS)
  const open = live.find(({ return_url }) => !page.return_url || return_url === page.return_url)
  const chosen = open ?? (live.length < MAX_LIVE ? undefined : live.at(-1))
  return chosen?.redirect_url ?? register(context, payable, page, attempts.length + 1)
}

/** A look that got no answer tells nothing; the page that is stored may still be good. */
function unlessUnknown(error: unknown): void {
  if (!(error instanceof UzumCheckoutUnknown || error instanceof UzumCheckoutRefusal)) {
    throw error
  }
}

async function attemptsOf({ gateway, provider_id }: CheckoutContext, { reference }: PayableView) {
  const view = await gateway.viewByReference({ provider_id, reference })
  return (view?.transactions ?? []).filter((row: TransactionView) => row.provider_id === provider_id)
}

/**
 * Registers under the first free order number. A number that is used (3027) belongs to a registration whose answer was
 * lost: Uzum has no search by order number, nobody was ever sent to its page, and so it is left behind. Should its
 * callback come all the same, the payment is taken up there.
 */
async function register(context: CheckoutContext, payable: PayableView, page: CheckoutPage, first: number) {
  const { options, client } = context
  const session_seconds = sessionSeconds(context, payable)
  const input = {
    amount_tiyin: payable.amount_tiyin,
    client_id: await clientIdOf(context, payable),
    description: `Buyurtma ${payable.reference}`,
    return_url: page.return_url,
    pay_type: options.pay_type,
    session_seconds,
  }
  for (let attempt = first; attempt < first + MAX_LOST; attempt++) {
    const order_number = `${payable.reference}-${attempt}`
    const cart = await cartFor(context, payable, order_number)
    try {
      const { order_id, redirect_url } = await client.register({ ...input, order_number, cart })
      await addAttempt(context, payable, {
        order_id,
        order_number,
        redirect_url,
        session_seconds,
        return_url: page.return_url,
      })
      return redirect_url
    } catch (error) {
      if (!(error instanceof UzumCheckoutRefusal) || error.code !== CHECKOUT_ERROR.ORDER_NUMBER_USED) {
        throw error
      }
    }
  }
  throw new UzumCheckoutRefusal(CHECKOUT_ERROR.ORDER_NUMBER_USED, "payment/register")
}

async function cartFor(context: CheckoutContext, { id, amount_tiyin }: PayableView, cartId: string) {
  if (!context.options.auto_fiscal) {
    return undefined
  }
  const made = await cartOfPayment(context, { payable_id: id, external_id: cartId }, amount_tiyin)
  if ("problem" in made) {
    throw UzumCheckoutErrors.cartIncomplete(made.problem)
  }
  return made.cart
}

/** A page must not outlive what it sells: money that comes after the reservation has to go back. */
function sessionSeconds({ options, now }: CheckoutContext, { expires_at }: PayableView): number {
  const left = Math.floor(((expires_at ?? Infinity) - now) / 1000)
  return Math.min(options.session_seconds, Math.max(SHORTEST_SECONDS, left))
}

/** Cards are saved per customer; a guest is nobody's customer, so their order stands for them. */
async function clientIdOf({ container }: CheckoutContext, { order_group_id }: PayableView): Promise<string> {
  const groups = container.resolve<OrderGroupModuleService>(ORDER_GROUP_MODULE)
  const { customer_id } = await groups.retrieveOrderGroup(order_group_id)
  return customer_id ?? order_group_id
}

type Registered = {
  order_id: string
  order_number: string
  session_seconds: number
  redirect_url?: string
  return_url?: string
}

/** Writes a registration down: a live transaction that shuts no other way to pay out. */
export async function addAttempt(
  { gateway, provider_id, now }: CheckoutContext,
  payable: PayableView,
  registered: Registered
): Promise<void> {
  const { order_id, order_number, session_seconds, ...rest } = registered
  await gateway.addAttempt({
    id: generateEntityId(undefined, "gtx"),
    provider_id,
    payable_id: payable.id,
    external_id: order_id,
    amount_tiyin: payable.amount_tiyin,
    account: { order_number },
    provider_time: now,
    create_time: now,
    details: { ...rest, order_number, session_ends_at: now + session_seconds * 1000 },
  })
}

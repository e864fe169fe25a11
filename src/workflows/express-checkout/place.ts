import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { secretToken } from "../../lib/ids"
import { isLockFailure, isUniqueViolation } from "../../lib/sql"
import { drawShortCodes } from "../../modules/order-group/lib/short-code"
import { CheckoutErrors } from "../../modules/order-group/errors"
import { ExpressErrors } from "../../modules/order-group/express-errors"
import { announce } from "./announce"
import { placeByCart } from "./by-cart"
import { handledWorkflows } from "./hooks"
import { cartOf, sellersOf, withTotals } from "./lib/cart"
import { addDiscounts, addTaxes, pricesOf } from "./lib/charges"
import { checkBasket, Checked } from "./lib/check"
import { drawCheckout } from "./lib/draw"
import { cartIdFor, hashOf } from "./lib/key"
import { newId } from "./lib/rows"
import { writeCheckout } from "./lib/write"
import { readFacts } from "./queries/facts"
import { ExpressInput, Facts } from "./types"
import { noteVisitor } from "./visitor"
import { askHost } from "./workflows/validate"

const TRIES = 3

/**
 * Orders a basket in one call: what creating a cart, filling it and completing it come to, each thing done once. One key
 * makes one group, whoever asks and however often: a repeated or parallel call answers the same group. Emits
 * `order.placed` for each order and `order-group.created`, and for what costs nothing the events of a paid group.
 * @param key the caller's `Idempotency-Key`; without one every call is a new checkout
 * @throws {MedusaError} the refusals of `ExpressErrors` and `CheckoutErrors`, 404 for a variant; nothing has been written
 */
export async function placeExpress(
  container: MedusaContainer,
  input: ExpressInput,
  key: string | null
): Promise<{ id: string; cart_id: string }> {
  if (key === null) {
    return placeOnce(container, input, newId("cart"))
  }
  const cartId = cartIdFor(container, input, key)
  // Repetitions wait for the first; what this lock cannot see (another process) the group's unique cart refuses.
  return container
    .resolve(Modules.LOCKING)
    .execute(`checkout:${cartId}`, () => placeOnce(container, input, cartId), { timeout: 30 })
}

async function placeOnce(container: MedusaContainer, input: ExpressInput, cart_id: string) {
  const hash = hashOf(input)
  for (let attempt = 1; ; attempt++) {
    const drawn = drawShortCodes()
    const facts = await readFacts(container, input, { cart_id, drawn })
    if (facts.placed) {
      return { id: placedBefore(facts.placed, hash), cart_id }
    }
    try {
      return { id: await place(container, input, { facts, drawn, cart_id, hash }), cart_id }
    } catch (error) {
      // Another call with this key was quicker, or a code or number that was free a moment ago is not, or PostgreSQL has
      // undone this one so that another could go on.
      const isHeld = isLockFailure(error)
      if (attempt === TRIES || !(isHeld || isUniqueViolation(error))) {
        throw isHeld ? CheckoutErrors.busy() : error
      }
    }
  }
}

/** @throws {MedusaError} CHECKOUT_KEY_REUSED when the key was another basket's */
function placedBefore({ id, status, hash }: NonNullable<Facts["placed"]>, wanted: string): string {
  if (hash !== wanted) {
    throw ExpressErrors.keyReused()
  }
  if (status === "placing") {
    throw CheckoutErrors.busy()
  }
  return id
}

type Around = { facts: Facts; drawn: string[]; cart_id: string; hash: string }

async function place(container: MedusaContainer, input: ExpressInput, around: Around): Promise<string> {
  const { facts, cart_id } = around
  const checked = checkBasket(input, facts)
  if (checked.is_core || handledWorkflows().length > 0) {
    return placeByCart(container, input, { basket: checked, cart_id, hash: around.hash })
  }
  const basket = withBuyer(checked, input.email)
  const bare = cartOf(input, basket, await pricesOf(container, input, basket), cart_id)
  await addTaxes(container, bare, basket, facts)
  await addDiscounts(container, bare, input.promo_codes, basket, facts)
  const cart = withTotals(bare)
  await askHost(container, { input, cart })
  const checkout = await drawCheckout(container, {
    ...around,
    input,
    basket,
    cart,
    sellers: sellersOf(basket),
    group: { id: newId("ogrp"), token: secretToken() },
  })
  const levels = await writeCheckout(container, checkout)
  await noteVisitor(container, input, cart_id)
  // The orders stand: a bus that cannot be reached makes nobody order twice.
  await announce(container, checkout, levels).catch((error: Error) =>
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`order group ${checkout.group.id} stands, but nobody could be told`, error)
  )
  return checkout.group.id
}

/** As a cart does for an e-mail that nobody has come with yet, a guest is written down; here with the order itself. */
function withBuyer(basket: Checked, email: string | undefined): Checked {
  const guest = {
    id: newId("cus"),
    email: email ?? null,
    has_account: false,
    metadata: null,
    groups: [],
    is_new: true,
  }
  return basket.buyer || !email ? basket : { ...basket, buyer: guest }
}

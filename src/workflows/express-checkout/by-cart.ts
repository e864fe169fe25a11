import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { CheckoutErrors } from "../../modules/order-group/errors"
import { completeCheckout } from "../checkout"
import { fillCart } from "./fill-cart"
import { noteVisitor } from "./visitor"
import { ExpressInput } from "./types"
import { Checked } from "./lib/check"

export type Carted = { basket: Checked; cart_id: string; hash: string }

/**
 * Orders a basket the long way, inside one call: core's own workflows fill a cart, with every hook that a host handles and
 * every way of delivery that core knows, and it is completed as any cart is. The key's cart is this cart, so one key still
 * makes one group. What fails takes its cart along.
 * @throws {MedusaError} what core, the host and `completeCheckout` refuse; CHECKOUT_BUSY
 */
export async function placeByCart(
  container: MedusaContainer,
  input: ExpressInput,
  carted: Carted
): Promise<string> {
  const { cart_id } = carted
  await clearInterrupted(container, cart_id)
  let isFilled = false
  try {
    await fillCart(container, input, carted, () => {
      isFilled = true
    })
    await noteVisitor(container, input, cart_id)
    const { id, unpaid } = await completeCheckout(container, { cart_id })
    if (unpaid) {
      throw unpaid
    }
    return id
  } catch (error) {
    // A cart that is not ours to take away is another process's, with the same key.
    if (isFilled) {
      await discardCart(container, cart_id)
    }
    throw error
  }
}

/** Longer than any living checkout can take, in seconds: what `recover-checkouts` waits, and a little more. */
const STALE_SECONDS = 200

/**
 * A call with this key that a crash cut off leaves its cart behind; a younger one may still be alive in another process.
 * @throws {MedusaError} CHECKOUT_BUSY
 */
async function clearInterrupted(container: MedusaContainer, cartId: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ is_stale: boolean }> }>(
      `select created_at < now() - make_interval(secs => ?) as is_stale from cart where id = ?`,
      [STALE_SECONDS, cartId]
    )
  if (rows.length > 0 && !rows[0].is_stale) {
    throw CheckoutErrors.busy()
  }
  if (rows.length > 0) {
    await discardCart(container, cartId)
  }
}

/** Takes a cart away that has become no order; nobody was ever told its id. */
async function discardCart(container: MedusaContainer, cartId: string): Promise<void> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: unknown[] }>(`select 1 from order_group where cart_id = ? and deleted_at is null`, [cartId])
  if (rows.length === 0) {
    await container.resolve(ContainerRegistrationKeys.LINK).delete({ [Modules.CART]: { cart_id: cartId } })
    await container.resolve(Modules.CART).deleteCarts([cartId])
  }
}

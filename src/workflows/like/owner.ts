import { MedusaContainer } from "@medusajs/framework/types"
import { LIKE_MODULE } from "../../modules/like"
import { LikeErrors } from "../../modules/like/errors"
import { GUEST_LIKES, NEW_VISITORS } from "../../modules/like/lib/limits"
import type LikeModuleService from "../../modules/like/service"
import { networkOf } from "../../lib/network"
import { memoryRateLimit, rateLimit } from "../../lib/rate-limit"
import { forgetMerged, rememberMerged, wasMergedLately } from "./lately"
import { LikeOwner } from "./toggle"

type Shopper = { customer_id: string | null; visitor_id: string | null }

export const likesOf = (container: MedusaContainer) => container.resolve<LikeModuleService>(LIKE_MODULE)

/**
 * Whose likes a shopper's are: the customer's once they have signed in, and what their visitor has liked becomes theirs then.
 * @returns null for somebody who is neither customer nor known visitor
 */
export async function likeOwner(container: MedusaContainer, shopper: Shopper): Promise<LikeOwner | null> {
  if (shopper.customer_id) {
    await mergeVisitor(container, shopper)
  }
  return ownerOf(shopper)
}

/** The same for one like: a visitor who was merged a moment ago is not asked for again. */
export async function likingOwner(container: MedusaContainer, shopper: Shopper): Promise<LikeOwner | null> {
  const { customer_id, visitor_id } = shopper
  if (visitor_id && !customer_id) {
    forgetMerged(visitor_id)
  }
  return visitor_id && customer_id && wasMergedLately(visitor_id)
    ? ownerOf(shopper)
    : likeOwner(container, shopper)
}

function ownerOf({ customer_id, visitor_id }: Shopper): LikeOwner | null {
  const owner_id = customer_id ?? visitor_id
  return owner_id ? { owner_id, customer_id } : null
}

/** Moves a visitor's likes to the customer, where there are both. @returns likes that were new to the customer */
export async function mergeVisitor(container: MedusaContainer, shopper: Shopper): Promise<number> {
  const { customer_id, visitor_id } = shopper
  if (!customer_id || !visitor_id) {
    return 0
  }
  const merged = await likesOf(container).mergeVisitor({ customer_id, visitor_id })
  rememberMerged(visitor_id)
  return merged
}

/**
 * Counts a new visitor of an address.
 * @throws {MedusaError} LIKE_TOO_MANY_VISITORS
 */
export async function admitVisitor(container: MedusaContainer, address: string | undefined): Promise<void> {
  const { redis_url } = likesOf(container).options
  const { tries, window_seconds } = NEW_VISITORS
  if (!(await rateLimit(redis_url).take(`like-visitor:${networkOf(address)}`, tries, window_seconds))) {
    throw LikeErrors.tooManyVisitors()
  }
}

/** Of this process, and of its own: whoever names many goods that do not exist crowds out nobody's other limits. */
export const guestLikes = memoryRateLimit()

/**
 * Counts a visitor's like of goods, from an address.
 * @throws {MedusaError} LIKE_TOO_MANY_VISITORS
 */
export async function admitGuestLike(address: string | undefined, productId: string): Promise<void> {
  const { tries, window_seconds } = GUEST_LIKES
  if (!(await guestLikes.take(`${networkOf(address)} ${productId}`, tries, window_seconds))) {
    throw LikeErrors.tooManyVisitors()
  }
}

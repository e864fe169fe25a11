import { MedusaContainer } from "@medusajs/framework/types"
import { RatingErrors } from "../../modules/rating/errors"
import { ReviewEvents } from "../../modules/rating/events"
import { ReviewContent } from "../../modules/rating/lib/content"
import { Written } from "../../modules/rating/review-service"
import { requireVisibleProduct } from "../store/visibility"
import { limitWriting } from "./limit-writing"
import { purchaseOf } from "./queries/purchases"
import { requireOwnReview, requireShownReview } from "./queries/require-review"
import { ratingsOf, tell } from "./ratings-of"

type Own = { id: string; customer_id: string }

/**
 * Writes a review of goods that the customer has bought and has. Emits `review.submitted`, and `review.approved` when
 * nobody has to read it first.
 * @throws {MedusaError} 404, REVIEW_TOO_OFTEN, REVIEW_EXISTS and those of `lib/right.ts`
 */
export async function writeReview(
  container: MedusaContainer,
  input: { product_id: string; customer_id: string; content: ReviewContent }
): Promise<string> {
  const { product_id, customer_id, content } = input
  const { company_id } = await requireVisibleProduct(container, product_id, customer_id)
  await limitWriting(container, customer_id)
  const { purchase, reason } = await purchaseOf(container, customer_id, { product_id }, company_id)
  if (reason !== null) {
    throw RatingErrors.noRight(reason)
  }
  const written = await ratingsOf(container).writeReview({
    ...content,
    product_id,
    company_id,
    customer_id,
    company_order_id: purchase.company_order_id,
    variant_id: purchase.variant_id ?? null,
    variant_title: purchase.variant_title ?? null,
  })
  await tellWritten(container, written)
  return written.id
}

/**
 * Changes a review of one's own, at any time; what others see stays until the operator has read the change. Emits
 * `review.submitted`.
 * @throws {MedusaError} 404, REVIEW_TOO_OFTEN
 */
export async function editReview(
  container: MedusaContainer,
  input: Own & { content: ReviewContent }
): Promise<void> {
  await requireOwnReview(container, input)
  await limitWriting(container, input.customer_id)
  await tellWritten(container, await ratingsOf(container).editReview(input))
}

/** Deletes a review of one's own. @throws {MedusaError} 404 */
export async function removeReview(container: MedusaContainer, input: Own): Promise<void> {
  await requireOwnReview(container, input)
  await ratingsOf(container).removeReview(input)
}

/**
 * Says whether a review was helpful.
 * @throws {MedusaError} 404, REVIEW_TOO_OFTEN, REVIEW_OWN
 */
export async function voteOnReview(
  container: MedusaContainer,
  input: Own & { is_helpful: boolean | null }
): Promise<void> {
  await requireShownReview(container, input)
  await limitWriting(container, input.customer_id, "click")
  await ratingsOf(container).vote(input)
}

/**
 * Reports a review to the operator.
 * @throws {MedusaError} 404, REVIEW_TOO_OFTEN, REVIEW_OWN
 */
export async function reportReview(
  container: MedusaContainer,
  input: Own & { reason: string; note: string | null }
): Promise<void> {
  await requireShownReview(container, input)
  await limitWriting(container, input.customer_id)
  await ratingsOf(container).report(input)
}

/** Tells of a review that has been written or changed. */
export async function tellWritten(container: MedusaContainer, written: Written): Promise<void> {
  const { status, is_waiting, ...facts } = written
  await tell(container, ReviewEvents.SUBMITTED, facts)
  if (status === "approved" && !is_waiting) {
    await tell(container, ReviewEvents.APPROVED, facts)
  }
}

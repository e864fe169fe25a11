import { MedusaContainer } from "@medusajs/framework/types"
import { ReviewEvents } from "../../modules/rating/events"
import { ratingsOf, tell } from "./ratings-of"

type Judge = { id: string; user_id: string; revision?: number }

/** Approves what waits of a review. Emits `review.approved`. @throws {MedusaError} 404, REVIEW_CHANGED_SINCE */
export async function approveReview(container: MedusaContainer, input: Judge): Promise<void> {
  const { is_new, ...facts } = await ratingsOf(container).approve(input)
  if (is_new) {
    await tell(container, ReviewEvents.APPROVED, facts)
  }
}

/** Rejects it with a reason for its author. Emits `review.rejected`. @throws {MedusaError} 404, REVIEW_CHANGED_SINCE */
export async function rejectReview(
  container: MedusaContainer,
  input: Judge & { reason: string }
): Promise<void> {
  const { is_new, ...facts } = await ratingsOf(container).reject(input)
  if (is_new) {
    await tell(container, ReviewEvents.REJECTED, facts)
  }
}

/** Leaves a reported review as it is. @throws {MedusaError} 404 */
export async function dismissReports(container: MedusaContainer, input: Judge): Promise<void> {
  await ratingsOf(container).dismissReports(input)
}

/**
 * The company's answer; null takes it off. Emits `review.replied`.
 * @throws {MedusaError} 404, REVIEW_NOT_SHOWN, REVIEW_REPLY_WORDS
 */
export async function replyToReview(
  container: MedusaContainer,
  input: { id: string; company_id: string; user_id: string; text: string | null }
): Promise<void> {
  const facts = await ratingsOf(container).reply(input)
  if (input.text !== null) {
    await tell(container, ReviewEvents.REPLIED, facts)
  }
}

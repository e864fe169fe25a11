import { MedusaContainer } from "@medusajs/framework/types"
import { rateLimit } from "../../lib/rate-limit"
import { RatingErrors } from "../../modules/rating/errors"
import { ratingsOf } from "./ratings-of"

/** Tries of a customer in an hour: of writing, and of a click that writes little. */
const TRIES = { write: 60, click: 300 }
const HOUR = 3_600

/**
 * Counts what a customer writes.
 * @throws {MedusaError} REVIEW_TOO_OFTEN
 */
export async function limitWriting(
  container: MedusaContainer,
  customerId: string,
  kind: keyof typeof TRIES = "write"
): Promise<void> {
  const limit = rateLimit(ratingsOf(container).options.redis_url)
  if (!(await limit.take(`review:${kind}:${customerId}`, TRIES[kind], HOUR))) {
    throw RatingErrors.tooOften()
  }
}

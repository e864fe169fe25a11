import { networkOf } from "../../../lib/network"
import { memoryRateLimit } from "../../../lib/rate-limit"
import { SearchLogErrors } from "../../../modules/search-log/errors"

/** Suggestions that one address may ask for, and in what time: many people share an address, and each letter is a question. */
const LIMIT = { tries: 1_200, window_seconds: 60 }

/** Of this process alone: a question of a few milliseconds does not wait for Redis. */
const asked = memoryRateLimit()

/**
 * Counts a question from an address.
 * @throws {MedusaError} SEARCH_TOO_MANY_REQUESTS
 */
export async function admitSuggesting(address: string | undefined): Promise<void> {
  if (!(await asked.take(networkOf(address), LIMIT.tries, LIMIT.window_seconds))) {
    throw SearchLogErrors.tooMany()
  }
}

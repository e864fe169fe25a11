import { MedusaContainer } from "@medusajs/framework/types"
import { ratingsOf } from "../workflows/rating"

/** Brings the mean that scores lean on up to date (docs/reviews.md, "Score"). */
export default async function refreshRatingPriors(container: MedusaContainer) {
  await ratingsOf(container).refreshPriors()
}

export const config = { name: "refresh-rating-priors", schedule: "*/15 * * * *" }

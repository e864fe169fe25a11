import { MedusaContainer } from "@medusajs/framework/types"
import { sweepReviewPhotos } from "../workflows/rating"

/** Deletes files of photos that were taken off their reviews. */
export default async function sweepPhotos(container: MedusaContainer) {
  while ((await sweepReviewPhotos(container)) > 0) {
    // the next hundred
  }
}

export const config = { name: "sweep-review-photos", schedule: "37 * * * *" }

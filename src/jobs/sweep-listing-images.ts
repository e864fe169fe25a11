import { MedusaContainer } from "@medusajs/framework/types"
import { sweepImages } from "../workflows/listing/images/sweep"

/** A removed picture can be put back for so long. */
const GRACE_MS = 24 * 60 * 60 * 1000

/** Deletes uploads that no goods have shown for a day. */
export default async function sweepListingImages(container: MedusaContainer) {
  const before = new Date(Date.now() - GRACE_MS)
  while ((await sweepImages(container, { before })) > 0) {
    // the next hundred
  }
}

export const config = { name: "sweep-listing-images", schedule: "17 * * * *" }

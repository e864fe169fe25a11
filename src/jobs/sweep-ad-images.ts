import { MedusaContainer } from "@medusajs/framework/types"
import { sweepAdImages } from "../workflows/ad"

/** A picture that was taken off an ad can be put back for so long. */
const GRACE_MS = 24 * 60 * 60 * 1000

/** Deletes pictures that no ad has shown for a day. */
export default async function sweepOldAdImages(container: MedusaContainer) {
  const before = new Date(Date.now() - GRACE_MS)
  while ((await sweepAdImages(container, { before })) > 0) {
    // the next hundred
  }
}

export const config = { name: "sweep-ad-images", schedule: "37 * * * *" }

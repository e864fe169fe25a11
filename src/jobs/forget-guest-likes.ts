import { MedusaContainer } from "@medusajs/framework/types"
import { forgetOldLikes } from "../workflows/like"

/** Once a day what visitors liked half a year ago, and never signed in for, is forgotten. */
export default async function forgetGuestLikes(container: MedusaContainer) {
  await forgetOldLikes(container, Date.now())
}

/** 04:10 in Tashkent. */
export const config = { name: "forget-guest-likes", schedule: "10 23 * * *" }

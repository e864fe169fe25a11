import { MedusaContainer } from "@medusajs/framework/types"
import { servingOf } from "../workflows/ad/serving"

/** Once a day tokens that nobody could use any more are forgotten, and clicks that no order can be owed to. */
export default async function pruneAdTokens(container: MedusaContainer) {
  await servingOf(container).prune(Date.now())
}

/** 03:40 in Tashkent. */
export const config = { name: "prune-ad-tokens", schedule: "40 22 * * *" }

import { MedusaContainer } from "@medusajs/framework/types"
import { expireAds } from "../workflows/ad"

/** Ends ads whose last moment has passed. Nobody is shown them meanwhile: the date itself is what counts. */
export default async function expireEndedAds(container: MedusaContainer) {
  while ((await expireAds(container)) > 0) {
    // the next five hundred
  }
}

export const config = { name: "expire-ads", schedule: "* * * * *" }

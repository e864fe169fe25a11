import { MedusaContainer } from "@medusajs/framework/types"
import { chargeAds, tellFundsOut } from "../workflows/ad"

/** An ad's present day is charged once an hour, so that a busy ad does not fill the ledger; a day that is over, at once. */
const QUIET_MINUTES = 60

/** Brings what ads have cost into the ledger, and tells companies whose balance is used up. */
export default async function chargeAdsNow(container: MedusaContainer) {
  await chargeAds(container, { quiet_minutes: QUIET_MINUTES })
  await tellFundsOut(container)
}

export const config = { name: "charge-ads", schedule: "* * * * *" }

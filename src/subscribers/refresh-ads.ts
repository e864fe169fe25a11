import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { AdEvents, AdFundsEvents } from "../modules/ad/events"
import { CompanyEvents } from "../modules/company/events"
import { refreshAdIndex } from "../workflows/ad/serving"

/** What may be shown has changed: the ads in memory are read anew. */
export default async function refreshAds({ container }: SubscriberArgs) {
  await refreshAdIndex(container)
}

export const config: SubscriberConfig = {
  event: [
    ...Object.values(AdEvents),
    AdFundsEvents.OUT,
    CompanyEvents.SUSPENDED,
    CompanyEvents.REINSTATED,
    CompanyEvents.ARCHIVED,
    "company.visibility-changed",
  ],
  context: { subscriberId: "bozor-refresh-ads" },
}

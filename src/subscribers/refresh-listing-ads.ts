import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ListingEvents } from "../modules/listing/events"
import { refreshAdIndexFor } from "../workflows/ad/serving"

/** Advertised goods have another price, name or picture, or are gone. */
export default async function refreshListingAds({ event, container }: SubscriberArgs<{ id: string }>) {
  await refreshAdIndexFor(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: [ListingEvents.UPDATED, ListingEvents.ARCHIVED],
  context: { subscriberId: "bozor-refresh-listing-ads" },
}

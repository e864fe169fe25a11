import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ListingEvents } from "../modules/listing/events"
import { tellLikeNews, watchLikedGoods } from "../workflows/like"

/** A company has changed goods: who likes them hears at once of a lower price. The job finds whatever else moves stock. */
export default async function likedGoodsChanged({
  event,
  container,
}: SubscriberArgs<{ product_id: string }>) {
  if (await watchLikedGoods(container, [event.data.product_id])) {
    await tellLikeNews(container)
  }
}

export const config: SubscriberConfig = {
  event: ListingEvents.UPDATED,
  context: { subscriberId: "bozor-watch-likes" },
}

import { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { LikeEvents } from "../modules/like/events"
import { watchLikedGoods } from "../workflows/like"

type Liked = { product_id: string; like_count: number }

/** Goods that are liked for the first time are watched from now on; the job finds what was missed. */
export default async function firstLiked({ event, container }: SubscriberArgs<Liked>) {
  if (event.data.like_count === 1) {
    await watchLikedGoods(container, [event.data.product_id])
  }
}

export const config: SubscriberConfig = {
  event: LikeEvents.ADDED,
  context: { subscriberId: "bozor-watch-first-like" },
}

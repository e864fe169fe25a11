import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { GUEST_LIKE_DAYS } from "../../modules/like/lib/limits"
import { likesOf } from "./owner"

const DAY_MS = 86_400_000
const BATCH = 1_000
/** News that was told is kept so long, for whoever wants to know what happened. */
const TOLD_DAYS = 30

/**
 * What nobody needs any more: likes of visitors who never signed in, owners without likes and lists, the watch on goods that
 * nobody likes, and news that was told long ago.
 * @returns forgotten likes
 */
export async function forgetOldLikes(container: MedusaContainer, now: number): Promise<number> {
  const before = new Date(now - GUEST_LIKE_DAYS * DAY_MS)
  let sum = 0
  for (let removed = BATCH; removed === BATCH; sum += removed) {
    removed = await likesOf(container).forgetGuests(before, BATCH)
  }
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw(`delete from like_owner where like_count = 0 and list_count = 0`)
  await knex.raw(
    `delete from like_watch w
      where not exists (select 1 from product_like_count k where k.product_id = w.product_id and k.like_count > 0)`
  )
  await knex.raw(`delete from like_news where told_at < ?`, [
    new Date(now - TOLD_DAYS * DAY_MS).toISOString(),
  ])
  return sum
}

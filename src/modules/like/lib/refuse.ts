import { LikeErrors } from "../errors"
import { MOST_LIKES, MOST_LIST_ITEMS, MOST_LISTS } from "./limits"

/** Names of the constraints that keep the limits (see the migration). */
const LIMITS: Record<string, () => Error> = {
  like_owner_likes_most: () => LikeErrors.full(MOST_LIKES),
  like_owner_lists_most: () => LikeErrors.listsFull(MOST_LISTS),
  like_list_items_most: () => LikeErrors.listFull(MOST_LIST_ITEMS),
}

/** What to throw for an error of PostgreSQL's: a refusal where a limit was reached, else the error itself. */
export function refusal(error: unknown): unknown {
  const text = String((error as Error | undefined)?.message)
  const limit = Object.keys(LIMITS).find((name) => text.includes(`"${name}"`))
  return limit ? LIMITS[limit]() : error
}

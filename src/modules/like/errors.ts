import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"

const { NOT_ALLOWED } = MedusaError.Types

/** Every refusal of likes, follows and named lists. */
export const LikeErrors = {
  full: (most: number) =>
    catalogueError(NOT_ALLOWED, "LIKES_FULL", `At most ${most} goods can be liked; take some away first`),
  listsFull: (most: number) =>
    catalogueError(NOT_ALLOWED, "LIKE_LISTS_FULL", `A customer has at most ${most} lists; delete one first`),
  listFull: (most: number) =>
    catalogueError(NOT_ALLOWED, "LIKE_LIST_FULL", `A list has at most ${most} goods; start another one`),
  tooManyVisitors: () =>
    catalogueError(
      NOT_ALLOWED,
      "LIKE_TOO_MANY_VISITORS",
      "Too many visitors from this address; send the visitor token, sign in, or wait a while"
    ),
}

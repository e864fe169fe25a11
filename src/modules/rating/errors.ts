import { MedusaError } from "@medusajs/framework/utils"
import { catalogueError } from "../../lib/errors"
import { Refusal } from "./lib/right"

const { NOT_ALLOWED, INVALID_DATA } = MedusaError.Types

/** Every refusal of ratings and reviews. */
export const RatingErrors = {
  /** Why somebody may not rate a company or review goods (`lib/right.ts`). */
  noRight: (reason: Refusal) =>
    ({
      RATING_NOT_BOUGHT: () =>
        catalogueError(NOT_ALLOWED, "RATING_NOT_BOUGHT", "Only who has bought here can say how it was"),
      RATING_NOT_DELIVERED: () =>
        catalogueError(NOT_ALLOWED, "RATING_NOT_DELIVERED", "You can say how it was when you have the goods"),
      RATING_WINDOW_OVER: () =>
        catalogueError(
          NOT_ALLOWED,
          "RATING_WINDOW_OVER",
          "The time to say how it was is over for this purchase"
        ),
      RATING_OWN_COMPANY: () =>
        catalogueError(NOT_ALLOWED, "RATING_OWN_COMPANY", "Nobody says how it was in their own company"),
    })[reason](),
  tooOften: () =>
    catalogueError(NOT_ALLOWED, "REVIEW_TOO_OFTEN", "This was too often in a short time; try again later"),
  exists: () =>
    catalogueError(
      NOT_ALLOWED,
      "REVIEW_EXISTS",
      "You have reviewed this already; change your review instead"
    ),
  own: () => catalogueError(NOT_ALLOWED, "REVIEW_OWN", "Nobody votes on or reports a review of their own"),
  photosFull: (most: number) =>
    catalogueError(NOT_ALLOWED, "REVIEW_PHOTOS_FULL", `A review has at most ${most} photos`),
  photoMissing: () =>
    catalogueError(
      INVALID_DATA,
      "REVIEW_PHOTO_MISSING",
      "Send one to five pictures in the form field `files`"
    ),
  photoTooBig: () =>
    catalogueError(INVALID_DATA, "REVIEW_PHOTO_TOO_BIG", "A picture may have 5 megabytes at most"),
  photoUnreadable: (name: string) =>
    catalogueError(
      INVALID_DATA,
      "REVIEW_PHOTO_UNREADABLE",
      `${name} is not a whole JPEG, PNG or WebP picture of at most 50 megapixels`
    ),
  notShown: () => catalogueError(NOT_ALLOWED, "REVIEW_NOT_SHOWN", "A company answers what shoppers can see"),
  replyWords: (words: string[]) =>
    catalogueError(
      NOT_ALLOWED,
      "REVIEW_REPLY_WORDS",
      `An answer cannot have these words: ${words.join(", ")}`
    ),
  changedSince: () =>
    catalogueError(
      NOT_ALLOWED,
      "REVIEW_CHANGED_SINCE",
      "The author has changed the review meanwhile; read it again"
    ),
  wordTooShort: () =>
    catalogueError(INVALID_DATA, "REVIEW_WORD_TOO_SHORT", "A word needs three letters at least"),
  wordExists: () =>
    catalogueError(
      NOT_ALLOWED,
      "REVIEW_WORD_EXISTS",
      "This word, or one that is read alike, is listed already"
    ),
  wordsFull: (most: number) =>
    catalogueError(NOT_ALLOWED, "REVIEW_WORDS_FULL", `The list holds at most ${most} words`),
}

import { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { assertId, notFound } from "../../lib/errors"
import { sql } from "../../lib/sql"
import { RatingErrors } from "./errors"
import {
  editOf,
  hasToWait,
  isShown,
  PHOTOS_MOST,
  ReviewContent,
  ReviewStatus,
  wordsToCheck,
} from "./lib/content"
import { factsOf, insertReview, lockReview, NewReview, ReviewFacts, updateReview } from "./lib/review-rows"
import { CompanyRatingService } from "./rating-service"

/** Files of a photo in the store. */
export type StoredPhoto = {
  url: string
  file_key: string
  thumbnail_url: string
  thumbnail_key: string
  width: number
  height: number
}

type Author = { id: string; customer_id: string }
export type Written = ReviewFacts & { status: ReviewStatus; is_waiting: boolean }

/** What authors do to their reviews. */
export class ReviewService extends CompanyRatingService {
  /**
   * Writes a review. Whether the customer may is the caller's to ask (`lib/right.ts`).
   * @throws {MedusaError} REVIEW_EXISTS
   */
  @InjectTransactionManager()
  async writeReview(
    input: Omit<NewReview, "status" | "flagged_words" | "waits_since">,
    @MedusaContext() context: Context = {}
  ): Promise<Written> {
    assertId(input.product_id, "product id")
    assertId(input.customer_id, "customer id")
    const flagged_words = await this.flagged(wordsToCheck(input), context)
    const is_waiting = hasToWait(flagged_words, this.isModerated())
    const status: ReviewStatus = is_waiting ? "pending" : "approved"
    const waits_since = is_waiting ? new Date() : null
    const made = await insertReview(context, { ...input, status, flagged_words, waits_since })
    if (!made) {
      throw RatingErrors.exists()
    }
    return { ...made, status, is_waiting }
  }

  /**
   * Changes a review of one's own (`editOf` says what becomes of it).
   * @throws {MedusaError} 404
   */
  @InjectTransactionManager()
  async editReview(
    input: Author & { content: ReviewContent },
    @MedusaContext() context: Context = {}
  ): Promise<Written> {
    const row = await this.lockOwn(input, context)
    const flagged = await this.flagged(wordsToCheck(input.content), context)
    const edit = editOf(row, input.content, { flagged, isModerated: this.isModerated(), now: new Date() })
    // Photos that wait go on waiting, whatever becomes of the words.
    const waits_since = edit.waits_since ?? (row.waiting_photos > 0 ? (row.waits_since ?? new Date()) : null)
    await updateReview(context, row.id, { ...edit, waits_since, revision: row.revision + 1 })
    return { ...factsOf(row), status: edit.status, is_waiting: waits_since !== null }
  }

  /** Deletes a review of one's own, and its photos. @throws {MedusaError} 404 */
  @InjectTransactionManager()
  async removeReview(input: Author, @MedusaContext() context: Context = {}): Promise<ReviewFacts> {
    const row = await this.lockOwn(input, context)
    await sql(
      context,
      `update review_photo set deleted_at = now(), updated_at = now() where review_id = ? and deleted_at is null`,
      [row.id]
    )
    await updateReview(context, row.id, { deleted_at: new Date(), waits_since: null })
    return factsOf(row)
  }

  /**
   * Whether so many more photos fit.
   * @throws {MedusaError} 404, REVIEW_PHOTOS_FULL
   */
  @InjectTransactionManager()
  async checkPhotos(
    input: Author & { count: number },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const row = await this.lockOwn(input, context)
    if (row.photos + input.count > PHOTOS_MOST) {
      throw RatingErrors.photosFull(PHOTOS_MOST)
    }
  }

  /**
   * Adds photos. They wait for the operator as words do.
   * @throws {MedusaError} 404, REVIEW_PHOTOS_FULL
   */
  @InjectTransactionManager()
  async attachPhotos(
    input: Author & { photos: StoredPhoto[] },
    @MedusaContext() context: Context = {}
  ): Promise<Written> {
    const { photos } = input
    await this.checkPhotos({ ...input, count: photos.length }, context)
    const row = await lockReview(context, input.id)
    const is_approved = isShown(row.status) && !this.isModerated()
    for (const photo of photos) {
      await sql(
        context,
        `insert into review_photo (id, review_id, url, file_key, thumbnail_url, thumbnail_key, width, height, is_approved,
                created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())`,
        [
          generateEntityId(undefined, "rpho"),
          row.id,
          photo.url,
          photo.file_key,
          photo.thumbnail_url,
          photo.thumbnail_key,
          photo.width,
          photo.height,
          is_approved,
        ]
      )
    }
    // A rejected review waits again when its words have been changed.
    const isLeft = is_approved || row.status === "rejected"
    const waits_since = isLeft ? row.waits_since : (row.waits_since ?? new Date())
    await updateReview(context, row.id, { waits_since, revision: row.revision + 1 })
    return { ...factsOf(row), status: row.status, is_waiting: waits_since !== null }
  }

  /** Takes a photo off. Its files are deleted by a job. @throws {MedusaError} 404 */
  @InjectTransactionManager()
  async detachPhoto(
    input: Author & { photo_id: string },
    @MedusaContext() context: Context = {}
  ): Promise<void> {
    const row = await this.lockOwn(input, context)
    const [photo] = await sql<{ is_approved: boolean }>(
      context,
      `update review_photo set deleted_at = now(), updated_at = now()
        where id = ? and review_id = ? and deleted_at is null returning is_approved`,
      [input.photo_id, row.id]
    )
    if (!photo) {
      throw notFound("Photo", input.photo_id)
    }
    const left = row.waiting_photos - (photo.is_approved ? 0 : 1)
    if (isShown(row.status) && row.next === null && left === 0) {
      await updateReview(context, row.id, { waits_since: null })
    }
  }

  private lockOwn({ id, customer_id }: Author, context: Context) {
    assertId(id, "review id")
    assertId(customer_id, "customer id")
    return lockReview(context, id, { customer_id })
  }

  protected isModerated(): boolean {
    return true
  }
}

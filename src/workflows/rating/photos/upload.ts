import { randomUUID } from "node:crypto"
import { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { RatingErrors } from "../../../modules/rating/errors"
import { PreparedImage, prepareImage } from "../../listing/images/prepare"
import { limitWriting } from "../limit-writing"
import { requireOwnReview } from "../queries/require-review"
import { ratingsOf } from "../ratings-of"
import { tellWritten } from "../reviews"

type Own = { id: string; customer_id: string }
type SentPhoto = { name: string; content: Buffer }

/**
 * Adds photos to a review of one's own, encoded anew as those of goods are. All are looked at before the first is stored,
 * and the rows are written last: a call that dies in between leaves files that no address leads to. Emits `review.submitted`.
 * @throws {MedusaError} 404, REVIEW_TOO_OFTEN, REVIEW_PHOTOS_FULL, REVIEW_PHOTO_UNREADABLE
 */
export async function addReviewPhotos(
  container: MedusaContainer,
  own: Own,
  sent: SentPhoto[]
): Promise<void> {
  await requireOwnReview(container, own)
  await limitWriting(container, own.customer_id)
  await ratingsOf(container).checkPhotos({ ...own, count: sent.length })
  const prepared: PreparedImage[] = []
  for (const { name, content } of sent) {
    prepared.push(await prepare(content, name))
  }
  const storage = container.resolve(Modules.FILE)
  const stored = await storage.createFiles(
    prepared.flatMap(({ main, thumbnail }) => {
      const name = `review-${randomUUID()}`
      return [fileOf(`${name}.webp`, main), fileOf(`${name}-small.webp`, thumbnail)]
    })
  )
  const photos = prepared.map(({ width, height }, index) => ({
    url: stored[index * 2].url,
    file_key: stored[index * 2].id,
    thumbnail_url: stored[index * 2 + 1].url,
    thumbnail_key: stored[index * 2 + 1].id,
    width,
    height,
  }))
  try {
    await tellWritten(container, await ratingsOf(container).attachPhotos({ ...own, photos }))
  } catch (error) {
    await storage.deleteFiles(stored.map(({ id }) => id))
    throw error
  }
}

/** Takes a photo off a review of one's own. @throws {MedusaError} 404 */
export async function removeReviewPhoto(
  container: MedusaContainer,
  own: Own & { photo_id: string }
): Promise<void> {
  await requireOwnReview(container, own)
  await ratingsOf(container).detachPhoto(own)
}

const prepare = (content: Buffer, name: string) =>
  prepareImage(content, name).catch(() => {
    throw RatingErrors.photoUnreadable(name)
  })

const fileOf = (filename: string, content: Buffer) => ({
  filename,
  mimeType: "image/webp",
  content: content.toString("base64"),
  access: "public" as const,
})

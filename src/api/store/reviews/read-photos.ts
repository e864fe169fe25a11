import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer from "multer"
import { RatingErrors } from "../../../modules/rating/errors"
import { PHOTOS_MOST } from "../../../modules/rating/lib/content"

const MAX_BYTES = 5 * 1024 * 1024

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: PHOTOS_MOST, fields: 5, fieldSize: 1000, parts: PHOTOS_MOST + 5 },
}).array("files")

/** Reads the photos of a form into memory, few and small; what they are is found out from what is in them. */
export function readPhotos(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  upload(req as never, res as never, (error: unknown) => {
    if (error) {
      return next(refusalOf(error))
    }
    next(photosOf(req).length > 0 ? undefined : RatingErrors.photoMissing())
  })
}

/** The senders' names say nothing; pictures are counted, so that a message can point at one. */
export const photosOf = (req: MedusaRequest) =>
  ((req.files ?? []) as Express.Multer.File[]).map(({ buffer }, index) => ({
    name: `Picture ${index + 1}`,
    content: buffer,
  }))

function refusalOf(error: unknown) {
  const code = error instanceof multer.MulterError ? error.code : null
  if (code === "LIMIT_FILE_SIZE") {
    return RatingErrors.photoTooBig()
  }
  return code === "LIMIT_FILE_COUNT" ? RatingErrors.photosFull(PHOTOS_MOST) : RatingErrors.photoMissing()
}

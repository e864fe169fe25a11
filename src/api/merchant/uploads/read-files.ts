import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer from "multer"
import { ListingErrors } from "../../../modules/listing/errors"

const MAX_BYTES = 5 * 1024 * 1024
const MAX_FILES = 6

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: MAX_FILES, fields: 10, parts: MAX_FILES + 10 },
}).array("files")

/** Reads the files of a form into memory, few and small; what they are is found out later, from what is in them. */
export function readFiles(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  upload(req, res, (error: unknown) => next(error ? refusalOf(error) : undefined))
}

function refusalOf(error: unknown) {
  const code = error instanceof multer.MulterError ? error.code : null
  if (code === "LIMIT_FILE_SIZE") {
    return ListingErrors.imageTooBig()
  }
  return code === "LIMIT_FILE_COUNT" ? ListingErrors.imagesTooMany() : ListingErrors.imageMissing()
}

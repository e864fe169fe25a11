import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer, { MulterError } from "multer"
import { AdErrors } from "../../../modules/ad/errors"

const MAX_BYTES = 10 * 1024 * 1024

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: 1, fields: 2, fieldSize: 100, parts: 3 },
}).single("file")

/** Takes the one picture of a form into memory; a larger one is refused before it is whole. */
export function receiveImage(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  receive(req as never, res as never, (error: unknown) => {
    if (error) {
      const isTooBig = error instanceof MulterError && error.code === "LIMIT_FILE_SIZE"
      return next(isTooBig ? AdErrors.imageTooBig() : AdErrors.imageMissing())
    }
    next((req as { file?: unknown }).file ? undefined : AdErrors.imageMissing())
  })
}

/** The received picture, and the code of the place that it is for. */
export function imageOf(req: MedusaRequest): { content: Buffer; placement: string } {
  const { file, body } = req as unknown as { file: { buffer: Buffer }; body?: { placement?: unknown } }
  const placement = typeof body?.placement === "string" ? body.placement : ""
  return { content: file.buffer, placement }
}

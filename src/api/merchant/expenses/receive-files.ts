import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer, { MulterError } from "multer"
import { ExpenseErrors } from "../../../modules/expense/errors"
import { sentFile } from "../imports/receive-file"

const MAX_BYTES = 10 * 1024 * 1024
const MAX_FILES = 6

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_BYTES, files: MAX_FILES, fields: 5, fieldSize: 1000, parts: MAX_FILES + 5 },
}).array("files")

/** Takes the files of a form into memory; a larger one is refused before it is whole. */
export function receiveFiles(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  receive(req as never, res as never, (error: unknown) => {
    if (error) {
      return next(refusalOf(error))
    }
    next(filesOf(req).length > 0 ? undefined : ExpenseErrors.attachmentMissing())
  })
}

export const filesOf = (req: MedusaRequest) =>
  ((req.files ?? []) as Express.Multer.File[]).map((file) => sentFile(file))

function refusalOf(error: unknown) {
  const code = error instanceof MulterError ? error.code : null
  if (code === "LIMIT_FILE_SIZE") {
    return ExpenseErrors.attachmentTooBig()
  }
  return code === "LIMIT_FILE_COUNT" || code === "LIMIT_PART_COUNT"
    ? ExpenseErrors.attachmentsTooMany()
    : ExpenseErrors.attachmentMissing()
}

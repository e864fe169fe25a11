import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import multer, { MulterError } from "multer"
import { ExchangeErrors } from "../../../modules/exchange/errors"
import { LIMITS } from "../../../modules/exchange/lib/fields"

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: LIMITS.bytes, files: 1, fields: 5, fieldSize: 1000, parts: 6 },
}).single("file")

/** Takes the one file of a multipart request into memory; a larger one is refused before it is whole. */
export function receiveFile(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) {
  receive(req as never, res as never, (error: unknown) => {
    if (!error) {
      return next(fileOf(req) ? undefined : ExchangeErrors.fileMissing())
    }
    const isTooLarge = error instanceof MulterError && error.code === "LIMIT_FILE_SIZE"
    next(isTooLarge ? ExchangeErrors.fileTooLarge(LIMITS.bytes / 1024 / 1024) : ExchangeErrors.fileMissing())
  })
}

type Received = { originalname: string; buffer: Buffer }

/** A file of a form. Browsers send its name as UTF-8, which multipart headers hand on as Latin-1. */
export function sentFile({ originalname, buffer }: Received): { name: string; content: Buffer } {
  const name = Buffer.from(originalname, "latin1").toString("utf8").replaceAll("\0", "").slice(-200)
  return { name: name || "file", content: buffer }
}

/** The received file. */
export function fileOf(req: MedusaRequest): { name: string; content: Buffer } | undefined {
  const { file } = req as { file?: Received }
  return file && sentFile(file)
}

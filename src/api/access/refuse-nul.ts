import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** How JSON writes a NUL, or half of a letter: behind an odd number of backslashes. */
const UNSTORABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][\da-f]{2})/

/** Refuses text with a NUL or half a letter, which PostgreSQL cannot store and would answer with an error of its own. */
export function refuseNul(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const isUnstorable = /%00/.test(req.originalUrl) || UNSTORABLE.test(JSON.stringify(req.body ?? null))
  next(
    isUnstorable
      ? new MedusaError(
          MedusaError.Types.INVALID_DATA,
          "Text must not contain NUL or half of a letter",
          "INVALID_QUERY"
        )
      : undefined
  )
}

import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** How JSON writes a NUL: behind an odd number of backslashes. */
const NUL = /(?<!\\)(?:\\\\)*\\u0000/
/** Half of a letter, in the same way. */
const HALF = /(?<!\\)(?:\\\\)*\\ud[89a-f][\da-f]{2}/

function refuse(isUnstorable: (body: string) => boolean, what: string) {
  return (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    const body = JSON.stringify(req.body ?? null)
    // Nearly no text has a sign that JSON writes so.
    const isRefused = /%00/.test(req.originalUrl) || (body.includes("\\u") && isUnstorable(body))
    const { INVALID_DATA } = MedusaError.Types
    next(
      isRefused ? new MedusaError(INVALID_DATA, `Text must not contain ${what}`, "INVALID_QUERY") : undefined
    )
  }
}

/** Refuses text with a NUL or half a letter, which PostgreSQL cannot store and would answer with an error of its own. */
export const refuseNul = refuse((body) => NUL.test(body) || HALF.test(body), "NUL or half of a letter")

/** Refuses a NUL alone: a provider's statement may be cut in the middle of a letter, and is compared all the same. */
export const refuseNulOnly = refuse((body) => NUL.test(body), "NUL")

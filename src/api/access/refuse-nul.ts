import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** Refuses text with a NUL, which PostgreSQL cannot store and would answer with an error of its own. */
export function refuseNul(req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) {
  const hasNul = /%00/.test(req.originalUrl) || JSON.stringify(req.body ?? null).includes("\\u0000")
  next(
    hasNul
      ? new MedusaError(MedusaError.Types.INVALID_DATA, "Text must not contain NUL", "INVALID_QUERY")
      : undefined
  )
}

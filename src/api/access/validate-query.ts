import { MedusaError } from "@medusajs/framework/utils"
import { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"

/**
 * Checks a query string against a schema and leaves the result in `req.validatedQuery`. Our lists answer fixed fields
 * from SQL, so Medusa's `fields` machinery (`validateAndTransformQuery`) has nothing to do here.
 */
export function validateQuery(schema: z.ZodType<Record<string, unknown>>) {
  return (req: MedusaRequest, _: MedusaResponse, next: MedusaNextFunction) => {
    const parsed = schema.safeParse(req.query)
    if (!parsed.success) {
      const text = parsed.error.issues
        .map((issue) => `${issue.path.join(".") || "query"}: ${issue.message}`)
        .join("; ")
      return next(new MedusaError(MedusaError.Types.INVALID_DATA, `Invalid query: ${text}`, "INVALID_QUERY"))
    }
    req.validatedQuery = parsed.data
    next()
  }
}

/** Paging of every list of ours: at most 100 rows a page. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

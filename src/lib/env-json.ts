import { z } from "@medusajs/framework/zod"

/** A JSON array in a variable. */
export function jsonList<T extends z.ZodType>(item: T, what: string) {
  return z
    .string()
    .transform((value, ctx) => {
      try {
        return JSON.parse(value) as unknown
      } catch {
        ctx.addIssue({ code: "custom", message: `must be a JSON array of ${what}` })
        return z.NEVER
      }
    })
    .pipe(z.array(item).min(1))
}

import { z } from "@medusajs/framework/zod"

/** What is typed grows letter by letter: of a text that is too long the beginning is read. */
export const Suggest = z.strictObject({
  q: z
    .string()
    .max(1_000)
    .transform((text) => text.slice(0, 100))
    .default(""),
  limit: z.coerce.number().int().min(1).max(10).default(5),
})
export type SuggestQuery = z.infer<typeof Suggest>

export const NoQuery = z.strictObject({})

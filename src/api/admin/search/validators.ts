import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"
import { isPeriod, period } from "../../merchant/finance/validators"

/** How many words a group has, and how long they are, is said by the rule itself, with its own codes. */
const words = z.array(z.string().max(1_000)).max(1_000)

export const ListSynonyms = z.strictObject({
  ...paging,
  q: z.string().trim().max(100).optional(),
  is_active: z
    .enum(["true", "false"])
    .transform((text) => text === "true")
    .optional(),
})
export type ListSynonymsQuery = z.infer<typeof ListSynonyms>

export const NewSynonym = z
  .object({ words, is_one_way: z.boolean().default(false), is_active: z.boolean().default(true) })
  .strict()
export type NewSynonymBody = z.infer<typeof NewSynonym>

export const ChangeSynonym = z
  .object({ words: words.optional(), is_one_way: z.boolean().optional(), is_active: z.boolean().optional() })
  .strict()
export type ChangeSynonymBody = z.infer<typeof ChangeSynonym>

export const Report = isPeriod(z.strictObject(period))
export type ReportQuery = z.infer<typeof Report>

export const NoBody = z.object({}).strict()

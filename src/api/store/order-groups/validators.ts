import { z } from "@medusajs/framework/zod"
import { paging } from "../../access/validate-query"

/** `lang` and `return_url` shape the payment page that `payment_url` leads to. */
const payment = {
  lang: z.enum(["uz", "ru", "en"]).optional(),
  return_url: z
    .url()
    .max(500)
    // Payme's link has `;` for its separator, and no way to write one.
    .refine((url) => /^https?:/.test(url) && !url.includes(";"), "must be an http or https address without ;")
    .optional(),
}

export const ListOrderGroups = z.object({ ...paging, ...payment })
export const ReadOrderGroup = z.object({
  ...payment,
  token: z.string().max(100).optional(),
  /** Ask for the page of this provider too, where a page has to be asked for (Uzum Checkout). */
  provider_id: z.string().max(100).optional(),
})

export type ListOrderGroupsQuery = z.infer<typeof ListOrderGroups>
export type ReadOrderGroupQuery = z.infer<typeof ReadOrderGroup>

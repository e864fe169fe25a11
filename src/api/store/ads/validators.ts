import { z } from "@medusajs/framework/zod"
import { PLACEMENT_CODES } from "../../../modules/ad/lib/placements"

const text = (most: number) => z.string().trim().max(most).optional()
const token = z.string().min(1).max(2_000)

/** The language comes by `locale`, which Medusa takes from the query for every store route. */
export const ListAds = z
  .object({
    placement: z.enum(PLACEMENT_CODES),
    category_id: text(60),
    q: text(200),
    region: text(60),
    limit: z.coerce.number().int().min(1).max(20).optional(),
  })
  .strict()

export const CountImpressions = z.object({ tokens: z.array(token).min(1).max(50) }).strict()

export const CountClick = z.object({ token }).strict()

export type ListAdsQuery = z.infer<typeof ListAds>
export type CountImpressionsBody = z.infer<typeof CountImpressions>
export type CountClickBody = z.infer<typeof CountClick>

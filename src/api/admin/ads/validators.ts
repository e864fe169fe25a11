import { z } from "@medusajs/framework/zod"
import { ListAds } from "../../merchant/ads/validators"

/** `pending` are ads that wait, and approved ones of which a change waits; the oldest first. */
export const ListAnyAds = ListAds.extend({
  company_id: z.string().min(1).max(100).optional(),
  is_house: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true"),
})

/** The revision that was read: when the company has changed it meanwhile, nothing is decided. */
const revision = z.number().int().min(1).optional()
export const ApproveAd = z.strictObject({ revision })
export const RejectAd = z.strictObject({ revision, reason: z.string().trim().min(1).max(500) })

const pixels = z.number().int().min(50).max(4_000).nullable().optional()
const som = z
  .number()
  .min(0)
  .max(1_000_000_000)
  .refine((amount) => Math.round(amount * 100) / 100 === amount, "has at most two decimals")
  .nullable()
  .optional()

/** Null brings back what there was without an operator's word. */
export const ChangePlacement = z.strictObject({
  is_active: z.boolean().nullable().optional(),
  width: pixels,
  height: pixels,
  most: z.number().int().min(1).max(20).nullable().optional(),
  positions: z.array(z.number().int().min(1).max(100)).min(1).max(20).nullable().optional(),
  minimum_cpm: som,
  minimum_cpc: som,
})

export type ListAnyAdsQuery = z.infer<typeof ListAnyAds>
export type ApproveAdBody = z.infer<typeof ApproveAd>
export type RejectAdBody = z.infer<typeof RejectAd>
export type ChangePlacementBody = z.infer<typeof ChangePlacement>

import { z } from "@medusajs/framework/zod"
import { isDay } from "../../../modules/ledger/lib/period"
import { targetSchema } from "../../../modules/ad/lib/target"
import { paging } from "../../access/validate-query"

const SOM_MAX = 1_000_000_000_000
const hasWholeTiyin = (amount: number) => Math.round(amount * 100) / 100 === amount

const name = z.string().trim().min(1).max(100)
const id = z.string().min(1).max(100)
const placement = z.string().min(1).max(60)
const som = z.number().min(0).max(SOM_MAX).refine(hasWholeTiyin, "has at most two decimals")
const moment = z.iso.datetime({ offset: true })
const text = (most: number) => z.string().max(most).nullish()

/** Width and height come back as they were answered; the picture's own are what counts. */
const AdText = z.strictObject({
  title: text(90),
  text: text(250),
  image_url: text(2_000),
  image_key: text(2_000),
  width: z.number().nullish(),
  height: z.number().nullish(),
  link: text(2_000),
})
const content = z.strictObject({ uz: AdText.nullish(), ru: AdText.nullish(), en: AdText.nullish() })

export const facts = {
  name,
  kind: z.enum(["banner", "listing"]),
  placement,
  listing_id: id.nullable(),
  starts_at: moment.nullable(),
  /** `now` ends a running ad at once. */
  ends_at: z.union([moment, z.literal("now")]).nullable(),
  price_model: z.enum(["cpm", "cpc"]),
  price: som,
  total_budget: som.nullable(),
  daily_budget: som.nullable(),
  pacing: z.enum(["even", "fast"]),
  frequency_cap: z.number().int().min(1).max(1_000).nullable(),
  target: targetSchema,
  content,
}

const ANY = {
  listing_id: facts.listing_id.optional(),
  starts_at: facts.starts_at.default(null),
  ends_at: facts.ends_at.default(null),
  frequency_cap: facts.frequency_cap.default(null),
  target: facts.target.optional(),
  content: facts.content.optional(),
}

export const NewAd = z.strictObject({
  ...ANY,
  name,
  placement,
  kind: facts.kind.default("banner"),
  price_model: facts.price_model.default("cpm"),
  price: som.default(0),
  total_budget: facts.total_budget.default(null),
  daily_budget: facts.daily_budget.default(null),
  pacing: facts.pacing.default("even"),
})

export const ChangeAd = z.strictObject(facts).partial()

/** The market's own ads are banners that cost nothing. */
export const NewHouseAd = z.strictObject({
  ...ANY,
  name,
  placement,
  kind: z.literal("banner").default("banner"),
  listing_id: z.null().optional(),
})

export const ChangeHouseAd = z
  .strictObject({
    name,
    placement,
    kind: z.literal("banner"),
    listing_id: z.null(),
    starts_at: facts.starts_at,
    ends_at: facts.ends_at,
    frequency_cap: facts.frequency_cap,
    target: facts.target,
    content,
  })
  .partial()

export const ListAds = z.object({
  ...paging,
  status: z.enum(["draft", "pending", "approved", "rejected", "expired"]).optional(),
  q: z.string().trim().min(1).max(100).optional(),
})

const day = z.string().refine(isDay, "must be a day like 2026-11-21")
export const Results = z.object({ from: day.optional(), to: day.optional() })

export type AdBody = Partial<z.infer<typeof NewAd>>
export type NewAdBody = z.infer<typeof NewAd>
export type NewHouseAdBody = z.infer<typeof NewHouseAd>
export type ListAdsQuery = z.infer<typeof ListAds>
export type ResultsQuery = z.infer<typeof Results>

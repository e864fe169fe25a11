import { model } from "@medusajs/framework/utils"
import { AdCreative } from "./ad-creative"

/**
 * A campaign: one advertisement of a company in one place of the storefront, or the market's own (a house ad, without a
 * company and without a price). Money is in tiyin, days and hours are those of Tashkent.
 */
export const Ad = model
  .define("ad", {
    id: model.id({ prefix: "ad" }).primaryKey(),
    /** Null for a house ad. */
    company_id: model.text().nullable(),
    /** What the company calls it; shoppers do not see it. */
    name: model.text(),
    /** A picture that leads somewhere, or one of the company's goods at a fixed position of a list. */
    kind: model.enum(["banner", "listing"]).default("banner"),
    /** Code of the place (`lib/placements.ts`). */
    placement: model.text(),
    /** The goods of kind `listing`: those of the creative that is shown, or of the first one while none is. `target` likewise. */
    listing_id: model.text().nullable(),
    product_id: model.text().nullable(),
    /** Business rule 13. Whether it is shown besides depends on its days, budget and `is_paused`. */
    status: model.enum(["draft", "pending", "approved", "rejected", "expired"]).default("draft"),
    reject_reason: model.text().nullable(),
    is_paused: model.boolean().default(false),
    /** Why it stands still: `owner`, `operator`, `needs_end_date` (from an older system). `funds` does not stop it: the
     * company's balance is used up, and it has been told so. */
    pause_reason: model.text().nullable(),
    starts_at: model.dateTime().nullable(),
    ends_at: model.dateTime().nullable(),
    price_model: model.enum(["cpm", "cpc"]).default("cpm"),
    /** Tiyin per 1 000 impressions (cpm) or per click (cpc); 0 for house ads. */
    price_tiyin: model.bigNumber().default(0),
    total_budget_tiyin: model.bigNumber().nullable(),
    daily_budget_tiyin: model.bigNumber().nullable(),
    /** `even` spreads the day's budget over its hours; `fast` spends it as visitors come. */
    pacing: model.enum(["even", "fast"]).default("even"),
    /** Impressions per visitor and day; null for no cap. */
    frequency_cap: model.number().nullable(),
    /** `{ category_ids, query_words, regions, languages, hours }`; an empty or missing list means all (`lib/target.ts`). */
    target: model.json(),
    created_by: model.text().nullable(),
    submitted_at: model.dateTime().nullable(),
    reviewed_at: model.dateTime().nullable(),
    reviewed_by: model.text().nullable(),
    expired_at: model.dateTime().nullable(),
    /** All that it has had so far; the days are in `ad_day`. */
    impressions: model.bigNumber().default(0),
    clicks: model.bigNumber().default(0),
    spent_tiyin: model.bigNumber().default(0),
    source: model.enum(["manual", "legacy"]).default("manual"),
    creatives: model.hasMany(() => AdCreative, { mappedBy: "ad" }),
  })
  .indexes([
    { on: ["company_id", "created_at", "id"] },
    { on: ["status", "submitted_at", "id"] },
    { on: ["listing_id"], where: "listing_id is not null and deleted_at is null" },
  ])

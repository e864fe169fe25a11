import { model } from "@medusajs/framework/utils"
import { ReviewPhoto } from "./review-photo"

/**
 * What a buyer says of goods: one living row per customer and product. Shown, and counted by triggers into
 * `product_review_stat`, while it is `approved` or `reported`.
 */
export const ProductReview = model
  .define(
    { name: "product_review", tableName: "product_review" },
    {
      id: model.id({ prefix: "prev" }).primaryKey(),
      product_id: model.text(),
      /** Whose goods they are; null for the market's own. */
      company_id: model.text().nullable(),
      customer_id: model.text(),
      /** The order that gave the right to review, and which of the variants was in it. */
      company_order_id: model.text().nullable(),
      variant_id: model.text().nullable(),
      variant_title: model.text().nullable(),
      stars: model.number(),
      title: model.text().nullable(),
      text: model.text().nullable(),
      pros: model.text().nullable(),
      cons: model.text().nullable(),
      /** 1…5 each, or not said. */
      quality_stars: model.number().nullable(),
      match_stars: model.number().nullable(),
      delivery_stars: model.number().nullable(),
      locale: model.enum(["uz", "ru", "en"]),
      status: model.enum(["pending", "approved", "rejected", "reported"]).default("pending"),
      reject_reason: model.text().nullable(),
      /** Words that the filter found, as they are listed. */
      flagged_words: model.array().default([]),
      /** An edit of a shown review that waits for the operator (`lib/content.ts`); until then the old text is shown. */
      next: model.json().nullable(),
      /** Raised by each of its author's changes, so that the operator approves what the operator has read. */
      revision: model.number().default(1),
      /** Since when something of it waits for the operator: all of it, an edit, or a photo. Null when nothing does. */
      waits_since: model.dateTime().nullable(),
      reviewed_at: model.dateTime().nullable(),
      reviewed_by: model.text().nullable(),
      edited_at: model.dateTime().nullable(),
      /** Kept by triggers. */
      helpful_count: model.number().default(0),
      unhelpful_count: model.number().default(0),
      photo_count: model.number().default(0),
      /** Reports that nobody has dealt with yet. */
      report_count: model.number().default(0),
      /** The company's answer. */
      reply_text: model.text().nullable(),
      reply_at: model.dateTime().nullable(),
      reply_by: model.text().nullable(),
      photos: model.hasMany(() => ReviewPhoto, { mappedBy: "review" }),
    }
  )
  .indexes([
    { on: ["product_id", "customer_id"], unique: true },
    {
      on: ["product_id", "created_at", "id"],
      where: "status in ('approved', 'reported') and deleted_at is null",
      name: "IDX_product_review_shown_newest",
    },
    {
      on: ["product_id", "helpful_count", "created_at", "id"],
      where: "status in ('approved', 'reported') and deleted_at is null",
      name: "IDX_product_review_shown_helpful",
    },
    {
      on: ["product_id", "stars", "created_at", "id"],
      where: "status in ('approved', 'reported') and deleted_at is null",
      name: "IDX_product_review_shown_stars",
    },
    { on: ["company_id", "created_at", "id"] },
    { on: ["customer_id", "created_at", "id"] },
    { on: ["status", "created_at", "id"] },
    { on: ["waits_since", "id"], where: "waits_since is not null and deleted_at is null" },
  ])

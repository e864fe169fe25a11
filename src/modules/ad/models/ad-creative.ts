import { model } from "@medusajs/framework/utils"
import { Ad } from "./ad"

/**
 * One revision of what an ad shows, in three languages. The approved one is shown; a later one waits beside it until the
 * operator has decided, and takes its place or does not.
 */
export const AdCreative = model
  .define(
    { name: "ad_creative", tableName: "ad_creative" },
    {
      id: model.id({ prefix: "adc" }).primaryKey(),
      ad: model.belongsTo(() => Ad, { mappedBy: "creatives" }),
      revision: model.number().default(1),
      /** `superseded` is an approved one that a later one has replaced. */
      status: model.enum(["draft", "pending", "approved", "rejected", "superseded"]).default("draft"),
      /** `{ uz, ru, en }`, each `{ title, text, image_url, image_key, width, height, link } | null`; at least one language. */
      content: model.json(),
      /** Whom this revision is for, and what it advertises: they are read by the operator with it, and take effect with it. */
      target: model.json(),
      listing_id: model.text().nullable(),
      product_id: model.text().nullable(),
      reject_reason: model.text().nullable(),
      submitted_at: model.dateTime().nullable(),
      reviewed_at: model.dateTime().nullable(),
      reviewed_by: model.text().nullable(),
    }
  )
  .indexes([
    { on: ["ad_id", "revision"], unique: true },
    {
      on: ["ad_id"],
      unique: true,
      where: "status = 'approved' and deleted_at is null",
      name: "IDX_ad_creative_live",
    },
    {
      on: ["ad_id"],
      unique: true,
      where: "status in ('draft', 'pending', 'rejected') and deleted_at is null",
      name: "IDX_ad_creative_next",
    },
    { on: ["status", "submitted_at"] },
  ])

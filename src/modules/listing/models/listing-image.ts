import { model } from "@medusajs/framework/utils"

/**
 * A picture that a company uploaded: whose it is and where its two files lie. What is not in this table (a link into
 * somebody else's site, another company's upload) is never deleted on a company's behalf.
 */
export const ListingImage = model
  .define("listing_image", {
    id: model.id({ prefix: "limg" }).primaryKey(),
    company_id: model.text(),
    url: model.text(),
    file_key: model.text(),
    thumbnail_url: model.text(),
    thumbnail_key: model.text(),
    /** Pixels of the stored picture, as it is looked at. */
    width: model.number(),
    height: model.number(),
    /** Since when no goods show it; null while some do. The files go a day later, so that a removal can be undone. */
    unused_since: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["url"], unique: true },
    { on: ["company_id"] },
    { on: ["unused_since"], where: "unused_since is not null and deleted_at is null" },
  ])

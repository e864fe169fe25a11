import { model } from "@medusajs/framework/utils"

/** A picture that was uploaded for an ad: whose it is, and where its file lies. Nobody else's ad can show it. */
export const AdImage = model
  .define(
    { name: "ad_image", tableName: "ad_image" },
    {
      id: model.id({ prefix: "adi" }).primaryKey(),
      /** Null for the market's own. */
      company_id: model.text().nullable(),
      key: model.text(),
      url: model.text(),
      width: model.number(),
      height: model.number(),
      /** Of the bytes as they were sent. */
      sha256: model.text(),
      /** Since when no ad shows it; null while one does. The file goes a day later. */
      unused_since: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["url"], unique: true },
    { on: ["company_id"] },
    { on: ["unused_since"], where: "unused_since is not null and deleted_at is null" },
  ])

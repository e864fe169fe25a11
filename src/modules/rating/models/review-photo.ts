import { model } from "@medusajs/framework/utils"
import { ProductReview } from "./product-review"

/** A photo of a review, encoded anew, in public storage. One that is taken off stays until its files are deleted. */
export const ReviewPhoto = model
  .define(
    { name: "review_photo", tableName: "review_photo" },
    {
      id: model.id({ prefix: "rpho" }).primaryKey(),
      review: model.belongsTo(() => ProductReview, { mappedBy: "photos" }),
      url: model.text(),
      file_key: model.text(),
      thumbnail_url: model.text(),
      thumbnail_key: model.text(),
      width: model.number(),
      height: model.number(),
      /** False while the operator has not seen it. */
      is_approved: model.boolean().default(false),
    }
  )
  .indexes([
    { on: ["review_id", "created_at", "id"] },
    { on: ["deleted_at"], where: "deleted_at is not null", name: "IDX_review_photo_gone" },
  ])

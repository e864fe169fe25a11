import { model } from "@medusajs/framework/utils"

/** Goods that a customer has put together under a name; others see them by a secret address only. */
export const LikeList = model
  .define(
    { name: "like_list", tableName: "like_list" },
    {
      id: model.id({ prefix: "llst" }).primaryKey(),
      customer_id: model.text(),
      name: model.text(),
      /** Hash of the secret in the shared address; null while it is shared with nobody. */
      share_hash: model.text().nullable(),
      /** All that lie in it, whether they can be seen now or not: what the limit is kept by. */
      item_count: model.number().default(0),
    }
  )
  .indexes([
    { on: ["customer_id", "created_at", "id"] },
    { on: ["share_hash"], unique: true, where: "share_hash is not null and deleted_at is null" },
  ])

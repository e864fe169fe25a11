import { model } from "@medusajs/framework/utils"

/** Whether somebody found a review helpful: one row per customer and review. Triggers keep the review's counters. */
export const ReviewVote = model
  .define(
    { name: "review_vote", tableName: "review_vote" },
    {
      id: model.id({ prefix: "rvot" }).primaryKey(),
      review_id: model.text(),
      customer_id: model.text(),
      is_helpful: model.boolean(),
    }
  )
  .indexes([{ on: ["review_id", "customer_id"], unique: true }, { on: ["customer_id"] }])

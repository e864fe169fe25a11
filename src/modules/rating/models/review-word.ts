import { model } from "@medusajs/framework/utils"

/** A word of the operator's that sends a review to moderation, besides those that are built in (`lib/words.ts`). */
export const ReviewWord = model
  .define(
    { name: "review_word", tableName: "review_word" },
    {
      id: model.id({ prefix: "rwrd" }).primaryKey(),
      word: model.text(),
      /** The word as the filter compares it: two spellings of one word are one row. */
      skeleton: model.text(),
      created_by: model.text().nullable(),
    }
  )
  .indexes([{ on: ["skeleton"], unique: true }])

import { model } from "@medusajs/framework/utils"

/** A group of words that mean the same, for the search; of a built-in one only whether it is in use. */
export const SearchSynonym = model
  .define(
    { name: "search_synonym", tableName: "search_synonym" },
    {
      id: model.id({ prefix: "ssyn" }).primaryKey(),
      origin: model.enum(["own", "builtin"]).default("own"),
      words: model.array(),
      /** The same for the same words in any order and spelling; of a built-in group its id. */
      key: model.text(),
      is_one_way: model.boolean().default(false),
      is_active: model.boolean().default(true),
    }
  )
  .indexes([{ on: ["key"], unique: true }])

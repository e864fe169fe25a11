import { model } from "@medusajs/framework/utils"

/** The explicit grant that makes a Medusa user an operator of the whole market. Nothing else does. */
export const Operator = model
  .define(
    { name: "market_operator", tableName: "market_operator" },
    {
      id: model.id({ prefix: "oper" }).primaryKey(),
      user_id: model.text(),
      granted_by: model.text().nullable(),
    }
  )
  .indexes([{ on: ["user_id"], unique: true }])

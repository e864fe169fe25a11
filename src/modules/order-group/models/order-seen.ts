import { model } from "@medusajs/framework/utils"

/** Up to where a company's person has looked at its orders: what came later is unread. */
export const OrderSeen = model
  .define(
    { name: "order_seen", tableName: "order_seen" },
    {
      id: model.id({ prefix: "oseen" }).primaryKey(),
      member_id: model.text(),
      seen_at: model.dateTime(),
    }
  )
  .indexes([{ on: ["member_id"], unique: true }])

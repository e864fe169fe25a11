import { model } from "@medusajs/framework/utils"
import { CompanyOrder } from "./company-order"

/**
 * One checkout of one shopper: a cart that became one Medusa order per company. `placing` is the claim on the cart
 * written before anything else, so that a crash in the middle of a checkout leaves a trace to clean up by.
 */
export const OrderGroup = model
  .define(
    { name: "order_group", tableName: "order_group" },
    {
      id: model.id({ prefix: "ogrp" }).primaryKey(),
      cart_id: model.text(),
      status: model
        .enum(["placing", "pending", "paid", "expired", "canceled", "refunded"])
        .default("placing"),
      customer_id: model.text().nullable(),
      email: model.text().nullable(),
      currency_code: model.text(),
      total: model.bigNumber().default(0),
      /** Payment provider of the whole group, as Medusa names it (`pp_payme_payme`). */
      provider_id: model.text().nullable(),
      /** Secret by which a guest reads the group. */
      token: model.text(),
      expires_at: model.dateTime().nullable(),
      paid_at: model.dateTime().nullable(),
      orders: model.hasMany(() => CompanyOrder, { mappedBy: "group" }),
    }
  )
  .indexes([
    // The guard of "one group per cart" in every process and after every crash.
    { on: ["cart_id"], unique: true, where: null as never },
    { on: ["token"], unique: true },
    { on: ["customer_id", "created_at"] },
    { on: ["status", "expires_at"] },
  ])

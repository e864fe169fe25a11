import { model } from "@medusajs/framework/utils"

/**
 * Money that a company owes for ads of one day and has to be posted to the ledger. Written before the ledger is told, under
 * this id; posted once, however often somebody tries.
 */
export const AdCharge = model
  .define(
    { name: "ad_charge", tableName: "ad_charge" },
    {
      id: model.id({ prefix: "adch" }).primaryKey(),
      ad_id: model.text(),
      company_id: model.text(),
      /** Day of Tashkent, `2026-11-21`. */
      day: model.text(),
      amount_tiyin: model.bigNumber(),
      occurred_at: model.dateTime(),
      posted_at: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["company_id", "day"] },
    { on: ["occurred_at"], where: "posted_at is null and deleted_at is null" },
    { on: ["ad_id", "day"] },
  ])

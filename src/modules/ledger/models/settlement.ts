import { model } from "@medusajs/framework/utils"

/**
 * A company's statement of one period. Its figures (`…_tiyin`, SQL only) are frozen by a trigger; only the payment is
 * noted afterwards. `carried`: nothing is paid by it, the balance goes on into the next statement.
 */
export const Settlement = model
  .define(
    { name: "settlement", tableName: "settlement" },
    {
      id: model.id({ prefix: "setl" }).primaryKey(),
      company_id: model.text(),
      currency_code: model.text(),
      /** First and last day, both included, as Tashkent counts them: `2026-11-01`. */
      period_from: model.text(),
      period_to: model.text(),
      status: model.enum(["closed", "carried", "paid"]),
      /** Sales before this moment are counted; later ones are held back. */
      held_from: model.dateTime(),
      /** Name and requisites of the company as they were. */
      company: model.json(),
      closed_by: model.text().nullable(),
      paid_at: model.dateTime().nullable(),
      paid_by: model.text().nullable(),
      proof: model.text().nullable(),
    }
  )
  .indexes([
    {
      // PostgreSQL cuts longer names than 63 characters.
      name: "IDX_settlement_company_period_unique",
      on: ["company_id", "currency_code", "period_from", "period_to"],
      unique: true,
      where: null as never,
    },
    { on: ["period_from", "period_to"] },
  ])

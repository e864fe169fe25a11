import { model } from "@medusajs/framework/utils"

/** A provider's statement of a period, compared once with what the gateway has. A record: it is never changed. */
export const Reconciliation = model
  .define(
    { name: "reconciliation", tableName: "reconciliation" },
    {
      id: model.id({ prefix: "recon" }).primaryKey(),
      provider_id: model.text(),
      period_from: model.dateTime(),
      period_to: model.dateTime(),
      source: model.enum(["rows", "csv"]),
      file_name: model.text().nullable(),
      /** Rows by verdict: `{ matched: 12, missing_here: 1, … }`. */
      counts: model.json(),
      created_by: model.text().nullable(),
    }
  )
  .indexes([{ on: ["provider_id", "created_at"] }])

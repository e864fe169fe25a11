import { model } from "@medusajs/framework/utils"

/** What one transaction looks like on both sides; amounts (`…_tiyin`, SQL only) and states as they were. */
export const ReconciliationRow = model
  .define(
    { name: "reconciliation_row", tableName: "reconciliation_row" },
    {
      id: model.id({ prefix: "recrow" }).primaryKey(),
      reconciliation_id: model.text(),
      position: model.number(),
      verdict: model.enum([
        "matched",
        "missing_here",
        "missing_there",
        "different_amount",
        "different_state",
      ]),
      external_id: model.text(),
      reference: model.text().nullable(),
      their_state: model.text().nullable(),
      our_state: model.number().nullable(),
      note: model.text().nullable(),
    }
  )
  .indexes([{ on: ["reconciliation_id", "verdict", "position"], where: null as never }])

import { model } from "@medusajs/framework/utils"

/** What the operator has changed about a place for ads (`lib/placements.ts` has the rest, and the codes). */
export const AdPlacement = model
  .define(
    { name: "ad_placement", tableName: "ad_placement" },
    {
      id: model.id({ prefix: "adp" }).primaryKey(),
      code: model.text(),
      is_active: model.boolean().nullable(),
      width: model.number().nullable(),
      height: model.number().nullable(),
      /** Ads per answer, at most. */
      most: model.number().nullable(),
      /** Fixed places in a list, from 1, for ads of kind `listing`. */
      positions: model.json().nullable(),
      minimum_cpm_tiyin: model.bigNumber().nullable(),
      minimum_cpc_tiyin: model.bigNumber().nullable(),
    }
  )
  .indexes([{ on: ["code"], unique: true }])

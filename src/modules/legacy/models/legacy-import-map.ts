import { model } from "@medusajs/framework/utils"

/** Which row of ours a row of an old system became; the memory that makes an import safe to repeat and to go on with. */
export const LegacyImportMap = model
  .define(
    { name: "legacy_import_map", tableName: "legacy_import_map" },
    {
      id: model.id({ prefix: "lmap" }).primaryKey(),
      /** Label of the old database: two old systems may be brought into one market. */
      source: model.text(),
      entity: model.text(),
      legacy_id: model.text(),
      /** Which part of a row that became several; empty for one that became one. */
      part: model.text().default(""),
      target_type: model.text(),
      /** Null when the row was skipped for a reason that the report names. */
      target_id: model.text().nullable(),
      /** Of the normalised source row. */
      checksum: model.text(),
      /** Of the target as the import left it: another one now means that somebody has changed it here. */
      target_checksum: model.text().nullable(),
      run_id: model.text(),
      imported_at: model.dateTime(),
    }
  )
  .indexes([
    { on: ["source", "entity", "legacy_id", "part"], unique: true },
    { on: ["target_type", "target_id"] },
  ])

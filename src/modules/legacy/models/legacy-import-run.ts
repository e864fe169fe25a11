import { model } from "@medusajs/framework/utils"

/** One run of an import: what it was asked, what it found and made. */
export const LegacyImportRun = model
  .define(
    { name: "legacy_import_run", tableName: "legacy_import_run" },
    {
      id: model.id({ prefix: "lrun" }).primaryKey(),
      source: model.text(),
      state: model.enum(["running", "done", "failed"]),
      /** Table → profile, as it was found. */
      profiles: model.json(),
      options: model.json(),
      /** Entity → counts. */
      counts: model.json(),
      error: model.text().nullable(),
      started_at: model.dateTime(),
      finished_at: model.dateTime().nullable(),
    }
  )
  .indexes([{ on: ["source", "started_at"] }])

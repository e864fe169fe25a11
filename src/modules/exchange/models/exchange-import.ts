import { model } from "@medusajs/framework/utils"

/** Where an import stands; the only ways on are in `lib/status.ts`. */
export const ExchangeImport = model
  .define(
    { name: "exchange_import", tableName: "exchange_import" },
    {
      id: model.id({ prefix: "imp" }).primaryKey(),
      company_id: model.text(),
      status: model
        .enum(["uploaded", "checked", "applying", "done", "failed", "canceled"])
        .default("uploaded"),
      file_name: model.text(),
      file_type: model.enum(["xlsx", "csv"]),
      /** Headers with samples, `FileColumn[]`. */
      columns: model.json(),
      /** Field → index of its column. */
      mapping: model.json(),
      row_count: model.number(),
      /** Rows by what becomes of them: `{ create, update, unchanged, error, applied }`. */
      counts: model.json(),
      /** Rows that were to be applied when applying began; progress is measured against it. */
      to_apply: model.number().default(0),
      /** Whether who uploaded the file may see cost; without that nobody else is shown this import. */
      with_cost: model.boolean(),
      created_by: model.text(),
      /** Who is applying it: a new name each time. Whoever else has an older one has lost the import. */
      runner: model.text().nullable(),
      heartbeat_at: model.dateTime().nullable(),
      /** Takings over since the last row was applied. */
      attempts: model.number().default(0),
      error: model.text().nullable(),
      started_at: model.dateTime().nullable(),
      finished_at: model.dateTime().nullable(),
    }
  )
  .indexes([
    { on: ["company_id", "created_at"] },
    // One at a time per company: what a second would make was planned without what the first makes.
    { on: ["company_id"], unique: true, where: "status = 'applying' and deleted_at is null" },
    { on: ["heartbeat_at"], where: "status = 'applying' and deleted_at is null" },
  ])

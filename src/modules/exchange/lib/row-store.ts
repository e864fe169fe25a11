import { Context } from "@medusajs/framework/types"
import { generateEntityId } from "@medusajs/framework/utils"
import { assertId } from "../../../lib/errors"
import { sql } from "../../../lib/sql"
import type { FileRow, RowResult } from "../service"
import { Cell } from "./fields"

/** Rows in one statement; PostgreSQL reads them from one JSON text. */
const BATCH = 2_000

export type PendingRow = {
  id: string
  number: number
  unit: number
  cells: Cell[]
  action: "create" | "update"
}

function* batchesOf<T>(rows: T[]) {
  for (let start = 0; start < rows.length; start += BATCH) {
    yield rows.slice(start, start + BATCH)
  }
}

/** Writes the rows of a file. */
export async function insertRows(context: Context, importId: string, rows: FileRow[]): Promise<void> {
  for (const batch of batchesOf(rows)) {
    const made = batch.map((row) => ({ ...row, id: generateEntityId(undefined, "imprw") }))
    await sql(
      context,
      `insert into exchange_import_row (id, import_id, number, cells)
       select r.id, ?, r.number, r.cells
         from jsonb_to_recordset(?::jsonb) as r(id text, number integer, cells jsonb)`,
      [importId, JSON.stringify(made)]
    )
  }
}

/** Writes what was found of rows, or done with them, and counts the import's rows anew. A row is applied once. */
export async function saveResults(context: Context, importId: string, results: RowResult[]): Promise<void> {
  assertId(importId, "import id")
  for (const batch of batchesOf(results)) {
    await sql(
      context,
      `update exchange_import_row t
          set action = r.action, unit = r.unit, errors = r.errors, listing_id = coalesce(r.listing_id, t.listing_id),
              applied_at = case when r.is_applied then coalesce(t.applied_at, now()) end, updated_at = now()
         from jsonb_to_recordset(?::jsonb) as r(id text, action text, unit integer, errors jsonb, listing_id text,
              is_applied boolean)
        where t.id = r.id and t.import_id = ? and t.applied_at is null and t.deleted_at is null`,
      [JSON.stringify(batch), importId]
    )
  }
  await sql(
    context,
    `update exchange_import set attempts = 0, updated_at = now(), counts = (
       select jsonb_build_object('create', count(*) filter (where action = 'create'),
              'update', count(*) filter (where action = 'update'),
              'unchanged', count(*) filter (where action = 'unchanged'),
              'error', count(*) filter (where action = 'error'),
              'applied', count(applied_at))
         from exchange_import_row where import_id = ? and deleted_at is null)
      where id = ?`,
    [importId, importId]
  )
}

/** Rows of the next units that are not applied yet, in the order of the file. */
export async function loadPending(context: Context, importId: string, units: number): Promise<PendingRow[]> {
  assertId(importId, "import id")
  const pending = `applied_at is null and action in ('create', 'update') and deleted_at is null`
  return sql<PendingRow>(
    context,
    `select id, number, unit, cells, action from exchange_import_row
      where import_id = ? and ${pending} and unit in (
        select distinct unit from exchange_import_row where import_id = ? and ${pending} order by unit limit ?)
      order by unit, number`,
    [importId, importId, units]
  )
}

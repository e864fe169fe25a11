import type { Field, FileColumn, Mapping } from "../../../../modules/exchange/lib/fields"
import type { Action, Counts, ImportStatus } from "../../../../modules/exchange/lib/status"

/** What `GET /merchant/imports/:id` answers. */
export type Import = {
  id: string
  status: ImportStatus
  file_name: string
  file_type: "xlsx" | "csv"
  rows: number
  columns: FileColumn[]
  mapping: Mapping
  counts: Counts
  progress: { total: number; done: number }
  error: string | null
  created_at: string
  started_at: string | null
  finished_at: string | null
}

/** What `GET /merchant/imports/:id/rows` answers; messages are in the language asked for. */
export type ImportRow = {
  id: string
  number: number
  status: Action | null
  values: Partial<Record<Field, string>>
  errors: Array<{ field: Field | null; code: string; message: string }>
  listing_id: string | null
  applied_at: string | null
}

/** Rows of one kind, or all. */
export type RowFilter = Action | ""

/** How an import ended. */
export type Ending = "done" | "doneWithErrors" | "failed" | "canceled"

export function endingOf({ status, counts }: Pick<Import, "status" | "counts">): Ending {
  if (status === "failed" || status === "canceled") {
    return status
  }
  return counts.error > 0 ? "doneWithErrors" : "done"
}

/** How the pill of a row or an import is coloured: the kit's states that look alike. */
export const PILL: Record<string, string> = {
  create: "active",
  update: "processing",
  unchanged: "unchanged",
  error: "failed",
  uploaded: "pending",
  checked: "pending",
  applying: "applying",
  done: "done",
  failed: "failed",
  canceled: "canceled",
}

import { Plans } from "./plans"

/**
 * What reading an old Azaton database hands to writing: one plan per row, already normalised, with everything that was odd
 * about the row said in notes. Reading never asks what was imported before; writing never sees a raw row.
 */

/** In the order in which they are imported. */
export const ENTITIES = [
  "companies",
  "categories",
  "products",
  "customers",
  "orders",
  "sales",
  "receipts",
  "expenses",
  "likes",
  "carts",
  "ads",
  "ratings",
] as const

export type Entity = (typeof ENTITIES)[number]

export type Note = { code: string; text: string }

/**
 * One row of the source, or one part of it. `value` is null when nothing is to be made of it (a note says why).
 * `merged_into` names the row of the same entity that stands for this one.
 */
export type Planned<Value> = {
  entity: Entity
  /** The source's table: two tables may make one entity (`expenses` and `company_custom_expenses`). */
  table: string
  legacy_id: string
  /** Empty, or `1`, `2`… of a row that became several. */
  part: string
  value: Value | null
  merged_into?: string
  notes: Note[]
  /** Of the normalised value; equal for a row that has not changed. */
  checksum: string
}

export type ExpenseMode = "snapshot" | "monthly"

/** What names an imported row. */
export type SourceRow = { legacy_id: string; part: string }

/** Where a reader reads from. Every call sees the same moment of the old database. */
export interface AzatonSource {
  /** Rows per table, for the progress bar; a missing optional table counts 0. */
  count(entity: Entity): Promise<number>
  /** Plans of an entity, in pages of 500 source rows at most. */
  read<E extends Entity>(entity: E): AsyncGenerator<Array<Planned<Plans[E]>>>
  /** Which of some imported rows the source still has; by `legacy_id` and `part`. */
  stillThere(entity: Entity, rows: SourceRow[]): Promise<SourceRow[]>
  /** Table → profile, and columns that nobody knows. */
  readonly profiles: Record<string, string>
  readonly notes: Array<Note & { table: string }>
  close(): Promise<void>
}

export type Outcome =
  "created" | "updated" | "unchanged" | "merged" | "split" | "skipped" | "conflict" | "failed"

/** What became of one plan; notes of the writer's own (`conflict_local_change`) are added to the plan's. */
export type Written = { legacy_id: string; part: string; outcome: Outcome; notes: Note[] }

/** Writes one entity. One file per entity. */
export interface EntityWriter<E extends Entity> {
  readonly entity: E
  /** At most 500 plans; a row that fails rolls back alone. In a dry run it only looks. */
  write(plans: Array<Planned<Plans[E]>>): Promise<Written[]>
}

import { Plans } from "../plans"
import { Entity, Planned } from "../types"
import { drawId } from "./lib/ids"
import { insertRows } from "./lib/rows"
import { keyOf, Row, Run, Trx } from "./types"

export type Known = {
  legacy_id: string
  part: string
  target_id: string | null
  checksum: string
  target_checksum: string | null
}

/** What earlier runs made of rows: one statement for a batch. */
export async function knownRows(
  trx: Trx,
  source: string,
  entity: Entity,
  legacyIds: string[]
): Promise<Map<string, Known>> {
  const { rows } = await trx.raw<Known>(
    `select legacy_id, part, target_id, checksum, target_checksum from legacy_import_map
      where source = ? and entity = ? and legacy_id = any(?) and deleted_at is null`,
    [source, entity, [...new Set(legacyIds)]]
  )
  return new Map(rows.map((row) => [keyOf(row), row]))
}

/** Our rows for rows of the source, by legacy id; what has not been imported is missing. Parts are not looked at. */
export async function targetsOf(
  trx: Trx,
  source: string,
  entity: Entity,
  legacyIds: Array<string | null>
): Promise<Map<string, string>> {
  const wanted = legacyIds.filter((id): id is string => id !== null)
  if (wanted.length === 0) {
    return new Map()
  }
  const known = await knownRows(trx, source, entity, wanted)
  return new Map(
    [...known.values()].flatMap(({ legacy_id, target_id }) => (target_id ? [[legacy_id, target_id]] : []))
  )
}

type Entry = {
  legacy_id: string
  part: string
  target_id: string | null
  checksum: string
  target_checksum: string | null
}

/** Remembers what rows became, in the transaction that made it. */
export async function rememberRows(
  trx: Trx,
  run: Run,
  { entity, target_type }: { entity: Entity; target_type: string },
  entries: Entry[],
  known: Map<string, Known>
): Promise<void> {
  const now = new Date().toISOString()
  const fresh: Row[] = []
  const again: Row[] = []
  for (const entry of entries) {
    const row = { ...entry, entity, target_type, source: run.source, run_id: run.run_id, imported_at: now }
    if (known.has(keyOf(entry))) {
      again.push(row)
    } else {
      fresh.push({ id: drawId("lmap"), ...row })
    }
  }
  await insertRows(trx, "legacy_import_map", fresh)
  if (again.length > 0) {
    await trx.raw(
      `update legacy_import_map m
          set target_id = w.target_id, checksum = w.checksum, target_checksum = w.target_checksum, run_id = w.run_id,
              imported_at = w.imported_at, updated_at = now()
         from jsonb_populate_recordset(null::legacy_import_map, ?::jsonb) w
        where m.source = w.source and m.entity = w.entity and m.legacy_id = w.legacy_id and m.part = w.part
              and m.deleted_at is null`,
      [JSON.stringify(again)]
    )
  }
}

/** A row that another one stands for points to what that one became. A sale may be an order's copy. */
export async function rememberMerged<E extends Entity>(
  trx: Trx,
  run: Run,
  kind: { entity: E; target_type: string },
  merged: Array<Planned<Plans[E]>>,
  known: Map<string, Known>
): Promise<void> {
  const into = merged.map(({ merged_into }) => merged_into!)
  const entity = kind.entity === "sales" ? "orders" : kind.entity
  const targets = await targetsOf(trx, run.source, entity, into)
  const changed = merged.flatMap(({ legacy_id, part, checksum, merged_into }) => {
    const target_id = targets.get(merged_into!) ?? null
    const before = known.get(keyOf({ legacy_id, part }))
    return before && before.target_id === target_id && before.checksum === checksum
      ? []
      : [{ legacy_id, part, checksum, target_id, target_checksum: null }]
  })
  if (changed.length > 0) {
    await rememberRows(trx, run, kind, changed, known)
  }
}

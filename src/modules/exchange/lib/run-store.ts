import { Context } from "@medusajs/framework/types"
import { assertId, notFound } from "../../../lib/errors"
import { isUniqueViolation, sql } from "../../../lib/sql"
import { ExchangeErrors } from "../errors"
import { Mapping } from "./fields"
import { ImportStatus } from "./status"

/**
 * Moves an import on from one of the states it may be in; says whether it did. Whoever ends it takes it from its runner.
 */
export async function moveStatus(
  context: Context,
  id: string,
  from: ImportStatus[],
  to: ImportStatus,
  with_: { mapping?: Mapping; error?: string | null; runner?: string }
): Promise<boolean> {
  assertId(id, "import id")
  const { mapping, error = null, runner } = with_
  const rows = await sql(
    context,
    `update exchange_import set status = ?, mapping = coalesce(?::jsonb, mapping), error = ?, updated_at = now(),
            runner = null, finished_at = case when ? in ('done', 'failed', 'canceled') then now() end
      where id = ? and status in (${from.map(() => "?").join(", ")}) and deleted_at is null ${runner ? "and runner = ?" : ""} returning id`,
    [to, mapping ? JSON.stringify(mapping) : null, error, to, id, ...from, ...(runner ? [runner] : [])]
  )
  return rows.length > 0
}

/** See `ExchangeModuleService.startApplying`. */
export async function startApplying(context: Context, id: string): Promise<void> {
  assertId(id, "import id")
  const [row] = await sql<{ status: ImportStatus }>(
    context,
    "select status from exchange_import where id = ? and deleted_at is null for update",
    [id]
  )
  if (!row) {
    throw notFound("Import", id)
  }
  if (row.status === "applying" || row.status === "done") {
    return
  }
  if (row.status !== "checked") {
    throw ExchangeErrors.statusForbids(row.status)
  }
  try {
    await sql(
      context,
      `update exchange_import set status = 'applying', started_at = now(), updated_at = now(), attempts = 0,
              to_apply = (counts ->> 'create')::integer + (counts ->> 'update')::integer
        where id = ?`,
      [id]
    )
  } catch (error) {
    throw isUniqueViolation(error) ? ExchangeErrors.anotherRuns() : error
  }
}

export type Lease = {
  id: string
  company_id: string
  mapping: Mapping
  attempts: number
  with_cost: boolean
  runner: string
  /** Somebody else began, and went silent. */
  is_resumed: boolean
}

/** See `ExchangeModuleService.takeLease`. */
export async function takeLease(
  context: Context,
  { id, runner, silent_since }: { id: string; runner: string; silent_since: Date }
): Promise<Lease | null> {
  assertId(id, "import id")
  const [row] = await sql<Lease>(
    context,
    `select id, company_id, mapping, attempts, with_cost, runner is not null as is_resumed from exchange_import
      where id = ? and status = 'applying' and (runner is null or heartbeat_at < ?) and deleted_at is null for update`,
    [id, silent_since]
  )
  if (!row) {
    return null
  }
  await sql(
    context,
    `update exchange_import set runner = ?, heartbeat_at = now(), attempts = attempts + 1, updated_at = now()
      where id = ?`,
    [runner, id]
  )
  return { ...row, runner, attempts: row.attempts + 1 }
}

/** See `ExchangeModuleService.beat`. */
export async function beat(context: Context, id: string, runner: string): Promise<boolean> {
  assertId(id, "import id")
  const rows = await sql(
    context,
    "update exchange_import set heartbeat_at = now() where id = ? and runner = ? and status = 'applying' returning id",
    [id, runner]
  )
  return rows.length > 0
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { LEGACY_MODULE } from "../../../modules/legacy"
import LegacyModuleService from "../../../modules/legacy/service"

type Knex = {
  client: { acquireConnection(): Promise<Connection>; releaseConnection(of: Connection): Promise<void> }
}
type Connection = { query(statement: string): Promise<{ rows: Array<{ locked: boolean }> }> }

/** One import at a time in the whole market, whatever its source. */
const KEY = `hashtextextended('bozor_legacy_import', 0)`

export type OpenRun = { run_id: string; release: () => Promise<void> }

/**
 * Begins a run: its row, and a lock that lasts as long as the process or until `closeRun`.
 * @returns null when another import is at work
 */
export async function openRun(
  container: MedusaContainer,
  about: {
    source: string
    profiles: Record<string, string>
    options: Record<string, unknown>
    dry_run: boolean
  }
): Promise<OpenRun | null> {
  const { client } = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Knex
  const connection = await client.acquireConnection()
  const { rows } = await connection.query(`select pg_try_advisory_lock(${KEY}) as locked`)
  if (!rows[0].locked) {
    await client.releaseConnection(connection)
    return null
  }
  const release = async () => {
    await connection.query(`select pg_advisory_unlock(${KEY})`)
    await client.releaseConnection(connection)
  }
  if (about.dry_run) {
    return { run_id: "dry-run", release }
  }
  const { source, profiles, options } = about
  const { id } = await container.resolve<LegacyModuleService>(LEGACY_MODULE).createLegacyImportRuns({
    source,
    profiles,
    options,
    state: "running",
    counts: {},
    started_at: new Date(),
  })
  return { run_id: id, release }
}

/** Ends a run, with what came of it. A dry run leaves nothing behind. */
export async function closeRun(
  container: MedusaContainer,
  run: OpenRun,
  result: { state: "done" | "failed"; counts: Record<string, unknown>; error?: string | null }
): Promise<void> {
  if (run.run_id !== "dry-run") {
    const { state, counts, error = null } = result
    await container
      .resolve<LegacyModuleService>(LEGACY_MODULE)
      .updateLegacyImportRuns({ id: run.run_id, state, counts, error, finished_at: new Date() } as never)
  }
  await run.release()
}

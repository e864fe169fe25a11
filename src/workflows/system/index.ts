import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WorkflowManager } from "@medusajs/framework/orchestration"
import { versions } from "./versions"

/** What waits to be done, by a job or by a person. */
const PENDING = `
  (select count(*) from audit_intent) as audit_intents,
  (select count(*) from gateway_transaction t where t.deleted_at is null
      and ((t.state = 1 and t.performing_at is not null) or (t.state in (2, -2) and t.settled_at is null)))
    as unsettled_transactions,
  (select count(*) from company_refund where status = 'due' and deleted_at is null) as refunds_due,
  (select count(*) from fiscal_submission where status in ('waiting', 'sent') and deleted_at is null) as fiscal_queue,
  (select count(*) from fiscal_submission where status = 'failed' and deleted_at is null) as fiscal_failed,
  (select count(*) from gateway_alert where resolved_at is null and deleted_at is null) as open_alerts,
  (select count(*) from company where status = 'pending' and deleted_at is null) as pending_companies,
  (select count(*) from settlement where status = 'closed' and deleted_at is null) as unpaid_settlements`

type Row = Record<string, string> & { version: string; size: string; connections: string }

/** Connections of this process, as its pool counts them. */
type Pool = { numUsed(): number; numFree(): number; numPendingAcquires(): number; max: number }

function poolOf(knex: unknown): { used: number; free: number; waiting: number; max: number } | null {
  const pool = (knex as { client?: { pool?: Pool } }).client?.pool
  return pool
    ? { used: pool.numUsed(), free: pool.numFree(), waiting: pool.numPendingAcquires(), max: pool.max }
    : null
}

/** Scheduled jobs as the engine knows them, ours and Medusa's. */
function jobs(): Array<{ name: string; schedule: string | null }> {
  return [...WorkflowManager.getWorkflows().values()]
    .filter(({ id }) => id.startsWith("job-"))
    .map(({ id, options }) => {
      const schedule = options.schedule as string | { cron?: string; interval?: number } | undefined
      const text =
        typeof schedule === "object" ? (schedule.cron ?? `${schedule.interval} ms`) : (schedule ?? null)
      return { name: id.slice("job-".length), schedule: text }
    })
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** How this process and its database are, and what waits: one statement. Latency is in milliseconds, memory in bytes. */
export async function systemHealth(container: MedusaContainer) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { projectConfig } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const began = performance.now()
  const { rows } = await knex.raw<{ rows: Row[] }>(
    `select current_setting('server_version') as version, pg_database_size(current_database()) as size,
            (select count(*) from pg_stat_activity where datname = current_database()) as connections, ${PENDING}`
  )
  const latency_ms = Math.round((performance.now() - began) * 10) / 10
  const [{ version, size, connections, ...pending }] = rows
  const { rss, heapUsed } = process.memoryUsage()
  return {
    now: new Date().toISOString(),
    versions: versions(),
    uptime_seconds: Math.round(process.uptime()),
    memory: { rss, heap_used: heapUsed },
    database: {
      version,
      latency_ms,
      size_bytes: Number(size),
      connections: Number(connections),
      pool: poolOf(knex),
    },
    redis: { is_used: !!projectConfig.redisUrl },
    pending: Object.fromEntries(Object.entries(pending).map(([name, count]) => [name, Number(count)])),
    jobs: jobs(),
  }
}

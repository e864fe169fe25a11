import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Rows after which PostgreSQL looks at the tables for the first time; then each time they have tripled. */
const FIRST = 300

/**
 * Keeps PostgreSQL's idea of tables that grow from nothing up to date: it plans the triggers and foreign keys of a session
 * once, by what it knows then, and would go on reading whole tables that were empty at the beginning. Autovacuum comes a
 * minute late, which is a minute of ever slower batches.
 */
export function statisticsOf(container: MedusaContainer, tables: readonly string[]) {
  let written = 0
  let next = FIRST
  return async (rows: number): Promise<void> => {
    written += rows
    if (written < next || tables.length === 0) {
      return
    }
    next = written * 3
    const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    await knex.transaction(async (trx: { raw: (statement: string) => Promise<unknown> }) => {
      // A small sample tells a big table from a small one; autovacuum looks closer later.
      await trx.raw(`set local default_statistics_target = 10`)
      await trx.raw(`analyze ${tables.map((table) => `"${table}"`).join(", ")}`)
    })
  }
}

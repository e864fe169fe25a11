import { container as application } from "@medusajs/framework"
import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Rows<Row> = { rows: Row[] }

/** What of knex is used here. */
export type Database = {
  raw<Row = Record<string, unknown>>(sql: string, values?: unknown): Promise<Rows<Row>>
  transaction<Result>(work: (run: Database) => Promise<Result>): Promise<Result>
}

/**
 * The pool that all modules share.
 * @param container left out where Medusa gives none with a database: it calls an index's `seed` with Query alone
 */
export const databaseOf = (container: MedusaContainer = application): Database =>
  container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as Database

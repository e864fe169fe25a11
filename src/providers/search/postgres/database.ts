import { SearchErrors } from "../errors"

/** What of knex is used here. */
export type Database = {
  raw<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<{ rows: Row[] }>
  transaction<Result>(work: (run: Database) => Promise<Result>): Promise<Result>
}

/** Names are made from definitions, not typed by anybody; the quotes keep their letters as they are. */
export const quoted = (name: string) => `"${name.replace(/"/g, "")}"`

const UNDEFINED_TABLE = "42P01"

/**
 * Runs work on an index's tables.
 * @throws {MedusaError} 404 when they have been taken away: the Search Module then looks up the version in force
 */
export async function onIndex<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string }).code === UNDEFINED_TABLE) {
      throw SearchErrors.noIndex(name)
    }
    throw error
  }
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** Runs a statement with named bindings (`:ids`) and answers its rows. */
export type Run = <Row>(sql: string, bindings?: Record<string, unknown>) => Promise<Row[]>

type Raw = { raw: (sql: string, bindings: unknown) => Promise<{ rows: unknown[] }> }

const over =
  (knex: Raw): Run =>
  async <Row>(sql: string, bindings: Record<string, unknown> = {}) =>
    (await knex.raw(sql, bindings)).rows as Row[]

const knexOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

/** Statements outside any transaction. */
export const runner = (container: MedusaContainer): Run => over(knexOf(container) as unknown as Raw)

/** A transaction of the shared pool. */
export async function inTransaction<T>(
  container: MedusaContainer,
  work: (run: Run) => Promise<T>
): Promise<T> {
  return knexOf(container).transaction((trx: unknown) => work(over(trx as Raw))) as Promise<T>
}

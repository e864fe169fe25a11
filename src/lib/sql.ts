import { Context } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"

type Executor = { execute<T>(sql: string, parameters?: unknown[]): Promise<T> }

/**
 * Runs one statement on the connection of the current module call: inside its transaction when there is one.
 * Placeholders are `?`. Use it where a row lock, a compare-and-set or a join of many rows says more than the ORM.
 * @throws {MedusaError} unexpected_state when the calling method lacks `@InjectManager`/`@InjectTransactionManager`
 */
export async function sql<Row>(
  context: Context,
  statement: string,
  parameters: unknown[] = []
): Promise<Row[]> {
  const manager = (context.transactionManager ?? context.manager) as Executor | undefined
  if (!manager) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "sql() needs a managed context")
  }
  return manager.execute<Row[]>(statement, parameters)
}

/** Refuses to go on outside a transaction, where a row lock would be released at once. */
export function assertTransaction(context: Context): void {
  if (!context.transactionManager) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "this must run inside a transaction")
  }
}

/** Whether an error is PostgreSQL's unique violation (23505), however deep the layers above wrapped it. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at = error as { code?: unknown; cause?: unknown; previous?: unknown } | undefined; at;) {
    if (at.code === "23505") {
      return true
    }
    at = (at.cause ?? at.previous) as typeof at
  }
  return /unique constraint|already exists/i.test(String((error as Error)?.message))
}

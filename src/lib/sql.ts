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
  return (
    hasCode(error, ["23505"]) || /unique constraint|already exists/i.test(String((error as Error)?.message))
  )
}

/** Whether PostgreSQL has given up because of another transaction: a deadlock (40P01), or a lock waited for too long (55P03). */
export function isLockFailure(error: unknown): boolean {
  return hasCode(error, ["40P01", "55P03"])
}

function hasCode(error: unknown, codes: string[]): boolean {
  for (let at = error as { code?: unknown; cause?: unknown; previous?: unknown } | undefined; at;) {
    if (codes.includes(String(at.code))) {
      return true
    }
    at = (at.cause ?? at.previous) as typeof at
  }
  return false
}

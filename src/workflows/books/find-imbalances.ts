import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Books, checkBooks } from "./check"

/**
 * Compares orders, payments, gateway, receipts, ledger and statements, in one read-only snapshot.
 *
 * Strict by default, as tests want it; a running market passes `settled_before`, because between a capture and its
 * posting there is a moment.
 */
export async function findImbalances(
  container: MedusaContainer,
  input: { settled_before?: Date } = {}
): Promise<Books> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as {
    transaction: <T>(
      job: (trx: { raw: <Row>(sql: string, bindings: unknown) => Promise<{ rows: Row[] }> }) => Promise<T>,
      config: { isolationLevel: string; readOnly: boolean }
    ) => Promise<T>
  }
  return knex.transaction(
    (trx) =>
      checkBooks(async <Row>(sql: string, bindings: Record<string, unknown>) => {
        return (await trx.raw<Row>(sql, bindings)).rows
      }, input.settled_before),
    { isolationLevel: "repeatable read", readOnly: true }
  )
}

/** Work younger than this may still be in progress. */
const IN_PROGRESS_MS = 60_000

/** The books of a running market, without what is being booked at this moment. */
export function checkBooksNow(container: MedusaContainer): Promise<Books> {
  return findImbalances(container, { settled_before: new Date(Date.now() - IN_PROGRESS_MS) })
}

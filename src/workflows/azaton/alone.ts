import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { AzatonRefused } from "./source/errors"

type Trx = { raw<Row>(statement: string, bindings?: unknown[]): Promise<{ rows: Row[] }> }

/** Any number that nothing else of ours locks by. */
const IMPORT_LOCK = 5_120_701

/**
 * Runs a job while no other import runs on this market, whichever process it is in. The lock goes with its connection, so
 * that a killed run holds up nobody.
 * @throws {AzatonRefused} when another one is running
 */
export async function alone<Result>(container: MedusaContainer, job: () => Promise<Result>): Promise<Result> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return (await knex.transaction(async (raw: unknown) => {
    const trx = raw as Trx
    await trx.raw("set local idle_in_transaction_session_timeout = 0")
    const { rows } = await trx.raw<{ is_ours: boolean }>("select pg_try_advisory_xact_lock(?) as is_ours", [IMPORT_LOCK])
    if (!rows[0].is_ours) {
      throw new AzatonRefused("Another import is running on this market; nothing was read.")
    }
    return job()
  })) as Result
}

import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Verification, verifyChain } from "../../modules/audit/lib/verify"

/** Recomputes the chain in one read-only snapshot. */
export async function verifyNow(container: MedusaContainer): Promise<Verification> {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION) as unknown as {
    transaction: <T>(
      job: (trx: { raw: <Row>(sql: string) => Promise<{ rows: Row[] }> }) => Promise<T>,
      config: { isolationLevel: string; readOnly: boolean }
    ) => Promise<T>
  }
  return knex.transaction(
    (trx) => verifyChain(async <Row>(statement: string) => (await trx.raw<Row>(statement)).rows),
    { isolationLevel: "repeatable read", readOnly: true }
  )
}

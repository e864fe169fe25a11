import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Raw, rebuildMarked } from "./rebuild"

type Trx = { raw<T>(sql: string, bindings: unknown): Promise<{ rows: T[] }> }

const EVER = "9999-12-31"

/** A report waits no longer than this for another one that is making the same company's facts anew. */
const PATIENCE = "5s"
const LOCK_TIMEOUT = "55P03"

/**
 * Brings facts up to date before a report reads them: one cheap statement where nothing is stale. After a big import that takes
 * a while; who comes meanwhile gets the facts that stand, so that a few open pages don't hold every connection.
 * @param companyIds null for all companies
 * @param _from first day of the report. Older marks are taken too: an order that came in late says who is a new buyer now.
 * @param to its last day, of Tashkent
 */
export async function ensureFacts(
  container: MedusaContainer,
  companyIds: string[] | null,
  _from: string,
  to: string
): Promise<void> {
  for (const company of await staleCompanies(container, companyIds, to)) {
    await inTransaction(container, async (raw) => {
      await raw(`set local lock_timeout = '${PATIENCE}'`, {})
      return rebuildMarked(raw, company, to)
    }).catch((error: { code?: string }) => {
      if (error.code !== LOCK_TIMEOUT) {
        throw error
      }
    })
  }
}

/**
 * Works off every mark there is; one company's trouble does not hold up the others.
 * @param tell hears how many of the stale companies are done
 * @returns companies whose facts were made anew, and what went wrong
 */
export async function keepFacts(
  container: MedusaContainer,
  tell?: (done: number, total: number) => void
): Promise<{ done: number; errors: Error[] }> {
  const errors: Error[] = []
  const stale = await staleCompanies(container, null, EVER)
  for (const [index, company] of stale.entries()) {
    tell?.(index, stale.length)
    await inTransaction(container, (raw) => rebuildMarked(raw, company, EVER)).catch((error: Error) =>
      errors.push(new Error(`${company}: ${error.message}`))
    )
  }
  tell?.(stale.length, stale.length)
  return { done: stale.length - errors.length, errors }
}

async function staleCompanies(
  container: MedusaContainer,
  companyIds: string[] | null,
  to: string
): Promise<string[]> {
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ company_id: string }> }>(
      `select distinct company_id from finance_mark
        where day <= ? and deleted_at is null ${companyIds ? "and company_id = any(?)" : ""} order by company_id`,
      companyIds ? [to, companyIds] : [to]
    )
  return rows.map(({ company_id }) => company_id)
}

/** A transaction of the shared pool, with named bindings. */
async function inTransaction<T>(container: MedusaContainer, work: (raw: Raw) => Promise<T>): Promise<T> {
  return container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .transaction((trx: unknown) =>
      work(
        async <Row>(sql: string, bindings: Record<string, unknown>) =>
          (await (trx as Trx).raw<Row>(sql, bindings)).rows
      )
    ) as Promise<T>
}

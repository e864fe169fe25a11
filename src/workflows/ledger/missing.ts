import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { postLedger } from "./post"
import { LedgerEvent } from "./types"

type Window = {
  /** Younger than this is somebody's work in progress. */
  until: Date
  /** Older than this is left to `books:check`, which names it. */
  since: Date
  limit: number
}

const MISSING = `
  select 'sale' as kind, c.id from company_order c
   where c.paid_at >= ? and c.paid_at < ? and c.total > 0 and not c.is_legacy and c.deleted_at is null
     and not exists (select 1 from ledger_transaction t where t.reference = 'sale:' || c.id)
  union all
  select 'refund' as kind, r.id from company_refund r
   where r.status = 'succeeded' and r.updated_at >= ? and r.updated_at < ? and r.deleted_at is null
     and not exists (select 1 from ledger_transaction t where t.reference = 'refund:' || r.id)
  limit ?`

/**
 * Paid orders and succeeded refunds that the ledger lacks: an event was lost, or its listener died. Orders that were brought
 * over from an older system were settled there, and are no debts of the market.
 */
export async function listMissing(container: MedusaContainer, window: Window): Promise<LedgerEvent[]> {
  const { since, until, limit } = window
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Array<{ kind: "sale" | "refund"; id: string }> }>(MISSING, [
      since,
      until,
      since,
      until,
      limit,
    ])
  return rows
}

/**
 * Posts what is missing. One that can't be posted does not keep the others; it is logged, and tried again next time.
 * @returns how many events were posted
 */
export async function postMissing(container: MedusaContainer, window: Window): Promise<number> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  let posted = 0
  for (const event of await listMissing(container, window)) {
    try {
      posted += (await postLedger(container, event)).length > 0 ? 1 : 0
    } catch (error) {
      logger.error(`${event.kind} ${event.id} could not be posted; the next run tries again`, error as Error)
    }
  }
  return posted
}

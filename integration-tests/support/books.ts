import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../src/modules/ledger"
import { PaidOrder, salePostings } from "../../src/modules/ledger/lib/posting"
import LedgerModuleService from "../../src/modules/ledger/service"
import { RECONCILIATION_MODULE } from "../../src/modules/reconciliation"
import ReconciliationModuleService from "../../src/modules/reconciliation/service"
import { findImbalances } from "../../src/workflows/books"
import { finishInterrupted } from "../../src/workflows/gateway/settle"
import { postMissing } from "../../src/workflows/ledger"
import { resumeDesk } from "../../src/workflows/pos"
import { issueMissingReceipts } from "../../src/workflows/receipt"
import { resumeRefunds } from "../../src/workflows/refund"
import { closeSettlements } from "../../src/workflows/settlement"

const DAY_MS = 86_400_000

let serial = 0

/** A sale that the ledger knows and nothing else does: enough for statements, wrong for `books:check`. */
export async function postSale(
  container: MedusaContainer,
  companyId: string,
  facts: Partial<PaidOrder> & { total_tiyin?: number } = {}
): Promise<PaidOrder> {
  const total = facts.total_tiyin ?? 1_000_000_00
  const order: PaidOrder = {
    id: `cord_test${++serial}`,
    company_id: companyId,
    currency_code: "uzs",
    short_code: String(1000 + serial),
    paid_at: new Date(Date.now() - 10 * DAY_MS),
    provider_id: "pp_payme_payme",
    lines: [{ id: `cline_test${serial}`, total_tiyin: total, commission_percent: 5 }],
    ...facts,
    total_tiyin: total,
  }
  await container.resolve<LedgerModuleService>(LEDGER_MODULE).post(salePostings(order, 12))
  return order
}

/** A statement of a company that waits for its payment. */
export async function makeStatement(container: MedusaContainer, companyId: string): Promise<string> {
  await postSale(container, companyId)
  const { ids } = await closeSettlements(container, {
    from: "2020-01-01",
    to: new Date(Date.now() - 2 * DAY_MS).toISOString().slice(0, 10),
    company_id: companyId,
  })
  return ids[0]
}

/** A kept comparison with nothing in it. */
export async function makeReconciliation(container: MedusaContainer): Promise<string> {
  const { id } = await container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE).store(
    {
      provider_id: "pp_payme_payme",
      period_from: new Date(0),
      period_to: new Date(),
      source: "rows",
      file_name: null,
      created_by: null,
    },
    []
  )
  return id
}

/** `npm run books:check` on a database of the tests. */
export function runBooksCheck(database: string) {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const DATABASE_URL = `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${database}`
  const script = join(process.cwd(), "scripts/run.cjs")
  return spawnSync(process.execPath, [script, "books-check"], {
    env: { ...process.env, DATABASE_URL },
    encoding: "utf8",
  })
}

/** Everything that the jobs would do within the next minutes, at once. */
export async function catchUp(container: MedusaContainer): Promise<void> {
  const soon = new Date(Date.now() + 60_000)
  await finishInterrupted(container, Date.now(), soon.getTime())
  await resumeDesk(container, soon)
  await resumeRefunds(container, soon)
  await postMissing(container, { since: new Date(0), until: soon, limit: 500 })
  await issueMissingReceipts(container, soon)
}

/** Whatever has happened: once the jobs have run, orders, payments, gateway, receipts and ledger agree. */
export async function expectSoundBooks(container: MedusaContainer): Promise<void> {
  await catchUp(container)
  expect((await findImbalances(container)).imbalances).toEqual([])
}

import { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import { dayEnd, dayStart } from "../../modules/ledger/lib/period"
import { EntryRow } from "../../modules/ledger/lib/read"
import LedgerModuleService from "../../modules/ledger/service"

export type LedgerQuery = {
  company_id?: string
  currency_code: string
  kind?: string
  account?: string
  reference?: string
  from?: string
  to?: string
  cursor?: number
  limit: number
}

const ledgerOf = (container: MedusaContainer) => container.resolve<LedgerModuleService>(LEDGER_MODULE)

/** A page of entries as an operator reads them: `amount_tiyin` as the ledger signs it, debit +, credit −. */
export async function marketLedger(container: MedusaContainer, query: LedgerQuery) {
  const { from, to, cursor, limit, ...filter } = query
  const entries = await ledgerOf(container).listLedger({
    ...filter,
    ...(from === undefined ? {} : { from: dayStart(from) }),
    ...(to === undefined ? {} : { until: dayEnd(to) }),
    ...(cursor === undefined ? {} : { before: cursor }),
    limit: limit + 1,
  })
  const page = entries.slice(0, limit)
  return { entries: page, limit, next_cursor: entries.length > limit ? page[limit - 1].sequence : null }
}

/**
 * A page of a company's own entries: `amount_tiyin` is what an entry adds to what the company is owed, `balance_tiyin`
 * what it was owed after it, `owed_tiyin` what it is owed now.
 */
export async function companyLedger(container: MedusaContainer, query: LedgerQuery & { company_id: string }) {
  const page = await marketLedger(container, query)
  return {
    ...page,
    entries: page.entries.map(present),
    owed_tiyin: await ledgerOf(container).owedTo(query.company_id, query.currency_code),
  }
}

/** What a company is owed: now, on each account, and at the end of every day of a period. Three statements. */
export async function companyLedgerSummary(
  container: MedusaContainer,
  query: { company_id: string; currency_code: string; from: string; to: string }
) {
  const ledger = ledgerOf(container)
  return {
    owed_tiyin: await ledger.owedTo(query.company_id, query.currency_code),
    balances_tiyin: await ledger.balancesOf(query.company_id, query.currency_code),
    days: await ledger.daysOf(query),
  }
}

function present({ amount_tiyin, owed_tiyin, account: _, account_kind, company_id: __, ...entry }: EntryRow) {
  return { ...entry, account: account_kind, amount_tiyin: 0 - amount_tiyin, balance_tiyin: owed_tiyin }
}

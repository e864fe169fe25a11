import { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { notFound } from "../../lib/errors"
import { COMPANY_MODULE } from "../../modules/company"
import CompanyModuleService from "../../modules/company/service"
import { LEDGER_MODULE } from "../../modules/ledger"
import { SettlementErrors } from "../../modules/ledger/errors"
import { dayEnd, dayOf, daysBefore } from "../../modules/ledger/lib/period"
import { Closed } from "../../modules/ledger/lib/settle"
import { StatementCompany } from "../../modules/ledger/lib/statements"
import LedgerModuleService from "../../modules/ledger/service"
import { closeSettlementWorkflow } from "./workflows/close-settlement"

export type Period = {
  /** First and last day, both included, in Tashkent: `2026-11-01`. */
  from: string
  to: string
  /** One company; all that have entries when it is left out. */
  company_id?: string
  closed_by?: string | null
  /** The moment it is now; a parameter for tests. */
  now?: Date
}

type Skipped = { company_id: string; currency_code: string; reason: Exclude<Closed["outcome"], "closed"> }

/**
 * Closes a period for one company or for all. Companies whose period is closed already, or that have nothing to settle,
 * are skipped when all are asked for; asked for alone, that is an error.
 * @throws {MedusaError} 404, SETTLEMENT_PERIOD_OPEN, SETTLEMENT_ALREADY_CLOSED, SETTLEMENT_PERIOD_OVERLAPS, SETTLEMENT_EMPTY
 */
export async function closeSettlements(container: MedusaContainer, period: Period) {
  if (period.to >= dayOf(period.now ?? new Date())) {
    throw SettlementErrors.periodOpen(period.to)
  }
  const companies = await companiesOf(container, period.company_id)
  const ids: string[] = []
  const skipped: Skipped[] = []
  for (const { company_id, currency_code, company } of companies) {
    const closed = await closeOne(container, period, { company_id, currency_code, company })
    if (closed.outcome === "closed") {
      ids.push(closed.id)
    } else if (period.company_id && companies.length === 1) {
      throw refusal(closed, period)
    } else {
      skipped.push({ company_id, currency_code, reason: closed.outcome })
    }
  }
  return { ids, skipped }
}

type Candidate = { company_id: string; currency_code: string; company: StatementCompany }

async function closeOne(container: MedusaContainer, period: Period, candidate: Candidate): Promise<Closed> {
  const { hold_days, minimum_tiyin } =
    container.resolve<LedgerModuleService>(LEDGER_MODULE).options.settlement
  const ends_at = dayEnd(period.to)
  const { result } = await closeSettlementWorkflow(container).run({
    input: {
      ...candidate,
      company: { ...candidate.company },
      from: period.from,
      to: period.to,
      ends_at,
      held_from: daysBefore(ends_at, hold_days),
      minimum_tiyin,
      closed_by: period.closed_by ?? null,
    },
  })
  return result
}

function refusal(closed: Closed, { from, to }: Period): Error {
  switch (closed.outcome) {
    case "overlaps":
      return SettlementErrors.overlaps(closed.until)
    case "already_closed":
      return SettlementErrors.alreadyClosed(from, to)
    default:
      return SettlementErrors.nothing()
  }
}

/** Companies with entries, by currency, with the requisites that their statements freeze. */
async function companiesOf(container: MedusaContainer, companyId?: string): Promise<Candidate[]> {
  if (companyId !== undefined) {
    const companies = container.resolve<CompanyModuleService>(COMPANY_MODULE)
    const [found] = await companies.listCompanies({ id: companyId }, { select: ["id"] as never[], take: 1 })
    if (!found) {
      throw notFound("Company", companyId)
    }
  }
  const { rows } = await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw<{ rows: Candidate[] }>(
      `select b.company_id, b.currency_code, jsonb_build_object('name', c.name, 'legal_name', c.legal_name,
            'tax_id', c.tax_id, 'bank_account', c.bank_account, 'bank_mfo', c.bank_mfo, 'address', c.address) as company
       from (select distinct company_id, currency_code from ledger_transaction
              ${companyId === undefined ? "" : "where company_id = ?"}) b
       join company c on c.id = b.company_id order by c.name, b.company_id, b.currency_code`,
      companyId === undefined ? [] : [companyId]
    )
  if (companyId !== undefined && rows.length === 0) {
    throw SettlementErrors.nothing()
  }
  return rows
}

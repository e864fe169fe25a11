import { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import { StatementFilter } from "../../modules/ledger/lib/statements"
import LedgerModuleService from "../../modules/ledger/service"

/** A page of statements, the latest period first. */
export async function listStatements(container: MedusaContainer, filter: StatementFilter) {
  const { statements, count } = await container
    .resolve<LedgerModuleService>(LEDGER_MODULE)
    .listStatements(filter)
  return { settlements: statements, count, offset: filter.offset, limit: filter.limit }
}

/** Statements in the order of their ids. */
export async function statementsById(container: MedusaContainer, ids: string[]) {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  return Promise.all(ids.map((id) => ledger.statement({ id })))
}

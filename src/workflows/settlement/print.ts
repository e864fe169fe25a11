import { MedusaContainer } from "@medusajs/framework/types"
import { Language, sheetPdf } from "../../documents"
import { LEDGER_MODULE } from "../../modules/ledger"
import LedgerModuleService from "../../modules/ledger/service"
import { statementSheet } from "./lib/statement-sheet"
import { statementXlsx } from "./lib/statement-xlsx"

type Wanted = {
  id: string
  /** Only if it is this company's. */
  company_id?: string
  language: Language
}

/**
 * A statement with its lines.
 * @throws {MedusaError} 404
 */
export async function findStatement(
  container: MedusaContainer,
  { id, company_id }: Omit<Wanted, "language">
) {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const statement = await ledger.statement({ id, company_id })
  return { ...statement, lines: await ledger.statementLines(id) }
}

/** A statement as a PDF. */
export async function statementPdf(container: MedusaContainer, wanted: Wanted): Promise<Buffer> {
  const { lines, ...statement } = await findStatement(container, wanted)
  const { market } = container.resolve<LedgerModuleService>(LEDGER_MODULE).options
  return sheetPdf(statementSheet(statement, lines, { language: wanted.language, market }))
}

/** A statement as a workbook. */
export async function statementWorkbook(container: MedusaContainer, wanted: Wanted): Promise<Buffer> {
  const { lines, ...statement } = await findStatement(container, wanted)
  return statementXlsx(statement, lines, wanted.language)
}

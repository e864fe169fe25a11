import { MedusaContainer } from "@medusajs/framework/types"
import { AmountUnit, readCabinetFile } from "../../modules/reconciliation/lib/cabinet"
import { readStatementRows, StatementRow } from "../../modules/reconciliation/lib/statement-rows"
import { ReconciliationErrors } from "../../modules/reconciliation/errors"
import { knownProviders } from "./queries"
import { reconcileWorkflow } from "./workflows/reconcile"

export type ReconcileInput = {
  provider_id: string
  from: Date
  to: Date
  created_by: string | null
} & ({ rows: StatementRow[] } | { file: { name: string; content: Uint8Array; amount_unit: AmountUnit } })

/**
 * Compares a provider's statement (rows of `GetStatement`, or a cabinet's file) with our transactions.
 * @returns the id of what was kept
 * @throws {MedusaError} RECONCILIATION_PROVIDER_UNKNOWN, RECONCILIATION_FILE_UNREADABLE
 */
export async function reconcile(container: MedusaContainer, input: ReconcileInput): Promise<string> {
  if (!(await knownProviders(container)).includes(input.provider_id)) {
    throw ReconciliationErrors.unknownProvider(input.provider_id)
  }
  const isFile = "file" in input
  const { result } = await reconcileWorkflow(container).run({
    input: {
      provider_id: input.provider_id,
      period_from: input.from,
      period_to: input.to,
      created_by: input.created_by,
      source: isFile ? "csv" : "rows",
      file_name: isFile ? input.file.name : null,
      theirs: isFile
        ? readCabinetFile(input.file.content, input.file.amount_unit)
        : readStatementRows(input.rows),
    },
  })
  return result.id
}

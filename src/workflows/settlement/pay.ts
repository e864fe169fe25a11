import { MedusaContainer } from "@medusajs/framework/types"
import { LEDGER_MODULE } from "../../modules/ledger"
import { StatementView } from "../../modules/ledger/lib/statements"
import LedgerModuleService from "../../modules/ledger/service"
import { paySettlementWorkflow } from "./workflows/pay-settlement"

/**
 * Marks a statement as paid, with proof, and books the payout.
 * @throws {MedusaError} 404, SETTLEMENT_ALREADY_PAID, SETTLEMENT_NOT_PAYABLE
 */
export async function markSettlementPaid(
  container: MedusaContainer,
  input: { id: string; proof: string; paid_by?: string | null; now?: Date }
): Promise<StatementView> {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  const { company_id } = await ledger.statement({ id: input.id })
  await paySettlementWorkflow(container).run({
    input: {
      id: input.id,
      company_id,
      proof: input.proof,
      paid_by: input.paid_by ?? null,
      paid_at: input.now ?? new Date(),
    },
  })
  return ledger.statement({ id: input.id })
}

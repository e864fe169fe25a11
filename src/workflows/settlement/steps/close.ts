import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { LEDGER_MODULE } from "../../../modules/ledger"
import { ClosingPeriod } from "../../../modules/ledger/lib/settle"
import LedgerModuleService from "../../../modules/ledger/service"

/** Closes a period of one company. One database transaction, and the last thing that can fail: there is no way back. */
export const closePeriodStep = createStep("close-period", async (input: ClosingPeriod, { container }) => {
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  return new StepResponse(
    await ledger.closePeriod({
      ...input,
      ends_at: new Date(input.ends_at),
      held_from: new Date(input.held_from),
    })
  )
})

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { LEDGER_MODULE } from "../../../modules/ledger"
import { Posting } from "../../../modules/ledger/lib/posting"
import LedgerModuleService from "../../../modules/ledger/service"
import { preparePostings } from "../lib/prepare"
import { LedgerEvent } from "../types"

/** Reckons what an event writes. Reads only. */
export const preparePostingsStep = createStep(
  "prepare-postings",
  async (event: LedgerEvent, { container }) => {
    return new StepResponse(await preparePostings(container, event))
  }
)

/**
 * Writes postings, all or none. It has no way back because a ledger has none; so it is the last step of its workflow, and
 * a repeated run changes nothing.
 */
export const savePostingsStep = createStep(
  "save-postings",
  async ({ event, postings }: { event: LedgerEvent; postings: Posting[] }, { container }) => {
    // A workflow passes its data on as JSON where it is stored: dates may have become text.
    const dated = postings.map((posting) => ({ ...posting, occurred_at: new Date(posting.occurred_at) }))
    const payment =
      event.kind === "payout"
        ? { id: event.id, proof: event.proof, paid_by: event.paid_by, paid_at: new Date(event.paid_at) }
        : undefined
    const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
    return new StepResponse({ written: await ledger.post(dated, payment) })
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { RECONCILIATION_MODULE } from "../../../modules/reconciliation"
import { matchStatement, ResultRow, State, TheirRow } from "../../../modules/reconciliation/lib/match"
import ReconciliationModuleService, { NewReconciliation } from "../../../modules/reconciliation/service"
import { ourRows } from "../lib/our-rows"

export type Statement = NewReconciliation & { theirs: TheirRow[] }

/** Payme lists every transaction; a cabinet's file what was paid. */
const LISTED: Record<"rows" | "csv", State[]> = { rows: [1, 2, -1, -2], csv: [2] }

/** Compares a statement with the gateway. Reads only. */
export const compareStatementStep = createStep(
  "compare-statement",
  async ({ theirs, provider_id, period_from, period_to, source }: Statement, { container }) => {
    const ours = await ourRows(container, {
      provider_id,
      from: new Date(period_from),
      to: new Date(period_to),
      source,
      ids: theirs.map(({ external_id }) => external_id),
    })
    return new StepResponse(matchStatement(theirs, ours, { listed: LISTED[source] }))
  }
)

/** Keeps a comparison; taken away when a later step fails. */
export const storeReconciliationStep = createStep(
  "store-reconciliation",
  async ({ statement, rows }: { statement: Statement; rows: ResultRow[] }, { container }) => {
    const { theirs: _, ...facts } = statement
    const reconciliation = await container
      .resolve<ReconciliationModuleService>(RECONCILIATION_MODULE)
      .store(
        { ...facts, period_from: new Date(facts.period_from), period_to: new Date(facts.period_to) },
        rows
      )
    return new StepResponse({ id: reconciliation.id }, reconciliation.id)
  },
  async (id: string | undefined, { container }) => {
    if (id) {
      await container.resolve<ReconciliationModuleService>(RECONCILIATION_MODULE).deleteReconciliations(id)
    }
  }
)

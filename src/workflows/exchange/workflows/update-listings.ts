import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { checkCodesStep } from "../../listing/steps/save-listing"
import { setStockStep } from "../../listing/steps/set-stock"
import { applyPlansWorkflow, PlannedListing } from "../../listing/workflows/apply-plans"

type Input = { company_id: string; planned: PlannedListing[] }

/**
 * What `updateListingWorkflow` does, for many goods in one go; all change or none. The caller holds the locks of all of
 * them. Emits `listing.updated` for each.
 */
export const updateListingsWorkflow = createWorkflow(
  "update-imported-listings",
  (input: WorkflowData<Input>) => {
    checkCodesStep(
      transform(input, ({ company_id, planned }) => ({
        company_id,
        variants: planned.flatMap(({ plan }) => plan.codes),
      }))
    )
    const stock = transform(input, ({ planned }) => planned.flatMap(({ plan }) => plan.stock))
    when("stock-changed", stock, (stock) => stock.length > 0).then(() => {
      setStockStep(stock)
    })
    applyPlansWorkflow.runAsStep({ input: transform(input, ({ planned }) => ({ planned })) })
    return new WorkflowResponse(input.planned)
  }
)

import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { tellCatalog } from "../../catalog/serve"

/**
 * No ready page of before is shown any more once the operator has been answered: the event's subscriber would come a moment
 * later where events go through a queue.
 */
export const forgetPagesStep = createStep("forget-catalog-pages", async (_: void, { container }) => {
  await tellCatalog(container, "pages")
  return new StepResponse(undefined)
})

import {
  emitEventStep,
  updateProductsWorkflow,
  updateProductVariantsWorkflow,
} from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { ListingEvents } from "../../../modules/listing/events"
import { settleChannelStep } from "../../company/steps/settle-channel"
import { planUpdate } from "../lib/plan-update"
import { updateListingsStep } from "../steps/save-listing"

export type PlannedListing = {
  plan: ReturnType<typeof planUpdate>
  event: { id: string; company_id: string; product_id: string }
}

/**
 * Writes planned changes of many listings at once, prices last, as `updateListingWorkflow` does for one. The caller
 * holds the locks of all of them. Either all change or none. Emits `listing.updated` for each.
 */
export const applyPlansWorkflow = createWorkflow(
  "apply-listing-plans",
  (input: WorkflowData<{ planned: PlannedListing[] }>) => {
    updateListingsStep(
      transform(input, ({ planned }) => ({
        listings: planned.map(({ plan }) => plan.listing),
        variants: planned.flatMap(({ plan }) => plan.variants),
      }))
    )
    const products = transform(input, ({ planned }) =>
      planned.flatMap(({ plan }) => (plan.product ? [plan.product] : []))
    )
    when("products-changed", products, (products) => products.length > 0).then(() => {
      updateProductsWorkflow.runAsStep({ input: transform(products, (products) => ({ products })) })
      settleChannelStep(
        transform(input, ({ planned }) => ({
          company_id: planned[0].event.company_id,
          product_ids: planned.map(({ event }) => event.product_id),
        }))
      )
    })
    const prices = transform(input, ({ planned }) => planned.flatMap(({ plan }) => plan.prices))
    when("prices-changed", prices, (prices) => prices.length > 0).then(() => {
      updateProductVariantsWorkflow.runAsStep({
        input: transform(prices, (prices) => ({ product_variants: prices })),
      })
    })
    emitEventStep({
      eventName: ListingEvents.UPDATED,
      data: transform(input, ({ planned }) => planned.map(({ event }) => event)),
    })
    return new WorkflowResponse(input.planned)
  }
)

import {
  acquireLockStep,
  deleteProductVariantsStep,
  emitEventStep,
  releaseLockStep,
} from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ListingEvents } from "../../../modules/listing/events"
import { loadSellerStep } from "../steps/load-seller"
import { pruneOptionValuesStep } from "../steps/product-options"
import { loadListingStep } from "../steps/save-listing"
import { dropVariantStep, pickVariantStep } from "../steps/save-variant"
import { setStockStep } from "../steps/set-stock"

type Input = { company_id: string; listing_id: string; variant_id: string }

/**
 * A company stops selling goods in one of their kinds. First its stock goes to nothing, which is refused while pieces
 * are promised and stops a checkout that is under way. Medusa's variant is marked as deleted and keeps its inventory
 * item: orders show it as before, and a refund can still put its pieces back. Emits `listing.updated`.
 */
export const removeVariantWorkflow = createWorkflow(
  "remove-variant-workflow",
  (input: WorkflowData<Input>) => {
    const key = transform(input, ({ listing_id }) => `listing:${listing_id}`)
    acquireLockStep({ key, timeout: 30, ttl: 120 })
    const listing = loadListingStep(input)
    const seller = loadSellerStep(transform(input, ({ company_id }) => ({ company_id })))
    const variant = pickVariantStep(
      transform({ listing, input }, ({ listing, input }) => ({ listing, id: input.variant_id }))
    )
    setStockStep(
      transform({ variant, seller }, ({ variant, seller }) => [
        {
          inventory_item_id: variant.inventory_item_id,
          location_id: seller.stock_location_id,
          stocked_quantity: 0,
          title: variant.title,
        },
      ])
    )
    dropVariantStep(
      transform({ listing, input }, ({ listing, input }) => ({ listing, id: input.variant_id }))
    )
    deleteProductVariantsStep(transform(variant, ({ variant_id }) => [variant_id]))
    pruneOptionValuesStep(transform(listing, ({ product_id }) => ({ product_id })))
    emitEventStep({
      eventName: ListingEvents.UPDATED,
      data: transform(listing, ({ id, company_id, product_id }) => ({ id, company_id, product_id })),
    })
    releaseLockStep({ key })
    return new WorkflowResponse({ id: input.variant_id })
  }
)

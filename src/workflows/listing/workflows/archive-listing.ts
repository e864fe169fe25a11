import {
  acquireLockStep,
  emitEventStep,
  releaseLockStep,
  updateProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import { ProductStatus } from "@medusajs/framework/utils"
import { createWorkflow, transform, WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { ListingEvents } from "../../../modules/listing/events"
import { loadListingStep, updateListingsStep } from "../steps/save-listing"

type Input = { company_id: string; listing_id: string }

/**
 * A company stops selling goods for good. The product stays, as a draft in no channel, because orders refer to it; its
 * barcode and shop code are free again. Emits `listing.archived`.
 */
export const archiveListingWorkflow = createWorkflow("archive-listing", (input: WorkflowData<Input>) => {
  const key = transform(input, ({ listing_id }) => `listing:${listing_id}`)
  acquireLockStep({ key, timeout: 30, ttl: 120 })
  const listing = loadListingStep(input)
  updateListingsStep(
    transform(listing, (listing) => ({
      listings: [{ id: listing.id, status: "archived", is_visible: false }],
      variants: listing.variants.map(({ id }) => ({ id, is_live: false })),
    }))
  )
  updateProductsWorkflow.runAsStep({
    input: transform(listing, ({ product_id }) => ({
      products: [{ id: product_id, status: ProductStatus.DRAFT, sales_channels: [] }],
    })),
  })
  emitEventStep({
    eventName: ListingEvents.ARCHIVED,
    data: transform(listing, ({ id, company_id, product_id }) => ({ id, company_id, product_id })),
  })
  releaseLockStep({ key })
  return new WorkflowResponse({ id: input.listing_id })
})
